import { inBoth } from '#lib/i18n/words.ts';

export const thresholdWords = inBoth({
	nl: {
		name: 'Drempels',
		presets: { all: '0 t/m 99', one: 'één persoon anders' },
		presetsLabel: 'Groep',
		step: 'Eén stap verder',
		run: 'Speel af',
		pause: 'Stop',
		reset: 'Opnieuw',
		round: (n: number) => `Ronde ${n}`,
		sentence: (n: number, of: number) => `${n} van de ${of} doen mee.`,
		ended: 'Niemand komt nog in beweging.',
		picture: (n: number, of: number) =>
			`Een plein met ${of} mensen, van laagste naar hoogste drempel. ${n} doen mee (gevuld), de anderen kijken toe (open).`,
		changed: 'deze persoon wacht nu op twee anderen',
		stills: { first: 'Begin', last: 'Einde' },
		columns: ['Ronde', 'Doen mee']
	},
	en: {
		name: 'Thresholds',
		presets: { all: '0 to 99', one: 'one person different' },
		presetsLabel: 'Group',
		step: 'One step on',
		run: 'Play',
		pause: 'Stop',
		reset: 'Again',
		round: (n: number) => `Round ${n}`,
		sentence: (n: number, of: number) => `${n} of ${of} take part.`,
		ended: 'Nobody else moves.',
		picture: (n: number, of: number) =>
			`A square with ${of} people, from the lowest to the highest threshold. ${n} take part (filled), the others look on (open).`,
		changed: 'this person now waits for two others',
		stills: { first: 'Start', last: 'End' },
		columns: ['Round', 'Taking part']
	}
});

export const worldWords = inBoth({
	nl: {
		hidden: 'Tellers verborgen',
		shown: 'Tellers zichtbaar',
		world: (n: number) => `Wereld ${n}`,
		song: (n: number) => `liedje ${n}`,
		first: 'Op 1',
		share: 'Aandeel',
		sentence: (firsts: number, gini: string, u: string) =>
			`${firsts === 1 ? 'Eén liedje staat' : `${firsts} verschillende liedjes staan`} ergens op 1. Ongelijkheid (Gini) ${gini}, onvoorspelbaarheid ${u}.`,
		picture: (title: string) =>
			`${title}: per wereld een rij cirkels, één per liedje, van het beste liedje links naar het minste rechts. Hoe groter, hoe vaker gekozen. Het vaakst gekozen liedje is gevuld.`,
		run: (items: number, visitors: number, influence: string, seed: number) =>
			`Eén run van het model: ${items} liedjes, ${visitors} bezoekers per wereld, invloed ${influence} waar tellers zichtbaar zijn, startgetal ${seed}. Liedje 1 is in dit model het beste liedje. Met een ander startgetal komt er een andere uitkomst uit.`
	},
	en: {
		hidden: 'Counts hidden',
		shown: 'Counts visible',
		world: (n: number) => `World ${n}`,
		song: (n: number) => `song ${n}`,
		first: 'Number 1',
		share: 'Share',
		sentence: (firsts: number, gini: string, u: string) =>
			`${firsts === 1 ? 'One song is' : `${firsts} different songs are`} number 1 somewhere. Inequality (Gini) ${gini}, unpredictability ${u}.`,
		picture: (title: string) =>
			`${title}: for each world a row of circles, one per song, from the best song on the left to the worst on the right. The larger, the more often chosen. The song chosen most is filled.`,
		run: (items: number, visitors: number, influence: string, seed: number) =>
			`One run of the model: ${items} songs, ${visitors} visitors per world, influence ${influence} where counts are visible, seed ${seed}. Song 1 is the best song in this model. Another seed gives another outcome.`
	}
});
