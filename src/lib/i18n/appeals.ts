import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const appeals = inBoth({
	nl: {
		title: 'Mijn antwoord hoort goed te zijn',
		lead: 'Een sleutel kent niet elk goed woord. Schrijf waarom jouw antwoord goed hoort te zijn. De beheerder van de cursus kijkt het na en je krijgt een mail. Je kunt er alleen punten bij krijgen.',
		question: 'De vraag',
		given: 'Jouw antwoord',
		blank: (id: string) => `Plek ${id}`,
		reason: 'Waarom hoort dit goed te zijn?',
		reasonHint: (most: number) =>
			`Hoogstens ${most} tekens. De beheerder ziet je naam, dit antwoord en wat je hier schrijft.`,
		submit: 'Vraag om het na te kijken',
		problems: {
			empty: 'Schrijf in een paar woorden waarom. Zonder reden is er niets na te kijken.',
			tooLong: (most: number) => `Dit is te lang: er passen ${most} tekens.`
		},
		yours: 'Wat je schreef',
		states: {
			open: 'Nog niet besloten',
			granted: 'Telt nu als goed',
			'not-granted': 'Blijft zoals het was'
		},
		sent: (day: string) => `Gevraagd op ${day}. Je krijgt een mail zodra er besloten is.`,
		decided: (day: string) => `Besloten op ${day}.`,
		reply: 'Het antwoord van de beheerder',
		back: 'Terug naar de vraag',
		all: 'Alles wat ik liet nakijken',
		list: {
			title: 'Wat ik liet nakijken',
			lead: 'Antwoorden waarvan je vond dat ze goed horen te zijn, en wat daarop besloten is.',
			none: 'Je hebt nog niets laten nakijken. Bij een getypt antwoord dat niet helemaal goed was, staat een link om dat te vragen.',
			more: 'Lees meer'
		},
		admin: {
			title: 'Antwoorden om na te kijken',
			lead: 'Iemand vindt dat een getypt antwoord goed hoort te zijn. Toekennen geeft dat antwoord alle punten. Hoort ook de sleutel anders te zijn, verbeter dan de vraag in de cursus.',
			open: 'Nog te besluiten',
			none: 'Er is niets na te kijken.',
			decided: 'Besloten',
			noneDecided: 'Er is nog niets besloten.',
			by: (name: string, day: string) => `${name}, ${day}`,
			given: 'Gegeven',
			accepted: 'Telt als goed',
			reason: 'Reden',
			reply: 'Antwoord aan de deelnemer (mag leeg blijven)',
			grant: 'Ken toe',
			refuse: 'Ken niet toe',
			done: 'Besloten. De deelnemer krijgt een mail.',
			before: 'Hierover was al besloten; er is niets veranderd.',
			link: (n: number) =>
				n === 0 ? 'Antwoorden om na te kijken' : `Antwoorden om na te kijken: ${n}`
		},
		regrades: {
			title: 'Verbeterde vragen',
			lead: 'Na een verbetering in de sleutel gelden oude antwoorden nog zoals ze toen zijn nagekeken. Hier kijk je ze na met de sleutel van nu. Punten gaan alleen omhoog, en wie erbij krijgt, krijgt één mail.',
			none: 'Van geen enkele vraag zijn er antwoorden op een oudere versie.',
			older: (n: number) => `${plural(n, 'antwoord', 'antwoorden')} op een oudere versie`,
			look: 'Bekijk wat er verandert',
			would: (answers: number, people: number) =>
				answers === 0
					? 'Met de sleutel van nu gaat geen enkel antwoord omhoog.'
					: `Met de sleutel van nu ${answers === 1 ? 'gaat' : 'gaan'} ${plural(answers, 'antwoord', 'antwoorden')} van ${plural(people, 'mens', 'mensen')} omhoog.`,
			submit: 'Kijk opnieuw na',
			done: (answers: number, people: number) =>
				answers === 0
					? 'Er is niets veranderd: alles was al nagekeken.'
					: `${plural(answers, 'antwoord', 'antwoorden')} van ${plural(people, 'mens', 'mensen')} omhoog.`
		}
	},
	en: {
		title: 'My answer should count',
		lead: 'A key does not know every right word. Write why your answer should count. The administrator of the course looks at it, and you get a mail. You can only gain points.',
		question: 'The question',
		given: 'Your answer',
		blank: (id: string) => `Place ${id}`,
		reason: 'Why should this count?',
		reasonHint: (most: number) =>
			`At most ${most} characters. The administrator sees your name, this answer and what you write here.`,
		submit: 'Ask to have it looked at',
		problems: {
			empty: 'Write in a few words why. Without a reason there is nothing to look at.',
			tooLong: (most: number) => `This is too long: ${most} characters fit.`
		},
		yours: 'What you wrote',
		states: {
			open: 'Not decided yet',
			granted: 'Now counts as right',
			'not-granted': 'Stays as it was'
		},
		sent: (day: string) => `Asked on ${day}. You get a mail once it is decided.`,
		decided: (day: string) => `Decided on ${day}.`,
		reply: 'What the administrator replied',
		back: 'Back to the question',
		all: 'Everything I asked to have looked at',
		list: {
			title: 'What I asked to have looked at',
			lead: 'Answers that should count according to you, and what was decided about them.',
			none: 'You have not asked for anything yet. A typed answer that was not fully right has a link to do so.',
			more: 'Read more'
		},
		admin: {
			title: 'Answers to look at',
			lead: 'Somebody thinks a typed answer should count. Granting gives that answer all points. If the key should be different too, correct the question in the course.',
			open: 'To be decided',
			none: 'There is nothing to look at.',
			decided: 'Decided',
			noneDecided: 'Nothing has been decided yet.',
			by: (name: string, day: string) => `${name}, ${day}`,
			given: 'Given',
			accepted: 'Counts as right',
			reason: 'Reason',
			reply: 'Reply to the learner (may stay empty)',
			grant: 'Grant',
			refuse: 'Do not grant',
			done: 'Decided. The learner gets a mail.',
			before: 'This had been decided already; nothing has changed.',
			link: (n: number) => (n === 0 ? 'Answers to look at' : `Answers to look at: ${n}`)
		},
		regrades: {
			title: 'Corrected questions',
			lead: 'After a correction in a key, old answers still count as they were graded then. Here you grade them by the key of now. Points only go up, and whoever gains gets one mail.',
			none: 'No question has answers to an older version.',
			older: (n: number) => `${plural(n, 'answer', 'answers')} to an older version`,
			look: 'See what would change',
			would: (answers: number, people: number) =>
				answers === 0
					? 'By the key of now no answer goes up.'
					: `By the key of now ${plural(answers, 'answer', 'answers')} of ${plural(people, 'person', 'people')} ${answers === 1 ? 'goes' : 'go'} up.`,
			submit: 'Grade again',
			done: (answers: number, people: number) =>
				answers === 0
					? 'Nothing has changed: everything had been graded already.'
					: `${plural(answers, 'answer', 'answers')} of ${plural(people, 'person', 'people')} went up.`
		}
	}
});
