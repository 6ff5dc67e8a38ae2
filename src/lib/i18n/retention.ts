import type { RetentionDays } from '#lib/learning/retention.ts';
import { inBoth } from './words.ts';

/** "Do you still know?": the check after the course, what is said of it elsewhere, and what a manager reads of a group. */
export const retention = inBoth({
	nl: {
		title: 'Weet je het nog?',
		after: (days: RetentionDays) => `${days} dagen na de cursus`,
		lead: 'Vijf vragen uit je eigen quizzen, zonder cijfer: alleen jij ziet wat je antwoordt, en van de vragen na 30 dagen ziet je manager één gemiddelde, van minstens vijf mensen samen.',
		costs:
			'Je kunt niet zakken en je voortgang verandert niet. Stoppen mag: je gaat later verder waar je was. Na elk antwoord lees je waarom; het juiste antwoord zie je na de vijfde vraag.',
		start: 'Begin met de vijf vragen',
		goOn: (question: number) => `Ga verder met vraag ${question}`,
		openUntil: (day: string) => `Je kunt beginnen tot en met ${day}.`,
		underWay: (answered: number, of: number) =>
			`Je hebt ${answered} van de ${of} vragen beantwoord.`,
		unfinished: (days: RetentionDays) =>
			`Deze vragen komen ${days} dagen nadat je alle onderdelen van de cursus hebt gedaan.`,
		waiting: (day: string) => `Deze vragen staan vanaf ${day} voor je klaar.`,
		missed: (day: string) =>
			`Deze vragen konden tot en met ${day}. Bij Herhalen kun je blijven oefenen.`,
		closed: 'Deze vragen staan nu niet open.',
		result: (right: number, of: number) => `${right} van de ${of} goed`,
		compared: (right: number, of: number) =>
			`Toen een quiz je deze ${of} vragen voor het eerst stelde, had je er ${right} goed.`,
		takenOn: (day: string) => `Gedaan op ${day}`,
		first: {
			right: 'De eerste keer, in de quiz: juist.',
			wrong: 'De eerste keer, in de quiz: nog niet juist.'
		},
		readAgain: (id: string, title: string) => `Lees terug: ${id.toUpperCase()} ${title}`,
		notice: {
			waiting: (days: RetentionDays, day: string) =>
				`Weet je het nog? Op ${day}, ${days} dagen na de cursus, staan er vijf vragen voor je klaar.`,
			open: 'Weet je het nog? Vijf vragen, zonder cijfer',
			until: (day: string) => `tot en met ${day}`,
			begun: 'Weet je het nog? Ga verder met de vijf vragen',
			taken: (days: RetentionDays, right: number, of: number) =>
				`Na ${days} dagen: ${right} van ${of}`
		},
		group: {
			title: 'Wat blijft hangen',
			figure: (people: number, mean: string, of: number) =>
				`Van ${people} mensen, 30 dagen nadat ze klaar waren: gemiddeld ${mean} van de ${of} vragen goed.`,
			tooFew: 'Nog niets te zien: hiervoor zijn er minstens vijf mensen nodig die meededen.',
			rule: 'Het cijfer gaat over vijf, tien, vijftien … mensen en verandert pas als er weer vijf bij zijn gekomen; het wordt één keer per dag bijgewerkt. Wie meedeed en wie wat goed had, is niet te zien.',
			learner:
				'Daarnaast ziet je manager één cijfer over de groep: hoeveel van de vijf vragen van “Weet je het nog?” na 30 dagen gemiddeld goed waren. Dat staat er alleen voor minstens vijf mensen samen en verandert per vijf mensen. Of jij meedeed en wat je goed had, is niet te zien, en het staat niet in het bestand dat je manager kan downloaden. Van vijftien mensen of meer samen ziet je manager ook hoe goed de groep de leerdoelen beheerst en welke misvattingen het vaakst gekozen zijn, in stappen van vijf; ook daarin is niemand te herkennen.'
		}
	},
	en: {
		title: 'Do you still know?',
		after: (days: RetentionDays) => `${days} days after the course`,
		lead: 'Five questions from your own quizzes, without a mark: only you see what you answer, and of the questions after 30 days your manager sees one average, of at least five people together.',
		costs:
			'You cannot fail, and your progress does not change. You may stop: later you go on where you were. After every answer you read why; you see the right answer after the fifth question.',
		start: 'Begin the five questions',
		goOn: (question: number) => `Continue with question ${question}`,
		openUntil: (day: string) => `You can begin until ${day}, that day included.`,
		underWay: (answered: number, of: number) =>
			`You have answered ${answered} of the ${of} questions.`,
		unfinished: (days: RetentionDays) =>
			`These questions come ${days} days after you have done every part of the course.`,
		waiting: (day: string) => `These questions are ready for you from ${day}.`,
		missed: (day: string) =>
			`These questions were open until ${day}. You can keep practising under Review.`,
		closed: 'These questions are not open now.',
		result: (right: number, of: number) => `${right} of ${of} right`,
		compared: (right: number, of: number) =>
			`When a quiz first asked you these ${of} questions, you had ${right} right.`,
		takenOn: (day: string) => `Done on ${day}`,
		first: {
			right: 'The first time, in the quiz: right.',
			wrong: 'The first time, in the quiz: not right yet.'
		},
		readAgain: (id: string, title: string) => `Read again: ${id.toUpperCase()} ${title}`,
		notice: {
			waiting: (days: RetentionDays, day: string) =>
				`Do you still know? On ${day}, ${days} days after the course, five questions will be ready for you.`,
			open: 'Do you still know? Five questions, without a mark',
			until: (day: string) => `until ${day}, that day included`,
			begun: 'Do you still know? Continue the five questions',
			taken: (days: RetentionDays, right: number, of: number) =>
				`After ${days} days: ${right} of ${of}`
		},
		group: {
			title: 'What stays',
			figure: (people: number, mean: string, of: number) =>
				`Of ${people} people, 30 days after they finished: on average ${mean} of the ${of} questions right.`,
			tooFew: 'Nothing to show yet: this takes at least five people who took part.',
			rule: 'The figure is about five, ten, fifteen … people, and changes only when five more have been added; it is updated once a day. Who took part and who had what right cannot be seen.',
			learner:
				'Besides, your manager sees one figure about the group: how many of the five questions of “Do you still know?” were right on average after 30 days. It is shown for at least five people together and changes per five people. Whether you took part and what you had right cannot be seen, and it is not in the file your manager can download. Of fifteen people or more together your manager also sees how well the group masters the objectives and which misconceptions were chosen most, in steps of five; nobody can be recognised in that either.'
		}
	}
});
