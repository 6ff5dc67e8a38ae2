import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const review = inBoth({
	nl: {
		title: 'Herhalen',
		lead: 'Vragen die je eerder beantwoordde komen terug op het moment dat je ze bijna vergeet. Hoogstens tien per dag; het telt nergens voor mee.',
		waiting: (n: number) => `Nog ${plural(n, 'vraag', 'vragen')} voor vandaag`,
		like: 'Nog een vraag over hetzelfde doel.',
		noOther: 'Over dit doel is er nu geen andere vraag. Morgen misschien wel.',
		none: 'Er is nu niets te herhalen.',
		next: (day: string) => `De volgende vraag komt op ${day}.`,
		start: 'Beantwoord eerst vragen in een les; daarna komen ze hier terug.',
		goOn: 'Volgende vraag',
		finish: 'Klaar voor vandaag',
		readAgain: (id: string, title: string) => `Lees terug: ${id.toUpperCase()} ${title}`,
		learning: {
			title: 'Wat ik weet',
			lead: 'Alleen jij ziet deze pagina. Ze gaat over je eerste antwoord op elke vraag: wat je wist voordat iemand het je vertelde.',
			calibration: 'Hoe goed je jezelf inschat',
			calibrationLead:
				'Wie zich goed inschat, heeft van de antwoorden die “zeker” waren bijna alles goed, en van de gokken ongeveer een derde.',
			noConfidence:
				'Je hebt nog niet gezegd hoe zeker je was. Doe dat bij een volgende vraag, dan zie je hier hoe goed je jezelf inschat.',
			columns: ['Zo zeker', 'Goed', 'Van', 'Aandeel'],
			share: (level: string, right: number, given: number) =>
				`${level}: ${right} van ${given} goed`,
			objectives: 'Per doel',
			enough: 'Vanaf twee vragen over een doel is er iets te zeggen.',
			tooFew: (n: number) =>
				`Over ${plural(n, 'doel', 'doelen')} uit lessen die je begon is nog te weinig gevraagd.`,
			mastery: {
				low: 'laag',
				medium: 'redelijk',
				high: 'hoog'
			},
			none: 'Beantwoord eerst een paar vragen.'
		}
	},
	en: {
		title: 'Review',
		lead: 'Questions you answered before come back when you are about to forget them. Ten a day at most; it counts towards nothing.',
		waiting: (n: number) => `${plural(n, 'question', 'questions')} left for today`,
		like: 'Another question about the same objective.',
		noOther: 'There is no other question about this objective now. Perhaps there is tomorrow.',
		none: 'There is nothing to review now.',
		next: (day: string) => `The next question comes on ${day}.`,
		start: 'Answer questions in a lesson first; after that they come back here.',
		goOn: 'Next question',
		finish: 'Done for today',
		readAgain: (id: string, title: string) => `Read again: ${id.toUpperCase()} ${title}`,
		learning: {
			title: 'What I know',
			lead: 'Only you can see this page. It is about your first answer to every question: what you knew before anyone told you.',
			calibration: 'How well you judge yourself',
			calibrationLead:
				'Somebody who judges well has nearly all “sure” answers right, and about a third of the guesses.',
			noConfidence:
				'You have not said how sure you were yet. Do so with a next question, and you will see here how well you judge yourself.',
			columns: ['How sure', 'Right', 'Of', 'Share'],
			share: (level: string, right: number, given: number) =>
				`${level}: ${right} of ${given} right`,
			objectives: 'By objective',
			enough: 'From two questions on an objective something can be said.',
			tooFew: (n: number) =>
				`Too little has been asked about ${plural(n, 'objective', 'objectives')} of lessons you began.`,
			mastery: {
				low: 'low',
				medium: 'fair',
				high: 'high'
			},
			none: 'Answer a few questions first.'
		}
	}
});
