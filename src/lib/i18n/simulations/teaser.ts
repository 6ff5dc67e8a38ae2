import { inBoth } from '../words.ts';

export const teaserWords = inBoth({
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
