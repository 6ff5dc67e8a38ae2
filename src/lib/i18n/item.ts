import type { Invalid } from '#lib/learning/grade.ts';
import { inBoth } from './words.ts';

/** What is said around one question, wherever it is asked. */
export const item = inBoth({
	nl: {
		check: 'Controleer',
		confidence: {
			legend: 'Hoe zeker ben je?',
			levels: { sure: 'zeker', fair: 'redelijk', guess: 'gok' }
		},
		again: 'Probeer opnieuw',
		appeal: 'Mijn antwoord hoort goed te zijn',
		raised: 'Later opnieuw nagekeken; deze punten gelden.',
		saved: 'Opgeslagen.',
		verdicts: { right: 'Juist', partly: 'Deels', 'not-yet': 'Nog niet' },
		points: (earned: number, total: number) =>
			`${Math.floor((earned * 100) / total)}% van de punten`,
		yours: 'Jouw antwoord',
		rightAnswer: 'Het juiste antwoord',
		showRight: 'Toon het juiste antwoord',
		choose: (n: number) => `Kies er ${n}.`,
		pick: 'Kies …',
		place: 'Plaats',
		number: 'Jouw antwoord (een getal)',
		blank: (id: string) => `Woord ${id}`,
		claim: { legend: 'Klopt dit?', true: 'Klopt', false: 'Klopt niet', because: 'Waarom?' },
		short: 'Jouw antwoord (een of enkele woorden)',
		shortHint: 'Hoofdletters, accenten en aanhalingstekens maken niet uit.',
		countedAs: (text: string) => `Geteld als: ${text}`,
		conflict:
			'Deze vraag was al beantwoord, misschien op een ander apparaat. Dat antwoord telt en staat hieronder.',
		right: 'goed',
		wrong: 'niet goed',
		invalid: (why: Invalid) => {
			switch (why.reason) {
				case 'empty':
					return 'Geef eerst een antwoord. Leeg is niet fout en kost niets.';
				case 'incomplete':
					return `Vul alles in: er ${why.missing === 1 ? 'is nog één plek' : `zijn nog ${why.missing} plekken`} leeg.`;
				case 'choose':
					return `Kies er precies ${why.expected}; je koos er ${why.got}.`;
				case 'not-a-number':
					return 'Schrijf een getal, bijvoorbeeld 12 of 8,5.';
				case 'twice':
					return 'Een keuze staat er twee keer. Gebruik elke keuze één keer.';
				case 'unknown':
					return 'Dit antwoord hoort niet bij deze vraag. Laad de pagina opnieuw.';
			}
		}
	},
	en: {
		check: 'Check',
		confidence: {
			legend: 'How sure are you?',
			levels: { sure: 'sure', fair: 'fairly sure', guess: 'a guess' }
		},
		again: 'Try again',
		appeal: 'My answer should count',
		raised: 'Graded again later; these points count.',
		saved: 'Saved.',
		verdicts: { right: 'Right', partly: 'Partly', 'not-yet': 'Not yet' },
		points: (earned: number, total: number) =>
			`${Math.floor((earned * 100) / total)}% of the points`,
		yours: 'Your answer',
		rightAnswer: 'The right answer',
		showRight: 'Show the right answer',
		choose: (n: number) => `Choose ${n}.`,
		pick: 'Choose …',
		place: 'Place',
		number: 'Your answer (a number)',
		blank: (id: string) => `Word ${id}`,
		claim: { legend: 'Is this so?', true: 'True', false: 'Not true', because: 'Why?' },
		short: 'Your answer (a word or a few)',
		shortHint: 'Capitals, accents and quotation marks make no difference.',
		countedAs: (text: string) => `Counted as: ${text}`,
		conflict:
			'This question had been answered already, perhaps on another device. That answer counts and is shown below.',
		right: 'right',
		wrong: 'not right',
		invalid: (why: Invalid) => {
			switch (why.reason) {
				case 'empty':
					return 'Give an answer first. Empty is not wrong and costs nothing.';
				case 'incomplete':
					return `Fill in everything: ${why.missing === 1 ? 'one place is' : `${why.missing} places are`} still empty.`;
				case 'choose':
					return `Choose exactly ${why.expected}; you chose ${why.got}.`;
				case 'not-a-number':
					return 'Write a number, for example 12 or 8.5.';
				case 'twice':
					return 'A choice is there twice. Use each choice once.';
				case 'unknown':
					return 'This answer does not belong to this question. Load the page again.';
			}
		}
	}
});
