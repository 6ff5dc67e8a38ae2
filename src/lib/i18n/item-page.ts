import type { ItemType } from '#lib/course/item.ts';
import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const types = inBoth<Record<ItemType, string>>({
	nl: {
		single: 'één goed antwoord',
		scenario: 'een situatie',
		point: 'een plek aanwijzen',
		multiple: 'meer goede antwoorden',
		'true-false': 'klopt het, en waarom',
		categorise: 'indelen',
		matching: 'bij elkaar zoeken',
		ordering: 'op volgorde zetten',
		numeric: 'een getal',
		cloze: 'woorden invullen',
		short: 'een kort antwoord'
	},
	en: {
		single: 'one right answer',
		scenario: 'a situation',
		point: 'pointing at a place',
		multiple: 'several right answers',
		'true-false': 'is it so, and why',
		categorise: 'sorting',
		matching: 'finding what belongs together',
		ordering: 'putting in order',
		numeric: 'a number',
		cloze: 'filling in words',
		short: 'a short answer'
	}
});

/** The page of one question, for those who write it. */
export const itemPage = inBoth({
	nl: {
		title: (id: string) => `Vraag ${id}`,
		types: types.nl,
		lesson: (title: string) => `Les: ${title}`,
		judgedIn: (title: string) => `Beoordeeld in de quiz: ${title}`,
		inNoQuiz: 'Deze vraag staat in geen quiz.',
		appeals: (n: number) =>
			`${plural(n, 'open verzoek', 'open verzoeken')} om een antwoord na te kijken`,
		flags: 'Signalen',
		noFlags: 'Geen signalen.',
		harder: { nl: 'Moeilijker in het Nederlands.', en: 'Moeilijker in het Engels.' },
		about: (options: string) => `Het gaat om: ${options}`,
		tooFew:
			'Minder dan 20 mensen beantwoordden deze versie in een eerste poging aan de quiz. Daarom staat er nog niets.',
		figures: 'Cijfers',
		options: 'Wat mensen kozen',
		optionsLead: 'Het deel van de mensen dat dit bij de eerste poging koos.',
		option: 'Antwoord',
		share: 'Gekozen',
		right: 'goed',
		noOptions: 'Bij dit soort vraag valt er niets te kiezen.',
		again: 'Eerste en laatste poging',
		againLead: (n: number) => `Van de ${n} mensen die de quiz vaker maakten.`,
		first: 'Eerste poging',
		last: 'Laatste poging',
		difference: 'Verschil',
		confidence: 'Hoe zeker mensen waren',
		level: 'Zekerheid',
		given: 'Antwoorden',
		allRight: 'Helemaal goed',
		languages: 'Nederlands naast Engels',
		language: 'Taal',
		names: { nl: 'Nederlands', en: 'Engels' },
		gap: (gap: string, p: string) =>
			`Met de rest van de quiz verrekend is het verschil ${gap} van de punten (Nederlands min Engels). De kans op zo’n verschil door toeval is ${p} (toets van Welch 1947). Er komt een signaal bij 15% of meer en een kans onder 1%.`,
		noGap: 'Per taal staat er pas iets als in beide talen minstens 20 mensen antwoordden.',
		hidden: 'Te weinig mensen om te laten zien.',
		inLesson: (n: number, share: string) =>
			`In de les, bij de eerste keer: ${n} mensen, ${share} van de punten.`,
		versions: 'Versies',
		versionsLead:
			'Een verandering in tekst, sleutel of uitleg maakt een nieuwe versie. De cijfers hierboven gaan over de versie van nu.',
		version: 'Versie',
		now: 'nu',
		smallP: 'minder dan 0,1%'
	},
	en: {
		title: (id: string) => `Question ${id}`,
		types: types.en,
		lesson: (title: string) => `Lesson: ${title}`,
		judgedIn: (title: string) => `Judged in the quiz: ${title}`,
		inNoQuiz: 'This question is in no quiz.',
		appeals: (n: number) => `${plural(n, 'open request', 'open requests')} to look at an answer`,
		flags: 'Flags',
		noFlags: 'No flags.',
		harder: { nl: 'Harder in Dutch.', en: 'Harder in English.' },
		about: (options: string) => `This is about: ${options}`,
		tooFew:
			'Fewer than 20 people answered this version in a first attempt at the quiz. That is why there is nothing here yet.',
		figures: 'Figures',
		options: 'What people chose',
		optionsLead: 'The part of the people who chose this at the first attempt.',
		option: 'Answer',
		share: 'Chosen',
		right: 'right',
		noOptions: 'In this kind of question there is nothing to choose.',
		again: 'First and last attempt',
		againLead: (n: number) => `Of the ${n} people who took the quiz more than once.`,
		first: 'First attempt',
		last: 'Last attempt',
		difference: 'Difference',
		confidence: 'How sure people were',
		level: 'Confidence',
		given: 'Answers',
		allRight: 'Fully right',
		languages: 'Dutch beside English',
		language: 'Language',
		names: { nl: 'Dutch', en: 'English' },
		gap: (gap: string, p: string) =>
			`Allowing for the rest of the quiz the difference is ${gap} of the points (Dutch minus English). The chance of such a difference by accident is ${p} (test of Welch 1947). There is a flag from 15% on with a chance below 1%.`,
		noGap: 'There is something per language only when at least 20 people answered in both.',
		hidden: 'Too few people to show.',
		inLesson: (n: number, share: string) =>
			`In the lesson, at the first try: ${n} people, ${share} of the points.`,
		versions: 'Versions',
		versionsLead:
			'A change of text, key or feedback makes a new version. The figures above are about the version of now.',
		version: 'Version',
		now: 'now',
		smallP: 'less than 0.1%'
	}
});
