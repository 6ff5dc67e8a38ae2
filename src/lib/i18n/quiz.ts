import type { Counts } from '#lib/course/course.ts';
import type { Invalid } from '#lib/learning/grade.ts';
import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What is said of a quiz before it begins; `wait` in hours, 0 for none. */
type Policy = {
	questions: number;
	drawn: boolean;
	tries: number;
	pass: number;
	counts: Counts;
	wait: number;
};

export const quiz = inBoth({
	nl: {
		title: (module: string) => `Quiz: ${module}`,
		policy: (q: Policy) =>
			`${q.questions} vragen${q.drawn ? ' uit de hele cursus, bij elke poging andere' : ''}, ${q.tries === 1 ? 'één poging' : `${q.tries} pogingen`}${q.wait ? ` met ${q.wait} uur ertussen` : ''}; ${{ best: 'je beste poging telt', last: 'je laatste poging telt', first: 'je eerste poging telt', average: 'het gemiddelde van je pogingen telt' }[q.counts]} en bij ${q.pass}% ben je geslaagd.`,
		opensAt: (moment: string) =>
			`Je kunt vanaf ${moment} aan een nieuwe poging beginnen. Lees tot die tijd de uitleg bij je antwoorden terug.`,
		policyMore:
			'Stoppen mag: je gaat later verder waar je was, ook op een ander apparaat. Weggaan kost geen poging. Na elk antwoord lees je waarom.',
		start: (n: number) => `Begin poging ${n}`,
		goOn: (n: number) => `Ga verder met poging ${n}`,
		passed: 'Geslaagd',
		notPassed: 'Nog niet geslaagd',
		noTries:
			'Je hebt al je pogingen gebruikt en je beste poging blijft staan. Je kunt alle antwoorden teruglezen, nu ook met het juiste antwoord erbij.',
		result: (n: number, percent: number) => `Poging ${n}: ${percent}%`,
		triesLeft: (n: number) =>
			n === 0 ? 'Geen pogingen over' : `Nog ${plural(n, 'poging', 'pogingen')}`,
		attempts: 'Je pogingen',
		inProgress: (answered: number, of: number) => `bezig, ${answered} van ${of} beantwoord`,
		read: 'Lees de antwoorden terug',
		question: (n: number, of: number) => `Vraag ${n} van ${of}`,
		check: 'Controleer',
		nextQuestion: 'Volgende vraag',
		toResult: 'Bekijk je resultaat',
		stop: 'Stop voor nu',
		stopHint: 'Alles is opgeslagen; leeg is niet fout.',
		confidence: {
			legend: 'Hoe zeker ben je?',
			levels: { sure: 'zeker', fair: 'redelijk', guess: 'gok' }
		},
		again: 'Probeer opnieuw',
		saved: 'Opgeslagen.',
		verdicts: { right: 'Juist', partly: 'Deels', 'not-yet': 'Nog niet' },
		points: (earned: number, total: number) =>
			`${Math.floor((earned * 100) / total)}% van de punten`,
		yours: 'Jouw antwoord',
		rightAnswer: 'Het juiste antwoord',
		showRight: 'Toon het juiste antwoord',
		noKeyYet:
			'Het juiste antwoord blijft nog even dicht: deze vraag kan in je volgende poging terugkomen.',
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
		title: (module: string) => `Quiz: ${module}`,
		policy: (q: Policy) =>
			`${q.questions} questions${q.drawn ? ' from the whole course, other ones in every attempt' : ''}, ${q.tries === 1 ? 'one attempt' : `${q.tries} attempts`}${q.wait ? ` with ${q.wait} hours in between` : ''}; ${{ best: 'your best attempt counts', last: 'your last attempt counts', first: 'your first attempt counts', average: 'the average of your attempts counts' }[q.counts]} and ${q.pass}% is a pass.`,
		opensAt: (moment: string) =>
			`You can begin a new attempt from ${moment}. Until then, read again what was said about your answers.`,
		policyMore:
			'You may stop: later you go on where you were, also on another device. Leaving costs no attempt. After every answer you read why.',
		start: (n: number) => `Begin attempt ${n}`,
		goOn: (n: number) => `Continue attempt ${n}`,
		passed: 'Passed',
		notPassed: 'Not passed yet',
		noTries:
			'You have used all your attempts, and your best attempt stands. You can read all the answers again, now with the right answer too.',
		result: (n: number, percent: number) => `Attempt ${n}: ${percent}%`,
		triesLeft: (n: number) =>
			n === 0 ? 'No attempts left' : `${plural(n, 'attempt', 'attempts')} left`,
		attempts: 'Your attempts',
		inProgress: (answered: number, of: number) => `under way, ${answered} of ${of} answered`,
		read: 'Read the answers again',
		question: (n: number, of: number) => `Question ${n} of ${of}`,
		check: 'Check',
		nextQuestion: 'Next question',
		toResult: 'See your result',
		stop: 'Stop for now',
		stopHint: 'Everything is saved; empty is not wrong.',
		confidence: {
			legend: 'How sure are you?',
			levels: { sure: 'sure', fair: 'fairly sure', guess: 'a guess' }
		},
		again: 'Try again',
		saved: 'Saved.',
		verdicts: { right: 'Right', partly: 'Partly', 'not-yet': 'Not yet' },
		points: (earned: number, total: number) =>
			`${Math.floor((earned * 100) / total)}% of the points`,
		yours: 'Your answer',
		rightAnswer: 'The right answer',
		showRight: 'Show the right answer',
		noKeyYet:
			'The right answer stays closed for now: this question may come back in your next attempt.',
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
