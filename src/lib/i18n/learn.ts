import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const learn = inBoth({
	nl: {
		lesson: {
			afterThis: 'Na deze les kun je',
			minutesLeft: (n: number) =>
				n === 0 ? 'Alles beantwoord' : `Nog ongeveer ${plural(n, 'minuut', 'minuten')}`,
			resume: (step: number, of: number, title: string) =>
				`Je was bij stap ${step} van ${of}${title ? `: ${title}` : ''}.`,
			resumeLink: 'Ga daar verder',
			missed: 'Nog eens proberen?',
			missedWhy:
				'Deze vragen waren nog niet helemaal goed. De les is gedaan, ook als je ze laat zoals ze zijn.',
			readAgain: (title: string) =>
				title ? `Lees terug: ${title}` : 'Lees dit stuk van de les terug',
			another: 'Probeer er nog zo een',
			step: (step: number, of: number) => `Stap ${step} van ${of}`,
			steps: 'Stappen van deze les',
			done: 'Deze les is gedaan.',
			notDone: (n: number) =>
				`Om deze les af te ronden: nog ${plural(n, 'vraag', 'vragen')} te beantwoorden.`,
			toNext: (what: string) => `Naar ${what}`,
			previous: 'Vorige',
			next: 'Volgende',
			map: 'Naar het overzicht',
			quizName: 'de quiz',
			lessonName: (id: string) => `les ${id.toUpperCase()}`,
			waiting: (n: number) =>
				n === 1
					? 'Het laatste stuk gaat open als je de vraag hierboven hebt beantwoord.'
					: `Nog ${n} stukken. Ze gaan open als je de vraag hierboven hebt beantwoord.`,
			readOn: 'Lees nu al verder',
			notebook: 'Mijn aantekeningen bij deze les'
		},
		predict: {
			label: 'Voorspel',
			commit: 'Leg mijn voorspelling vast',
			yours: 'Je voorspelde',
			kept: 'Opgeslagen. Je voorspelling staat vast; je kunt haar later vergelijken met wat er gebeurde.',
			empty: 'Kies eerst een antwoord. Een voorspelling mag fout zijn.'
		},
		note: {
			label: 'Jouw notitie',
			save: 'Bewaar notitie',
			saved: (time: string) => `Opgeslagen om ${time}.`,
			left: (n: number) =>
				n >= 0 ? `Nog ${plural(n, 'teken', 'tekens')}` : `${plural(-n, 'teken', 'tekens')} te veel`,
			tooLong: (max: number, length: number) =>
				`Deze notitie heeft ${length} tekens; er passen er ${max}. Wat je typte staat er nog, maar is niet opgeslagen.`,
			conflict:
				'Deze notitie is intussen op een ander apparaat veranderd. Hieronder staat wat daar is opgeslagen; wat je hier typte, staat er nog en is niet opgeslagen.',
			keepMine: 'Bewaar wat ik hier typte',
			theirs: 'Op het andere apparaat'
		},
		saving: {
			busy: 'Bezig met opslaan …',
			failed:
				'Nog niet opgeslagen: er is geen verbinding, of de server antwoordt niet. Wat je invulde staat er nog.',
			signedOut:
				'Nog niet opgeslagen: je bent niet meer ingelogd. Wat je invulde staat er nog. Log in en probeer het opnieuw.',
			kept: 'Op dit apparaat bewaard. Wordt verstuurd zodra er weer verbinding is.',
			signIn: 'Inloggen in een nieuw tabblad',
			again: 'Probeer opnieuw'
		},
		sim: {
			locked: 'Leg eerst je voorspelling vast; dan gaat de simulatie open.'
		}
	},
	en: {
		lesson: {
			afterThis: 'After this lesson you can',
			minutesLeft: (n: number) =>
				n === 0 ? 'Everything answered' : `About ${plural(n, 'minute', 'minutes')} left`,
			resume: (step: number, of: number, title: string) =>
				`You were at step ${step} of ${of}${title ? `: ${title}` : ''}.`,
			resumeLink: 'Continue there',
			missed: 'Try again?',
			missedWhy:
				'These questions were not fully right yet. The lesson is done, also if you leave them as they are.',
			readAgain: (title: string) =>
				title ? `Read again: ${title}` : 'Read this part of the lesson again',
			another: 'Try another like it',
			step: (step: number, of: number) => `Step ${step} of ${of}`,
			steps: 'Steps of this lesson',
			done: 'This lesson is done.',
			notDone: (n: number) =>
				`To finish this lesson: ${plural(n, 'question', 'questions')} still to answer.`,
			toNext: (what: string) => `To ${what}`,
			previous: 'Previous',
			next: 'Next',
			map: 'To the overview',
			quizName: 'the quiz',
			lessonName: (id: string) => `lesson ${id.toUpperCase()}`,
			waiting: (n: number) =>
				n === 1
					? 'The last part opens once you have answered the question above.'
					: `${n} more parts. They open once you have answered the question above.`,
			readOn: 'Read on now',
			notebook: 'My notes on this lesson'
		},
		predict: {
			label: 'Predict',
			commit: 'Commit my prediction',
			yours: 'You predicted',
			kept: 'Saved. Your prediction stands; later you can compare it with what happened.',
			empty: 'Choose an answer first. A prediction may be wrong.'
		},
		note: {
			label: 'Your note',
			save: 'Save note',
			saved: (time: string) => `Saved at ${time}.`,
			left: (n: number) =>
				n >= 0
					? `${plural(n, 'character', 'characters')} left`
					: `${plural(-n, 'character', 'characters')} too many`,
			tooLong: (max: number, length: number) =>
				`This note has ${length} characters; ${max} fit. What you typed is still here, but has not been saved.`,
			conflict:
				'This note was changed on another device in the meantime. Below is what was saved there; what you typed here is still here and has not been saved.',
			keepMine: 'Save what I typed here',
			theirs: 'On the other device'
		},
		saving: {
			busy: 'Saving …',
			failed:
				'Not saved yet: there is no connection, or the server does not answer. What you entered is still here.',
			signedOut:
				'Not saved yet: you are no longer signed in. What you entered is still here. Sign in and try again.',
			kept: 'Kept on this device. It will be sent as soon as there is a connection again.',
			signIn: 'Sign in in a new tab',
			again: 'Try again'
		},
		sim: {
			locked: 'Commit your prediction first; then the simulation opens.'
		}
	}
});
