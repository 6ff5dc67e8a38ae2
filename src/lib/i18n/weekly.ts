import { inBoth } from './words.ts';

/** The weekly question: turning it on and off, and the pages behind the links in its mail. */
export const weekly = inBoth({
	nl: {
		title: 'Elke week één vraag per mail',
		about:
			'Tussen dinsdag en vrijdag, overdag, krijg je één vraag die je bijna vergeet. Hoogstens één mail per week, en alleen als er iets te herhalen is. Antwoorden kan vanuit de mail, zonder in te loggen.',
		on: 'De mail staat aan.',
		off: 'De mail staat uit.',
		turnOn: 'Zet de mail aan',
		turnOff: 'Zet de mail uit',
		onReview: {
			on: 'Je krijgt elke week één vraag per mail.',
			off: 'Liever één vraag per week in je mail?',
			link: 'Stel het in bij je account'
		},
		question: {
			title: 'De vraag uit je mail',
			lead: 'Het antwoord telt als herhaling voor wie de mail kreeg. Meer kan er niet met deze link.',
			done: 'Deze vraag heb je al beantwoord. De link heeft zijn werk gedaan.',
			'not-waiting':
				'Deze vraag wacht nu niet op een antwoord: ze is al herhaald, of ze hoort bij een quiz die nog open is.',
			'no-question': 'Deze vraag zit niet meer in de cursus.',
			gone: 'Deze link werkt niet meer',
			goneText:
				'Een vraag uit de mail is veertien dagen te beantwoorden. Wat er wacht, vind je na het inloggen bij Herhalen.',
			review: 'Naar Herhalen',
			signIn: 'Log in'
		},
		stop: {
			title: 'Geen vraag per week meer',
			lead: 'Je krijgt dan geen vragen meer per mail. Wat je hebt gedaan, blijft bewaard.',
			done: 'De mail met een vraag per week staat uit.',
			again: 'Toch weer? Zet hem aan bij je account.',
			account: 'Naar mijn account',
			gone: 'Deze link werkt niet meer',
			goneText: 'De mail kun je ook uitzetten bij je account.'
		}
	},
	en: {
		title: 'One question a week by email',
		about:
			'Between Tuesday and Friday, during the day, you get one question that you are about to forget. One email a week at most, and only if there is something to review. You can answer from the email, without signing in.',
		on: 'The email is on.',
		off: 'The email is off.',
		turnOn: 'Turn the email on',
		turnOff: 'Turn the email off',
		onReview: {
			on: 'You get one question a week by email.',
			off: 'Would you rather have one question a week by email?',
			link: 'Set it in your account'
		},
		question: {
			title: 'The question from your email',
			lead: 'The answer counts as a review for whoever got the email. This link is good for nothing else.',
			done: 'You have answered this question. The link has done its work.',
			'not-waiting':
				'This question is not waiting for an answer now: it has been reviewed already, or it belongs to a quiz that is still open.',
			'no-question': 'This question is no longer in the course.',
			gone: 'This link no longer works',
			goneText:
				'A question from the email can be answered for fourteen days. Once signed in, you find what is waiting under Review.',
			review: 'To Review',
			signIn: 'Sign in'
		},
		stop: {
			title: 'No more question a week',
			lead: 'You will then get no more questions by email. What you have done is kept.',
			done: 'The email with a question a week is off.',
			again: 'Changed your mind? Turn it on in your account.',
			account: 'To my account',
			gone: 'This link no longer works',
			goneText: 'You can also turn the email off in your account.'
		}
	}
});
