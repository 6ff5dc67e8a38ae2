import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The page on how the course itself is doing, for those who write it. */
export const contentHealth = inBoth({
	nl: {
		title: 'Staat van de inhoud',
		lead: 'Hoe de lessen en vragen het doen, en welke een tweede blik vragen. Alles gaat over vragen, niet over mensen.',
		day: (day: string) => `Cijfers van ${day}. Ze worden eens per dag bijgewerkt.`,
		noDay: 'Er zijn nog geen cijfers. Ze worden eens per dag uitgerekend.',
		rule: 'Alleen de eerste poging van iedereen aan een quiz telt; vragen in lessen en herhalingen staan hierbuiten. Onder de 20 mensen staat er niets. Een cijfer verschuift pas als er vijf mensen meer of minder in zitten, zodat niemands antwoord eruit af te leiden is. Wie het eigen account wist, verdwijnt ook zo uit de cijfers.',
		counts: (lessons: number, items: number) =>
			`${plural(lessons, 'les', 'lessen')} en ${plural(items, 'vraag', 'vragen')}.`,
		shown: (shown: number, flagged: number) =>
			shown === 0
				? 'Van nog geen enkele vraag zijn er genoeg antwoorden.'
				: `Van ${plural(shown, 'vraag', 'vragen')} zijn er genoeg antwoorden. ${flagged === 0 ? 'Geen daarvan heeft een signaal.' : `${plural(flagged, 'vraag heeft', 'vragen hebben')} een signaal.`}`,
		flagged: 'Vragen met een signaal',
		flaggedLead: 'Een signaal vraagt om te kijken. Het zegt niet dat een vraag fout is.',
		noFlags: 'Er is nu geen vraag met een signaal.',
		csv: 'Download alle vragen als CSV',
		columns: {
			item: 'Vraag',
			id: 'Nummer',
			part: 'Deel',
			quiz: 'Quiz',
			flags: 'Signalen',
			appeals: 'Open verzoeken',
			low: 'van',
			high: 'tot'
		},
		quizzes: 'Quizzen',
		attempts: 'Eerste pogingen',
		questions: 'Vragen',
		asks: (questions: number, bank: number) =>
			questions === bank ? String(questions) : `${questions} uit ${bank}`,
		lessons: 'Lessen',
		lessonColumns: {
			title: 'Les',
			minutes: 'Minuten',
			checks: 'Vragen in de les',
			items: 'Vragen'
		},
		modules: 'Deel voor deel',
		allItems: (n: number) => plural(n, 'vraag', 'vragen'),
		editions: 'Edities',
		editionsLead:
			'Iedereen blijft in de editie waarin hij of zij begon. Een nieuwere editie verlaagt niemands percentage: wat erbij komt, staat bij wie onderweg is als nieuw.',
		edition: (n: number) => `Editie ${n}`,
		currentEdition: 'nu',
		people: (n: number) => plural(n, 'mens', 'mensen'),
		few: 'minder dan vijf mensen',
		units: (lessons: number, quizzes: number) =>
			`Bracht ${plural(lessons, 'les', 'lessen')} en ${plural(quizzes, 'quiz', 'quizzen')}.`,
		later: (n: number) =>
			n === 0
				? 'Voor wie in deze editie zit, verandert er niets: er is geen nieuwere.'
				: `Wie in deze editie zit, ziet ${plural(n, 'deel', 'delen')} als nieuw:`,
		quizOf: (title: string) => `Quiz: ${title}`
	},
	en: {
		title: 'State of the content',
		lead: 'How lessons and questions are doing, and which ask for a second look. Everything is about questions, not about people.',
		day: (day: string) => `Figures of ${day}. They are brought up to date once a day.`,
		noDay: 'There are no figures yet. They are worked out once a day.',
		rule: 'Only everybody’s first attempt at a quiz counts; questions in lessons and reviews are left out of this. Below 20 people there is nothing. A figure moves only when five people more or fewer are in it, so that nobody’s answer can be worked out from it. Whoever erases their account leaves the figures in the same way.',
		counts: (lessons: number, items: number) =>
			`${plural(lessons, 'lesson', 'lessons')} and ${plural(items, 'question', 'questions')}.`,
		shown: (shown: number, flagged: number) =>
			shown === 0
				? 'No question has enough answers yet.'
				: `${plural(shown, 'question has', 'questions have')} enough answers. ${flagged === 0 ? 'None of those has a flag.' : `${plural(flagged, 'question has', 'questions have')} a flag.`}`,
		flagged: 'Questions with a flag',
		flaggedLead: 'A flag asks you to look. It does not say that a question is wrong.',
		noFlags: 'No question has a flag now.',
		csv: 'Download all questions as CSV',
		columns: {
			item: 'Question',
			id: 'Number',
			part: 'Part',
			quiz: 'Quiz',
			flags: 'Flags',
			appeals: 'Open requests',
			low: 'from',
			high: 'to'
		},
		quizzes: 'Quizzes',
		attempts: 'First attempts',
		questions: 'Questions',
		asks: (questions: number, bank: number) =>
			questions === bank ? String(questions) : `${questions} from ${bank}`,
		lessons: 'Lessons',
		lessonColumns: {
			title: 'Lesson',
			minutes: 'Minutes',
			checks: 'Questions in the lesson',
			items: 'Questions'
		},
		modules: 'Part by part',
		allItems: (n: number) => plural(n, 'question', 'questions'),
		editions: 'Editions',
		editionsLead:
			'Everybody stays in the edition in which they began. A newer edition lowers nobody’s percentage: what is added shows as new to those under way.',
		edition: (n: number) => `Edition ${n}`,
		currentEdition: 'now',
		people: (n: number) => plural(n, 'person', 'people'),
		few: 'fewer than five people',
		units: (lessons: number, quizzes: number) =>
			`Brought ${plural(lessons, 'lesson', 'lessons')} and ${plural(quizzes, 'quiz', 'quizzes')}.`,
		later: (n: number) =>
			n === 0
				? 'Nothing changes for those in this edition: there is none newer.'
				: `Those in this edition see ${plural(n, 'part', 'parts')} as new:`,
		quizOf: (title: string) => `Quiz: ${title}`
	}
});
