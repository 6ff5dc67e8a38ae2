import { inBoth } from './words.ts';

export const landing = inBoth({
	nl: {
		title: 'Waarom is social media sociaal?',
		lead: 'Een cursus voor wie bij een grotere organisatie werkt aan communicatie of social media. Je begint bij een essay over haast, leest wat de sociologie over groepen weet, en oefent met de vragen waar een strategie op rust.',
		start: 'Begin met de cursus',
		goOn: 'Ga verder met de cursus',
		have: 'Ik heb al een account',
		tryIt: 'Probeer de eerste les',
		outline: 'Het programma',
		size: (lessons: number, modules: number, minutes: number) =>
			`${lessons} lessen in ${modules} modules, samen ongeveer ${Math.round(minutes / 60)} uur, na elke module een quiz en aan het eind een toets. De eerste les kun je proberen zonder account.`,
		minutes: (n: number) => `${n} min.`,
		module: (lessons: number, minutes: number) => `${lessons} lessen · ${minutes} min.`,
		quiz: (n: number, pass: number) => `Afsluitende quiz: ${n} vragen, geslaagd bij ${pass}%`,
		facts: [
			{
				title: 'Voorspel, speel, verklaar',
				text: 'Je zegt eerst wat je verwacht. Dan laat een model zien wat er gebeurt, en ga je na waarom.'
			},
			{
				title: 'Feedback die zegt waarom',
				text: 'Bij elk antwoord staat waarom het klopt of niet, ook als je het goed had.'
			},
			{
				title: 'Eén voortgang, twee talen',
				text: 'Wissel op elk moment tussen Nederlands en Engels. Er gaat niets verloren.'
			},
			{
				title: 'Je manager ziet wat jij ziet',
				text: 'Een eigen pagina toont precies welke regel je manager over je leest. Antwoorden staan daar niet bij.'
			}
		],
		figure: {
			title: 'Tien mensen en hun banden',
			description:
				'Tien stippen, verbonden door lijnen, in twee groepen. Eén paarse lijn verbindt de twee groepen: een brug. De mensen aan de brug zijn gevuld, de anderen zijn open.',
			bridge: 'een brug'
		}
	},
	en: {
		title: 'Why is social media social?',
		lead: 'A course for people who work on communication or social media in a larger organisation. You start from an essay about haste, read what sociology knows about groups, and practise with the questions a strategy rests on.',
		start: 'Start the course',
		goOn: 'Continue the course',
		have: 'I already have an account',
		tryIt: 'Try the first lesson',
		outline: 'The programme',
		size: (lessons: number, modules: number, minutes: number) =>
			`${lessons} lessons in ${modules} modules, about ${Math.round(minutes / 60)} hours together, a quiz after every module and a test at the end. You can try the first lesson without an account.`,
		minutes: (n: number) => `${n} min`,
		module: (lessons: number, minutes: number) => `${lessons} lessons · ${minutes} min`,
		quiz: (n: number, pass: number) => `Closing quiz: ${n} questions, passed at ${pass}%`,
		facts: [
			{
				title: 'Predict, play, explain',
				text: 'You first say what you expect. Then a model shows what happens, and you work out why.'
			},
			{
				title: 'Feedback that says why',
				text: 'With every answer you read why it holds or does not, also when you were right.'
			},
			{
				title: 'One progress, two languages',
				text: 'Switch between Dutch and English at any moment. Nothing is lost.'
			},
			{
				title: 'Your manager sees what you see',
				text: 'A page of your own shows exactly which line your manager reads about you. Answers are not in it.'
			}
		],
		figure: {
			title: 'Ten people and their ties',
			description:
				'Ten dots, connected by lines, in two groups. One purple line connects the two groups: a bridge. The people at the bridge are filled, the others are open.',
			bridge: 'a bridge'
		}
	}
});
