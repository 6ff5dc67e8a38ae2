import { inBoth } from '../words.ts';

/** What the page with the notes says, and the words that both notes share. */
export const notes = inBoth({
	nl: {
		title: 'Privacynotities',
		lead: 'Twee documenten over deze cursus, gemaakt uit het register waar ook de privacypagina uit komt. Ze kloppen dus met deze versie.',
		council: 'Voor de ondernemingsraad',
		councilText: 'Kort: wat managers zien, wat ze nooit zien, en wat nog afgesproken moet worden.',
		dpia: 'Voor een DPIA',
		dpiaText:
			'Uitgebreid: elk gegeven met doel, grondslag, bewaartermijn en wie het ziet; maatregelen en risico’s.',
		read: 'Lees en druk af',
		download: 'Download als Markdown',
		print: 'Druk af',
		all: 'Alle notities',
		contents: 'Inhoud',
		made: (day: string) => `Gemaakt op ${day}, uit de gegevens van deze versie van de cursus.`,
		advice:
			'Deze notitie is een hulpmiddel en geen juridisch advies. De organisatie beslist zelf, met haar eigen jurist en functionaris gegevensbescherming.',
		answer: 'Antwoord van de organisatie:',
		columns: {
			what: 'Gegeven',
			why: 'Waarvoor',
			basis: 'Grondslag',
			who: 'Wie het ziet',
			keeps: 'Hoe lang',
			where: 'Tabel en kolommen',
			activity: 'Verwerking',
			risk: 'Risico',
			weight: 'Inschatting',
			limits: 'Wat het beperkt',
			left: 'Wat overblijft'
		},
		notDone: {
			title: 'Wat de cursus niet doet',
			points: [
				'De cursus meet niet hoe lang iemand kijkt, leest of ingelogd is.',
				'Er is geen ranglijst en geen vergelijking tussen deelnemers.',
				'Er is geen risicoscore en geen voorspelling over een persoon.',
				'De cursus neemt geen besluiten over mensen. Of een antwoord goed is, rekent de cursus uit; wie het daar niet mee eens is, kan een mens vragen ernaar te kijken.',
				'Er zijn geen volgcookies, geen statistiek van derden en geen onderdelen die van andere servers komen.',
				'Gegevens gaan niet naar derden. Twee diensten kiest de organisatie zelf: de mailserver die de mails bezorgt, en, als ze dat instelt, haar eigen inlogsysteem.'
			]
		},
		basisShort: {
			contract: 'uitvoering van de overeenkomst',
			interest: 'gerechtvaardigd belang',
			consent: 'toestemming'
		}
	},
	en: {
		title: 'Privacy notes',
		lead: 'Two documents about this course, made from the register that the privacy page comes from too. So they are true of this version.',
		council: 'For the works council',
		councilText: 'Short: what managers see, what they never see, and what still has to be agreed.',
		dpia: 'For a DPIA',
		dpiaText:
			'In full: every piece of data with its purpose, legal basis, period and who sees it; measures and risks.',
		read: 'Read and print',
		download: 'Download as Markdown',
		print: 'Print',
		all: 'All notes',
		contents: 'Contents',
		made: (day: string) => `Made on ${day}, from what this version of the course keeps.`,
		advice:
			'This note is an aid and not legal advice. The organisation decides, with its own lawyer and data protection officer.',
		answer: 'Answer of the organisation:',
		columns: {
			what: 'Data',
			why: 'What for',
			basis: 'Legal basis',
			who: 'Who sees it',
			keeps: 'How long',
			where: 'Table and columns',
			activity: 'Processing',
			risk: 'Risk',
			weight: 'Assessment',
			limits: 'What limits it',
			left: 'What remains'
		},
		notDone: {
			title: 'What the course does not do',
			points: [
				'The course does not measure how long somebody looks, reads or is signed in.',
				'There is no ranking and no comparison between participants.',
				'There is no risk score and no prediction about a person.',
				'The course takes no decisions about people. Whether an answer is right is worked out by the course; whoever disagrees can ask a human being to look at it.',
				'There are no tracking cookies, no third-party statistics and no parts that come from other servers.',
				'Data do not go to third parties. Two services are of the organisation’s own choosing: the mail server that delivers the mails and, if it sets this up, its own sign-in.'
			]
		},
		basisShort: {
			contract: 'performance of the agreement',
			interest: 'legitimate interest',
			consent: 'consent'
		}
	}
});
