import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What became of the if-then plans, a month later. */
export const plans = inBoth({
	nl: {
		title: 'Wat is er van je plannen gekomen?',
		lead: 'Dertig dagen nadat je een als-danplan opschrijft, vragen we hoe het ging. Alleen voor jezelf: niemand anders leest je antwoord, ook je manager niet. Het staat wel in de bestanden van je canvas die je zelf bewaart.',
		waitingNotice: (n: number) => `${plural(n, 'als-danplan', 'als-danplannen')}: hoe ging het?`,
		none: 'Je hebt nog geen als-danplannen opgeschreven.',
		toPlans: 'Naar je als-danplannen',
		plan: (condition: string, action: string) => `${condition}, ${action}`,
		later: (day: string) => `We vragen ernaar op ${day}.`,
		question: 'Heb je het gedaan?',
		outcomes: { done: 'Ja, gedaan', partly: 'Deels', not: 'Nee, niet gedaan' },
		note: 'Wat maakte het verschil?',
		noteHint: 'Mag leeg blijven. Hoogstens 400 tekens.',
		save: 'Bewaar',
		saved: 'Je antwoord is bewaard.',
		said: (outcome: string, day: string) => `${outcome} (${day})`,
		change: 'Verander je antwoord',
		again:
			'Een plan dat niet lukte, was vaak te groot of had geen duidelijk moment. Herschrijf het kleiner.',
		past: 'Eerdere plannen',
		columns: {
			plan: 'Plan',
			outcome: 'Gedaan?',
			note: 'Wat maakte het verschil?',
			day: 'Gezegd op'
		},
		problems: {
			'no-outcome': 'Kies of je het gedaan hebt. Wat je typte, staat er nog.',
			'too-long': 'Dit is langer dan 400 tekens. Maak het korter; wat je typte, staat er nog.',
			'sent-before':
				'Dit formulier was al verstuurd, met een ander antwoord. Druk nog eens op Bewaar als dit het moet worden.'
		}
	},
	en: {
		title: 'What became of your plans?',
		lead: 'Thirty days after you write down an if-then plan, we ask how it went. Only for yourself: nobody else reads your answer, not even your manager. It is in the files of your canvas that you keep yourself.',
		waitingNotice: (n: number) => `${plural(n, 'if-then plan', 'if-then plans')}: how did it go?`,
		none: 'You have not written down any if-then plans yet.',
		toPlans: 'To your if-then plans',
		plan: (condition: string, action: string) => `${condition}, ${action}`,
		later: (day: string) => `We ask about it on ${day}.`,
		question: 'Did you do it?',
		outcomes: { done: 'Yes, done', partly: 'Partly', not: 'No, not done' },
		note: 'What made the difference?',
		noteHint: 'May stay empty. At most 400 characters.',
		save: 'Save',
		saved: 'Your answer is saved.',
		said: (outcome: string, day: string) => `${outcome} (${day})`,
		change: 'Change your answer',
		again:
			'A plan that did not work was often too big, or had no clear moment. Rewrite it smaller.',
		past: 'Earlier plans',
		columns: { plan: 'Plan', outcome: 'Done?', note: 'What made the difference?', day: 'Said on' },
		problems: {
			'no-outcome': 'Choose whether you did it. What you typed is still there.',
			'too-long':
				'This is longer than 400 characters. Make it shorter; what you typed is still there.',
			'sent-before':
				'This form was sent before, with another answer. Press Save again if this is the one.'
		}
	}
});
