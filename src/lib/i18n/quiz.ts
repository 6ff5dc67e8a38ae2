import type { Counts, Explains, Reveals } from '#lib/course/course.ts';
import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What is said of a quiz before it begins; `wait` in hours, 0 for none. */
export type Policy = {
	questions: number;
	drawn: boolean;
	tries: number;
	pass: number;
	counts: Counts;
	wait: number;
	explains: Explains;
	reveals: Reveals;
};

/** The pages of a quiz; what a question itself says is in `item`. */
export const quiz = inBoth({
	nl: {
		title: (module: string) => `Quiz: ${module}`,
		policy: (q: Policy) =>
			`${q.questions} vragen${q.drawn ? ' uit de hele cursus, bij elke poging andere' : ''}, ${q.tries === 1 ? 'één poging' : `${q.tries} pogingen`}${q.wait ? ` met ${q.wait} uur ertussen` : ''}; ${{ best: 'je beste poging telt', last: 'je laatste poging telt', first: 'je eerste poging telt', average: 'het gemiddelde van je pogingen telt' }[q.counts]} en bij ${q.pass}% ben je geslaagd.`,
		opensAt: (moment: string) =>
			`Je kunt vanaf ${moment} aan een nieuwe poging beginnen. Lees tot die tijd de uitleg bij je antwoorden terug.`,
		policyMore: ({ explains, reveals }: Policy) =>
			`Stoppen mag: je gaat later verder waar je was, ook op een ander apparaat. Weggaan kost geen poging. ${{ each: 'Na elk antwoord lees je waarom.', end: 'Wat goed was en waarom, lees je na je laatste antwoord.' }[explains]}${reveals === 'never' ? ' Het juiste antwoord blijft dicht.' : ''}`,
		start: (n: number) => `Begin poging ${n}`,
		goOn: (n: number) => `Ga verder met poging ${n}`,
		passed: 'Geslaagd',
		notPassed: 'Nog niet geslaagd',
		noTries: ({ reveals }: Policy) =>
			`Je hebt al je pogingen gebruikt en je beste poging blijft staan. Je kunt alle antwoorden teruglezen${reveals === 'last' ? ', nu ook met het juiste antwoord erbij' : ''}.`,
		result: (n: number, percent: number) => `Poging ${n}: ${percent}%`,
		triesLeft: (n: number) =>
			n === 0 ? 'Geen pogingen over' : `Nog ${plural(n, 'poging', 'pogingen')}`,
		keyClosed: {
			'still-asked':
				'Het juiste antwoord blijft nog even dicht: deze vraag kan in je volgende poging terugkomen.',
			never: 'Het juiste antwoord blijft dicht: anderen krijgen deze vraag nog.'
		},
		withheld: 'Je antwoord is opgeslagen. Wat goed is en waarom, lees je na je laatste antwoord.',
		attempts: 'Je pogingen',
		inProgress: (answered: number, of: number) => `bezig, ${answered} van ${of} beantwoord`,
		read: 'Lees de antwoorden terug',
		question: (n: number, of: number) => `Vraag ${n} van ${of}`,
		nextQuestion: 'Volgende vraag',
		toResult: 'Bekijk je resultaat',
		stop: 'Stop voor nu',
		stopHint: 'Alles is opgeslagen; leeg is niet fout.'
	},
	en: {
		title: (module: string) => `Quiz: ${module}`,
		policy: (q: Policy) =>
			`${q.questions} questions${q.drawn ? ' from the whole course, other ones in every attempt' : ''}, ${q.tries === 1 ? 'one attempt' : `${q.tries} attempts`}${q.wait ? ` with ${q.wait} hours in between` : ''}; ${{ best: 'your best attempt counts', last: 'your last attempt counts', first: 'your first attempt counts', average: 'the average of your attempts counts' }[q.counts]} and ${q.pass}% is a pass.`,
		opensAt: (moment: string) =>
			`You can begin a new attempt from ${moment}. Until then, read again what was said about your answers.`,
		policyMore: ({ explains, reveals }: Policy) =>
			`You may stop: later you go on where you were, also on another device. Leaving costs no attempt. ${{ each: 'After every answer you read why.', end: 'What was right and why, you read after your last answer.' }[explains]}${reveals === 'never' ? ' The right answer stays closed.' : ''}`,
		start: (n: number) => `Begin attempt ${n}`,
		goOn: (n: number) => `Continue attempt ${n}`,
		passed: 'Passed',
		notPassed: 'Not passed yet',
		noTries: ({ reveals }: Policy) =>
			`You have used all your attempts, and your best attempt stands. You can read all the answers again${reveals === 'last' ? ', now with the right answer too' : ''}.`,
		result: (n: number, percent: number) => `Attempt ${n}: ${percent}%`,
		triesLeft: (n: number) =>
			n === 0 ? 'No attempts left' : `${plural(n, 'attempt', 'attempts')} left`,
		keyClosed: {
			'still-asked':
				'The right answer stays closed for now: this question may come back in your next attempt.',
			never: 'The right answer stays closed: others still get this question.'
		},
		withheld: 'Your answer is saved. What is right and why, you read after your last answer.',
		attempts: 'Your attempts',
		inProgress: (answered: number, of: number) => `under way, ${answered} of ${of} answered`,
		read: 'Read the answers again',
		question: (n: number, of: number) => `Question ${n} of ${of}`,
		nextQuestion: 'Next question',
		toResult: 'See your result',
		stop: 'Stop for now',
		stopHint: 'Everything is saved; empty is not wrong.'
	}
});
