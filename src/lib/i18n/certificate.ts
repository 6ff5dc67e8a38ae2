import type { Achievement } from '#lib/course/achievement.ts';
import { inBoth } from './words.ts';

type About = Pick<Achievement, 'title' | 'lessons' | 'quizzes' | 'minutes' | 'edition'>;
const hours = ({ minutes }: Pick<Achievement, 'minutes'>) => Math.round(minutes / 60);

/** The certificate: its own page, its paper, its credential, and the page where anybody can check it. */
export const certificate = inBoth({
	nl: {
		title: 'Certificaat',
		issuer: 'Bij het begin',
		edition: (edition: number) => `Editie ${edition}`,
		asked: (about: About) =>
			`Alle ${about.lessons} lessen van editie ${about.edition} gedaan (samen ongeveer ${hours(about)} uur) en alle ${about.quizzes} quizzen gehaald, de eindtoets inbegrepen.`,
		picture: 'Twee kringen die elkaar raken en een derde op weg ernaartoe',
		objectives: 'Wat je na deze cursus kunt',
		fill: {
			title: 'Je certificaat',
			lead: 'Wie alle onderdelen van de cursus gedaan heeft, kan een certificaat maken: op papier, en als badge die anderen kunnen nakijken.',
			notYet: 'Je bent nog niet klaar',
			soFar: (lessons: string, quizzes: string) =>
				`Gedaan: ${lessons} lessen en ${quizzes} quizzen. Een certificaat vraagt alles, de eindtoets inbegrepen.`,
			of: (done: number, required: number) => `${done} van ${required}`,
			exempt: (n: number) =>
				`Van ${n === 1 ? 'één onderdeel' : `${n} onderdelen`} heb je vrijstelling. Voor je voortgang telt dat als gedaan; voor een certificaat doe je ${n === 1 ? 'het' : 'ze'} alsnog zelf.`,
			toCourse: 'Ga verder met de cursus',
			ready: (day: string) =>
				`Op ${day} was je laatste onderdeel gedaan. Dat wordt de datum op je certificaat, wanneer je het ook maakt.`,
			name: (name: string) => `Op het certificaat staat: ${name}.`,
			wrongName: 'Klopt je naam niet? Pas hem aan bij je account.',
			public:
				'Wie de code op je certificaat heeft, kan nakijken dat het echt is. Je naam staat daar alleen als jij dat wilt.',
			make: 'Maak mijn certificaat',
			earned: (day: string) => `Behaald op ${day}`,
			code: 'Code',
			take: 'Meenemen',
			pdf: 'Certificaat (PDF)',
			png: 'Badge (PNG)',
			json: 'Badge (JSON)',
			badgeHint:
				'De badge is een Open Badge 3.0: je kunt hem in een portfolio of wallet zetten. Je e-mailadres staat er alleen als afdruk in.',
			linkedIn: 'Zet op LinkedIn',
			linkedInHint:
				'Opent LinkedIn met de titel, de datum en de code ingevuld. Zelf sturen we niets.',
			check: 'Wat anderen zien',
			checkText: 'Iedereen met de code ziet deze pagina:',
			wishes: 'Wat er op die pagina staat',
			showsName: 'Mijn naam staat op die pagina',
			afterErasure: 'Als je account ooit gewist wordt',
			after: {
				withdrawn: 'Het certificaat vervalt: de pagina zegt dat het is ingetrokken',
				anonymous: 'Het certificaat blijft staan, zonder naam'
			},
			save: 'Bewaar keuze',
			saved: 'Je keuze is bewaard.',
			problem: 'Kies wat er gebeurt als je account gewist wordt.'
		},
		paper: {
			declares: 'Certificaat',
			has: 'heeft de cursus',
			completed: 'volledig afgerond',
			on: (day: string) => `op ${day}`,
			check: 'Nakijken of dit echt is',
			file: 'certificaat-bij-het-begin'
		},
		proof: {
			title: 'Certificaat nakijken',
			lead: 'Op elk certificaat van Bij het begin staat een code. Typ hem over om te zien wat hij bewijst.',
			label: 'Code van het certificaat',
			hint: 'Tien tekens, bijvoorbeeld K7TQ2-M4XWD. Hoofdletters en het streepje maken niet uit.',
			submit: 'Kijk na',
			unknown: (code: string) =>
				`Er is geen certificaat met code “${code}”. Kijk of je hem goed hebt overgetypt: er staan geen nul, één of letters I, L, O en U in.`,
			valid: 'Dit certificaat is echt',
			proves: (title: string) => `Iemand heeft de cursus ${title} volledig afgerond.`,
			provesName: (name: string, title: string) =>
				`${name} heeft de cursus ${title} volledig afgerond.`,
			earned: 'Behaald op',
			issued: 'Certificaat gemaakt op',
			asked: 'Wat ervoor gedaan is',
			learnt: 'Wat iemand dan kan',
			noName: 'De eigenaar laat hier geen naam zien.',
			erased:
				'Het account van de eigenaar bestaat niet meer. Het certificaat blijft geldig, zonder naam.',
			withdrawn: 'Dit certificaat is ingetrokken',
			withdrawnText:
				'Er was een certificaat met deze code. De eigenaar heeft het account gewist en wilde dat het certificaat dan verviel. Het bewijst niets meer.',
			another: 'Een andere code nakijken',
			computers:
				'Voor systemen die badges lezen staat hetzelfde in de badge van de eigenaar (Open Badges 3.0).'
		}
	},
	en: {
		title: 'Certificate',
		issuer: 'Starting at the beginning',
		edition: (edition: number) => `Edition ${edition}`,
		asked: (about: About) =>
			`All ${about.lessons} lessons of edition ${about.edition} done (about ${hours(about)} hours together) and all ${about.quizzes} quizzes passed, the final test included.`,
		picture: 'Two circles that touch and a third on its way to them',
		objectives: 'What you can do after this course',
		fill: {
			title: 'Your certificate',
			lead: 'Whoever has done every part of the course can make a certificate: on paper, and as a badge that others can check.',
			notYet: 'You are not there yet',
			soFar: (lessons: string, quizzes: string) =>
				`Done: ${lessons} lessons and ${quizzes} quizzes. A certificate asks for all of them, the final test included.`,
			of: (done: number, required: number) => `${done} of ${required}`,
			exempt: (n: number) =>
				`You are exempt from ${n === 1 ? 'one part' : `${n} parts`}. For your progress that counts as done; for a certificate you still do ${n === 1 ? 'it' : 'them'} yourself.`,
			toCourse: 'Go on with the course',
			ready: (day: string) =>
				`Your last part was done on ${day}. That will be the date on your certificate, whenever you make it.`,
			name: (name: string) => `The certificate will say: ${name}.`,
			wrongName: 'Is your name not right? Change it at your account.',
			public:
				'Whoever has the code on your certificate can check that it is real. Your name is there only if you want it.',
			make: 'Make my certificate',
			earned: (day: string) => `Earned on ${day}`,
			code: 'Code',
			take: 'Take it with you',
			pdf: 'Certificate (PDF)',
			png: 'Badge (PNG)',
			json: 'Badge (JSON)',
			badgeHint:
				'The badge is an Open Badge 3.0: you can put it in a portfolio or wallet. Your mail address is in it as a fingerprint only.',
			linkedIn: 'Add to LinkedIn',
			linkedInHint:
				'Opens LinkedIn with the title, the date and the code filled in. We send nothing ourselves.',
			check: 'What others see',
			checkText: 'Anybody with the code sees this page:',
			wishes: 'What that page says',
			showsName: 'My name is on that page',
			afterErasure: 'If your account is ever erased',
			after: {
				withdrawn: 'The certificate lapses: the page says that it was withdrawn',
				anonymous: 'The certificate stays, without a name'
			},
			save: 'Save choice',
			saved: 'Your choice is saved.',
			problem: 'Choose what happens if your account is erased.'
		},
		paper: {
			declares: 'Certificate',
			has: 'has completed the course',
			completed: 'in full',
			on: (day: string) => `on ${day}`,
			check: 'Check that this is real',
			file: 'certificate-starting-at-the-beginning'
		},
		proof: {
			title: 'Check a certificate',
			lead: 'Every certificate of Starting at the beginning has a code on it. Type it over to see what it proves.',
			label: 'Code of the certificate',
			hint: 'Ten signs, for example K7TQ2-M4XWD. Capitals and the dash make no difference.',
			submit: 'Check',
			unknown: (code: string) =>
				`There is no certificate with code “${code}”. See whether you typed it over well: it has no zero, one or letters I, L, O and U.`,
			valid: 'This certificate is real',
			proves: (title: string) => `Somebody has completed the course ${title} in full.`,
			provesName: (name: string, title: string) =>
				`${name} has completed the course ${title} in full.`,
			earned: 'Earned on',
			issued: 'Certificate made on',
			asked: 'What was done for it',
			learnt: 'What somebody can do then',
			noName: 'Its owner shows no name here.',
			erased:
				'The account of its owner is no longer there. The certificate still stands, without a name.',
			withdrawn: 'This certificate was withdrawn',
			withdrawnText:
				'There was a certificate with this code. Its owner erased the account and wanted the certificate to lapse then. It proves nothing any more.',
			another: 'Check another code',
			computers: 'For systems that read badges, the owner’s badge says the same (Open Badges 3.0).'
		}
	}
});
