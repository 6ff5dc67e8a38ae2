import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The overview of the course; apart from `learn`, so that a lesson does not carry it. */
export const courseMap = inBoth({
	nl: {
		title: 'De cursus',
		goOn: (what: string) => `Ga verder: ${what}`,
		begin: (what: string) => `Begin met ${what}`,
		finished: 'Je hebt alles gedaan. Je kunt elke les en elk antwoord teruglezen.',
		certificate: 'Je certificaat',
		progress: (done: number, required: number, percent: number) =>
			`${done} van ${required} onderdelen gedaan (${percent}%)`,
		counts: 'Wat telt hierin mee, en sinds wanneer?',
		countsRule:
			'Een les is gedaan als je de voorspellingen en controlevragen hebt beantwoord, goed of fout. Een quiz is gedaan als je geslaagd bent. Lezen of wachten telt niet mee.',
		doneSince: (day: string) => `gedaan op ${day}`,
		notDone: 'nog niet gedaan',
		lesson: (id: string) => `Les ${id.toUpperCase()}`,
		quiz: 'Quiz',
		states: {
			done: 'gedaan',
			started: 'begonnen',
			open: 'nog niet begonnen',
			failed: 'niet gehaald'
		},
		newParts: (n: number) =>
			`${plural(n, 'nieuw onderdeel', 'nieuwe onderdelen')} sinds je begon; ze tellen niet mee in je percentage.`,
		minutes: (n: number) => `${n} min.`,
		ofModule: (done: number, required: number) => `${done} van ${required} gedaan`,
		later: 'Nieuw sinds je begon',
		waiting: (n: number) => `Herhalen: ${plural(n, 'vraag staat', 'vragen staan')} klaar`
	},
	en: {
		title: 'The course',
		goOn: (what: string) => `Continue: ${what}`,
		begin: (what: string) => `Begin with ${what}`,
		finished: 'You have done everything. You can read every lesson and every answer again.',
		certificate: 'Your certificate',
		progress: (done: number, required: number, percent: number) =>
			`${done} of ${required} parts done (${percent}%)`,
		counts: 'What counts in this, and since when?',
		countsRule:
			'A lesson is done when you have answered its predictions and checks, right or wrong. A quiz is done when you have passed. Reading or waiting does not count.',
		doneSince: (day: string) => `done on ${day}`,
		notDone: 'not done yet',
		lesson: (id: string) => `Lesson ${id.toUpperCase()}`,
		quiz: 'Quiz',
		states: { done: 'done', started: 'started', open: 'not started', failed: 'not passed' },
		newParts: (n: number) =>
			`${plural(n, 'new part', 'new parts')} since you began; they do not count in your percentage.`,
		minutes: (n: number) => `${n} min`,
		ofModule: (done: number, required: number) => `${done} of ${required} done`,
		later: 'New since you began',
		waiting: (n: number) => `Review: ${plural(n, 'question is', 'questions are')} waiting`
	}
});
