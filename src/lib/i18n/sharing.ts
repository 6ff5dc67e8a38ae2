import { inBoth } from './words.ts';

/** Looking at one's own exercise with the rubric, sharing it, and what a manager answers. */
export const sharing = inBoth({
	nl: {
		levels: ['Beginnend', 'Op weg', 'Bekwaam', 'Sterk'],
		why: 'Waarom? (één zin)',
		assess: {
			title: 'Kijk zelf',
			lead: 'Lees je tekst terug met deze schaal. Kies per rij wat er nu staat, niet wat je bedoelde.',
			save: 'Bewaar mijn oordeel',
			saved: 'Je oordeel is bewaard.',
			incomplete: 'Kies bij elke rij een niveau. Wat je koos, staat er nog.',
			refused: `Dit past niet. Houd je redenen onder de 280 tekens; wat je schreef, staat er nog.`
		},
		ready: {
			yes: 'Deze oefening is klaar om te bespreken.',
			why: 'Naar je eigen oordeel staat geen rij op ‘beginnend’ en minstens de helft op ‘bekwaam’ of ‘sterk’.',
			notYet: 'Deze oefening is nog niet klaar om te bespreken.',
			rule: 'Daarvoor staat geen rij op ‘beginnend’ en minstens de helft op ‘bekwaam’ of ‘sterk’.',
			low: (rows: string) => `Nog op ‘beginnend’: ${rows}.`,
			halfway: (rows: string) => `Op ‘op weg’, en misschien al te versterken: ${rows}.`
		},
		managerSaid: 'Je manager koos',
		ownSaid: 'De schrijver koos',
		talk: 'Jullie verschillen twee niveaus of meer. Praat er tien minuten over.',
		share: {
			title: 'Delen met je manager',
			lead: 'Delen kan per oefening. Je manager leest dan wat er nu staat, met je eigen oordeel erbij. Wat je daarna verandert, blijft van jou tot je opnieuw deelt.',
			first: 'Kijk eerst zelf met de schaal hierboven; daarna kun je delen.',
			none: 'Je zit niet in een groep. Er is niemand om mee te delen.',
			with: (names: string, cohort: string) => `${names} (${cohort})`,
			now: 'Deel met mijn manager',
			again: 'Deel de nieuwe versie',
			since: (day: string) => `Gedeeld sinds ${day}.`,
			revoke: 'Stop met delen',
			notShared: 'Niet gedeeld.',
			comment: (name: string, day: string) => `${name} schreef op ${day}`,
			enables: 'Wat je manager mogelijk maakt'
		},
		manager: {
			title: 'Gedeelde oefeningen',
			lead: 'Alleen wat iemand zelf met je deelt, staat hier, zoals het was op dat moment. Wie ophoudt met delen, verdwijnt uit deze lijst.',
			none: 'Niemand deelt nu een oefening.',
			shared: (day: string) => `gedeeld op ${day}`,
			list: 'Alle gedeelde oefeningen',
			of: (name: string) => `Van ${name}`,
			rubric: 'Jouw blik, met dezelfde schaal',
			optional: 'Je hoeft niet elke rij in te vullen.',
			body: 'Wat wil je erover zeggen?',
			enables: 'Wat ga jij mogelijk maken?',
			send: 'Stuur je antwoord',
			sent: 'Je antwoord staat bij de oefening.',
			'enables-missing': 'Schrijf op wat jij mogelijk gaat maken. De rest staat er nog.',
			'too-long':
				'Dit is te lang: hoogstens 1.000 tekens voor je opmerking en 400 voor wat je mogelijk maakt.',
			unknown:
				'Dit kon niet worden bewaard. Houd redenen onder de 280 tekens; wat je schreef, staat er nog.'
		},
		seen: {
			title: 'Wat je zelf deelt',
			none: 'Van je strategiecanvas ziet je manager niets: je deelt geen oefening.',
			line: (title: string, cohort: string, day: string) => `${title}, met ${cohort}, sinds ${day}`
		}
	},
	en: {
		levels: ['Emerging', 'Developing', 'Proficient', 'Strong'],
		why: 'Why? (one sentence)',
		assess: {
			title: 'Look yourself',
			lead: 'Read your text again with this scale. Choose for each row what is there now, not what you meant.',
			save: 'Keep my judgement',
			saved: 'Your judgement is kept.',
			incomplete: 'Choose a level in every row. What you chose is still there.',
			refused: `This does not fit. Keep your reasons under 280 characters; what you wrote is still there.`
		},
		ready: {
			yes: 'This exercise is ready to discuss.',
			why: 'By your own judgement no row is at ‘emerging’ and at least half are at ‘proficient’ or ‘strong’.',
			notYet: 'This exercise is not ready to discuss yet.',
			rule: 'For that, no row is at ‘emerging’ and at least half are at ‘proficient’ or ‘strong’.',
			low: (rows: string) => `Still at ‘emerging’: ${rows}.`,
			halfway: (rows: string) => `At ‘developing’, and perhaps to be made stronger: ${rows}.`
		},
		managerSaid: 'Your manager chose',
		ownSaid: 'The writer chose',
		talk: 'You differ by two levels or more. Talk about it for ten minutes.',
		share: {
			title: 'Sharing with your manager',
			lead: 'You share one exercise at a time. Your manager then reads what is there now, with your own judgement. What you change afterwards stays yours until you share again.',
			first: 'Look yourself with the scale above first; then you can share.',
			none: 'You are in no group. There is nobody to share with.',
			with: (names: string, cohort: string) => `${names} (${cohort})`,
			now: 'Share with my manager',
			again: 'Share the new version',
			since: (day: string) => `Shared since ${day}.`,
			revoke: 'Stop sharing',
			notShared: 'Not shared.',
			comment: (name: string, day: string) => `${name} wrote on ${day}`,
			enables: 'What your manager makes possible'
		},
		manager: {
			title: 'Shared exercises',
			lead: 'Only what somebody chose to share with you is here, as it was at that moment. Who stops sharing disappears from this list.',
			none: 'Nobody shares an exercise now.',
			shared: (day: string) => `shared on ${day}`,
			list: 'All shared exercises',
			of: (name: string) => `By ${name}`,
			rubric: 'Your view, with the same scale',
			optional: 'You need not fill in every row.',
			body: 'What would you like to say about it?',
			enables: 'What will you make possible?',
			send: 'Send your answer',
			sent: 'Your answer stands with the exercise.',
			'enables-missing': 'Write down what you will make possible. The rest is still there.',
			'too-long':
				'This is too long: at most 1,000 characters for your comment and 400 for what you make possible.',
			unknown:
				'This could not be kept. Keep reasons under 280 characters; what you wrote is still there.'
		},
		seen: {
			title: 'What you share yourself',
			none: 'Your manager sees nothing of your strategy canvas: you share no exercise.',
			line: (title: string, cohort: string, day: string) => `${title}, with ${cohort}, since ${day}`
		}
	}
});
