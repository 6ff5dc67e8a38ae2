import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** Two colleagues look at an exercise, and neither side reads who the other is. */
export const peers = inBoth({
	nl: {
		title: 'Een tweede blik',
		lead: 'Twee collega’s uit je groep lezen deze oefening zoals ze nu is, met dezelfde schaal. Zij zien je naam niet, en jij de hunne niet. Je manager ziet er niets van.',
		careful: 'Wat je schreef, kan verraden wie je bent. Lees het nog eens na voordat je vraagt.',
		first: 'Kijk eerst zelf met de schaal hierboven; daarna kun je collega’s vragen.',
		none: 'Je zit niet in een groep. Er is niemand om te vragen.',
		tooFew: (name: string, people: number) =>
			`${name} heeft ${plural(people, 'deelnemer', 'deelnemers')}. Vanaf vijf kan niemand zomaar raden wie wat schreef; tot die tijd kun je hier niet vragen.`,
		ask: (name: string) => `Vraag twee collega’s (${name})`,
		askAgain: (name: string) => `Vraag het opnieuw, over wat er nu staat (${name})`,
		asked: (name: string, day: string) => `Gevraagd aan ${name} op ${day}.`,
		withdraw: 'Trek de vraag in',
		withdrawn: 'De vraag is ingetrokken. Niemand leest nog mee.',
		nothingYet: 'Er is nog geen antwoord.',
		colleague: (n: number) => `Collega ${n}`,
		about: (day: string, sent: string) => `over de versie van ${day}, geschreven op ${sent}`,
		suggestion: 'Beste suggestie',
		list: {
			title: 'Meekijken met collega’s',
			link: (n: number) => (n === 0 ? 'Meekijken met collega’s' : `Meekijken met collega’s (${n})`),
			lead: 'Collega’s uit je groep vragen een tweede blik. Je leest wat zij schreven zonder naam, en zij lezen jouw antwoord zonder naam.',
			none: 'Er is nu niets om mee te kijken.',
			asked: (day: string) => `gevraagd op ${day}`,
			places: (n: number) => `${plural(n, 'plek', 'plekken')} vrij`,
			claim: 'Kijk mee',
			goOn: 'Ga verder',
			sent: 'Lees wat je schreef',
			full: 'Die plek is net bezet, of de vraag is ingetrokken.'
		},
		review: {
			until: (day: string) => `Je plek blijft vrij tot en met ${day}.`,
			exercise: 'Wat er geschreven is',
			rubric: 'Jouw blik, met de schaal van deze oefening',
			rule: 'Kies bij elke rij wat er staat, en zeg in één zin waarom.',
			suggestion: 'Wat zou dit het meest verbeteren?',
			suggestionHint: 'Mag leeg blijven. Hoogstens 600 tekens. Schrijf geen namen op.',
			send: 'Stuur je antwoord',
			release: 'Geef de plek terug',
			sent: (day: string) => `Je antwoord is verstuurd op ${day}. Dank je wel.`,
			problems: {
				incomplete: 'Kies bij elke rij een niveau. Wat je schreef, staat er nog.',
				'too-long': 'Je suggestie is langer dan 600 tekens. Wat je schreef, staat er nog.',
				refused:
					'Dit past niet. Houd je redenen onder de 280 tekens; wat je schreef, staat er nog.',
				gone: 'Deze vraag is ingetrokken, of je plek is verlopen. Je antwoord is niet verstuurd; hieronder staat wat je schreef.'
			}
		}
	},
	en: {
		title: 'A second look',
		lead: 'Two colleagues of your group read this exercise as it is now, with the same scale. They do not see your name, nor you theirs. Your manager sees nothing of it.',
		careful: 'What you wrote may tell who you are. Read it once more before you ask.',
		first: 'Look yourself with the scale above first; then you can ask colleagues.',
		none: 'You are in no group. There is nobody to ask.',
		tooFew: (name: string, people: number) =>
			`${name} has ${plural(people, 'participant', 'participants')}. From five on nobody can simply guess who wrote what; until then you cannot ask here.`,
		ask: (name: string) => `Ask two colleagues (${name})`,
		askAgain: (name: string) => `Ask again, about what is here now (${name})`,
		asked: (name: string, day: string) => `Asked of ${name} on ${day}.`,
		withdraw: 'Withdraw the request',
		withdrawn: 'The request is withdrawn. Nobody reads along any more.',
		nothingYet: 'There is no answer yet.',
		colleague: (n: number) => `Colleague ${n}`,
		about: (day: string, sent: string) => `about the version of ${day}, written on ${sent}`,
		suggestion: 'Best suggestion',
		list: {
			title: 'Looking along with colleagues',
			link: (n: number) =>
				n === 0 ? 'Looking along with colleagues' : `Looking along with colleagues (${n})`,
			lead: 'Colleagues of your group ask for a second look. You read what they wrote without a name, and they read your answer without a name.',
			none: 'There is nothing to look at now.',
			asked: (day: string) => `asked on ${day}`,
			places: (n: number) => `${plural(n, 'place', 'places')} left`,
			claim: 'Look along',
			goOn: 'Go on',
			sent: 'Read what you wrote',
			full: 'That place has just been taken, or the request was withdrawn.'
		},
		review: {
			until: (day: string) => `Your place is kept up to and including ${day}.`,
			exercise: 'What was written',
			rubric: 'Your view, with the scale of this exercise',
			rule: 'Choose in each row what is there, and say why in one sentence.',
			suggestion: 'What would improve this most?',
			suggestionHint: 'May stay empty. At most 600 characters. Do not write down names.',
			send: 'Send your answer',
			release: 'Give the place back',
			sent: (day: string) => `Your answer was sent on ${day}. Thank you.`,
			problems: {
				incomplete: 'Choose a level in every row. What you wrote is still there.',
				'too-long': 'Your suggestion is longer than 600 characters. What you wrote is still there.',
				refused:
					'This does not fit. Keep your reasons under 280 characters; what you wrote is still there.',
				gone: 'This request was withdrawn, or your place has lapsed. Your answer was not sent; what you wrote is below.'
			}
		}
	}
});
