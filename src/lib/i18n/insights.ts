import { inBoth } from './words.ts';

/** What a group shows together of objectives and misconceptions. */
export const insights = inBoth({
	nl: {
		title: 'Wat de groep al kan',
		lead: 'Naar de eerste keer dat mensen een vraag beantwoordden. Wordt eens per dag bijgewerkt, met vijf nieuwe mensen tegelijk.',
		rule: 'Laag: minder dan de helft van de punten. Midden: van de helft tot vier vijfde. Hoog: vier vijfde of meer. Er staat altijd “minstens”, in stappen van vijf; tien mensen of meer blijven buiten de telling. Zo is van niemand te zien wat zij of hij kan, ook niet door vaak te kijken of door wie erbij komt of weggaat.',
		none: 'Nog te weinig mensen om iets te laten zien: hiervoor zijn er minstens vijftien nodig die genoeg vragen hebben beantwoord.',
		objective: 'Leerdoel',
		levels: ['laag', 'midden', 'hoog'],
		of: 'van',
		atLeast: (n: number) => (n === 0 ? '–' : `≥ ${n}`),
		tooFew: 'nog te weinig mensen',
		misconceptions: 'Misvattingen om over te praten',
		misconceptionsLead:
			'De drie die in deze groep het vaakst gekozen zijn, met wat ertegenin te brengen is. Goed voor een teamoverleg.',
		noMisconceptions: 'Er is geen misvatting die vaak genoeg gekozen is om hier te staan.',
		held: (n: number, of: number) =>
			`Minstens ${n} van de ${of} mensen koos dit bij een eerste keer.`,
		lesson: (title: string) => `Lees verder in “${title}”`
	},
	en: {
		title: 'What the group can do already',
		lead: 'By the first time people answered a question. Brought up to date once a day, five new people at a time.',
		rule: 'Low: less than half of the points. Middle: from half to four fifths. High: four fifths or more. It always says “at least”, in steps of five; ten people or more are left out of the count. So nobody can see what any one person can do, not by looking often either, nor from who comes or goes.',
		none: 'Too few people to show anything yet: this takes at least fifteen who have answered enough questions.',
		objective: 'Objective',
		levels: ['low', 'middle', 'high'],
		of: 'of',
		atLeast: (n: number) => (n === 0 ? '–' : `≥ ${n}`),
		tooFew: 'too few people yet',
		misconceptions: 'Misconceptions to talk about',
		misconceptionsLead:
			'The three that were chosen most in this group, with what can be said against them. Good for a team meeting.',
		noMisconceptions: 'No misconception was chosen often enough to be here.',
		held: (n: number, of: number) => `At least ${n} of the ${of} people chose this at a first try.`,
		lesson: (title: string) => `Read on in “${title}”`
	}
});
