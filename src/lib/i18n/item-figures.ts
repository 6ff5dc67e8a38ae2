import type { Language } from '#lib/course/language.ts';
import type { Estimate } from '#lib/learning/item-statistics.ts';
import { coefficient, percent } from './format.ts';
import { inBoth } from './words.ts';

/** What the figures of questions and quizzes mean, said where they stand, with where the formula comes from. */
export const itemFigures = inBoth({
	nl: {
		meaning: 'Wat betekent:',
		n: {
			name: 'Mensen',
			text: 'Hoeveel mensen deze vraag in hun eerste poging aan de quiz beantwoordden. Een poging telt zodra ze af is.'
		},
		facility: {
			name: 'Hoe makkelijk',
			text: 'Welk deel van de punten bij een eerste poging gehaald wordt (de p-waarde). Bij 100% had iedereen alles goed. Bron: Crocker en Algina 1986; marge volgens Wilson 1927.'
		},
		discrimination: {
			name: 'Onderscheid',
			text: 'Of de vraag sterk van minder sterk onderscheidt: de samenhang van haar punten met de rest van dezelfde poging, zonder de vraag zelf. 1 is volledig, 0 is geen. Bron: Henrysson 1963; marge volgens Fisher 1921.'
		},
		optionRest: {
			name: 'Samenhang',
			text: 'Wie dit kiest: de samenhang van het kiezen met de rest van de poging. Bij het goede antwoord hoort een getal boven 0, bij een fout antwoord eronder. Bron: Ebel en Frisbie 1991.'
		},
		reliability: {
			name: 'Betrouwbaarheid',
			text: 'In hoeverre dezelfde mensen met andere vragen van dit soort dezelfde uitslag zouden halen. Waar iedereen dezelfde vragen krijgt, is dit Cronbachs alfa (1951). Waar ieder eigen vragen trekt, telt mee dat de ene vraag moeilijker is dan de andere, en valt het getal lager uit (Shrout en Fleiss 1979, ICC(1,k)). Marge volgens Feldt 1965. Vanaf 0,75 is goed, onder 0,64 te laag om één uitslag veel te laten zeggen (richtlijn van Moodle).'
		},
		interval: (low: string, high: string) => `${low} tot ${high}`,
		rated: { good: 'goed', fair: 'redelijk', low: 'te laag' },
		tells: {
			well: 'onderscheidt goed',
			some: 'onderscheidt enigszins',
			little: 'onderscheidt weinig'
		},
		none: 'niet te zeggen: iedereen had hetzelfde',
		tooFew: 'minder dan 20 mensen'
	},
	en: {
		meaning: 'What is meant by:',
		n: {
			name: 'People',
			text: 'How many people answered this question in their first attempt at the quiz. An attempt counts once it is finished.'
		},
		facility: {
			name: 'How easy',
			text: 'Which part of the points is earned at a first attempt (the facility). At 100% everybody had everything right. Source: Crocker and Algina 1986; margin after Wilson 1927.'
		},
		discrimination: {
			name: 'Discrimination',
			text: 'Whether the question tells strong from less strong: the correlation of its points with the rest of the same attempt, without the question itself. 1 is complete, 0 is none. Source: Henrysson 1963; margin after Fisher 1921.'
		},
		optionRest: {
			name: 'Correlation',
			text: 'Who chooses this: the correlation of choosing it with the rest of the attempt. The right answer should have a number above 0, a wrong answer one below. Source: Ebel and Frisbie 1991.'
		},
		reliability: {
			name: 'Reliability',
			text: 'How far the same people would get the same result with other questions of this kind. Where everybody gets the same questions, this is Cronbach’s alpha (1951). Where everybody draws their own, it counts that one question is harder than another, and the number is lower (Shrout and Fleiss 1979, ICC(1,k)). Margin after Feldt 1965. From 0.75 on is good, below 0.64 is too low for one result to say much (guideline of Moodle).'
		},
		interval: (low: string, high: string) => `${low} to ${high}`,
		rated: { good: 'good', fair: 'fair', low: 'too low' },
		tells: { well: 'tells well', some: 'tells somewhat', little: 'tells little' },
		none: 'cannot be said: everybody had the same',
		tooFew: 'fewer than 20 people'
	}
});

/** "78% (70% tot 84%)": a share with its interval. */
export const shareWithin = (of: Estimate, language: Language) => within(of, language, percent);
/** "0,31 (0,12 tot 0,48)": a correlation or a reliability with its interval. */
export const coefficientWithin = (of: Estimate, language: Language) =>
	within(of, language, coefficient);

function within(
	{ value, low, high }: Estimate,
	language: Language,
	written: (value: number, language: Language) => string
): string {
	const { interval } = itemFigures[language];
	return `${written(value, language)} (${interval(written(low, language), written(high, language))})`;
}
