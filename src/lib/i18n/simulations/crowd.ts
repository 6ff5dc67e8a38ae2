import type { CrowdOutcome, CrowdSettings } from '#lib/simulations/panels/crowd.ts';
import { inBoth } from '../words.ts';
import { decimal } from './numbers.ts';
import type { SimulationWords } from './words.ts';

type Words = SimulationWords<CrowdSettings, CrowdOutcome> & {
	chart: { taking: string; willing: string; equal: string; walk: string };
	/** The labels of the three pictures. */
	people: (taking: number, of: number) => string;
	curve: string;
	histogram: string;
	thresholds: string;
	changed: string;
};

export const crowdWords = inBoth<Words>({
	nl: {
		name: 'Drempels',
		settings: {
			shape: {
				label: 'Drempels',
				values: {
					normal: 'normale verdeling, gelijk verdeeld',
					drawn: 'normale verdeling, getrokken',
					ladder: '0, 1, 2, 3 …'
				}
			},
			people: { label: 'Aantal mensen (N)' },
			mean: { label: 'Gemiddelde drempel (μ)' },
			spread: { label: 'Spreiding (σ)' },
			seeded: {
				label: 'Zaaiers (x₀)',
				hint: 'Zij doen vanaf het begin mee en staan niet in de lijst.'
			},
			person: {
				label: 'Eén persoon anders: de hoeveelste van laag naar hoog?',
				hint: '0 is niemand.'
			},
			threshold: { label: 'Wat wordt de drempel van die persoon?' }
		},
		presets: { all: '0 t/m 99', one: 'één persoon anders', sown: 'één persoon anders, één zaaier' },
		sentence: ({ final, continuous, rounds }, { people, seeded }) =>
			`${final} van de ${people + seeded} doen mee, na ${rounds.length - 1} ${rounds.length === 2 ? 'ronde' : 'rondes'}.${
				continuous === undefined || seeded > 0
					? ''
					: ` Met een doorlopende verdeling zouden het er ${decimal(continuous, 'nl', 2, 2)} zijn.`
			}`,
		frame: ({ rounds }, at, { people, seeded }) =>
			`Ronde ${at}: ${rounds[at] ?? 0} van de ${people + seeded} doen mee.`,
		table: { caption: 'Wie er meedoen, per ronde', columns: ['Ronde', 'Doen mee'] },
		challenge: {
			task: 'Honderd mensen, een normale verdeling die gelijk verdeeld is, een gemiddelde van 25 of meer en een spreiding van hoogstens 11. Laat bijna iedereen meedoen met zo weinig mogelijk zaaiers.',
			reached: 'Met één zaaier minder was het bij een handvol gebleven.'
		},
		model: {
			rules: [
				'Ieder heeft een drempel: zoveel anderen moeten er al meedoen voordat diegene meedoet.',
				'Elke ronde kijkt iedereen hoeveel mensen er meedoen, en doet mee als de drempel gehaald is.',
				'Niemand stapt weer uit; iedereen ziet iedereen.'
			],
			formula: 'xₜ₊₁ = aantal mensen met τ ≤ xₜ; doorlopend: x = N · Φ((x − μ)/σ)',
			sources: [{ id: 'granovetter1978', label: 'Granovetter (1978), theorie' }],
			checks: [
				'0 t/m 99: er doen 100 mensen mee. Krijgt wie drempel 1 had drempel 2, dan doet er 1 mee.',
				'Met één zaaier erbij doen er weer 101 mee.',
				'Doorlopend, gemiddelde 25: bij spreiding 12,2 rust het op 5,48; het kantelpunt ligt bij 12,222.',
				'Honderd losse mensen: bij 12,5 doen er 5 mee, bij 12,6 honderd. Hoe je afrondt, doet ertoe.'
			],
			leavesOut: 'Wie wie ziet, weer weggaan, overtuigen, tijdsdruk, berichtgeving in de media.'
		},
		chart: {
			taking: 'doen al mee',
			willing: 'doen dan mee',
			equal: 'evenveel',
			walk: 'ronde voor ronde'
		},
		people: (taking, of) =>
			`Een plein met ${of} mensen, van laagste naar hoogste drempel. ${taking} doen mee (gevuld), de anderen kijken toe (open).`,
		curve:
			'Hoeveel mensen meedoen als er al een aantal meedoet. Waar de kromme de schuine lijn raakt, komt niemand meer in beweging; de trap laat de rondes zien.',
		histogram: 'Hoeveel mensen welke drempel hebben.',
		thresholds: 'drempel',
		changed: 'deze persoon heeft een andere drempel'
	},
	en: {
		name: 'Thresholds',
		settings: {
			shape: {
				label: 'Thresholds',
				values: {
					normal: 'normal distribution, evenly spread',
					drawn: 'normal distribution, drawn',
					ladder: '0, 1, 2, 3 …'
				}
			},
			people: { label: 'Number of people (N)' },
			mean: { label: 'Mean threshold (μ)' },
			spread: { label: 'Spread (σ)' },
			seeded: {
				label: 'Seeded people (x₀)',
				hint: 'They take part from the start and are not in the list.'
			},
			person: {
				label: 'One person different: which one, from low to high?',
				hint: '0 is nobody.'
			},
			threshold: { label: 'What does the threshold of that person become?' }
		},
		presets: {
			all: '0 to 99',
			one: 'one person different',
			sown: 'one person different, one seeded'
		},
		sentence: ({ final, continuous, rounds }, { people, seeded }) =>
			`${final} of ${people + seeded} take part, after ${rounds.length - 1} ${rounds.length === 2 ? 'round' : 'rounds'}.${
				continuous === undefined || seeded > 0
					? ''
					: ` With a continuous distribution it would be ${decimal(continuous, 'en', 2, 2)}.`
			}`,
		frame: ({ rounds }, at, { people, seeded }) =>
			`Round ${at}: ${rounds[at] ?? 0} of ${people + seeded} take part.`,
		table: { caption: 'Who takes part, by round', columns: ['Round', 'Taking part'] },
		challenge: {
			task: 'A hundred people, a normal distribution that is evenly spread, a mean of 25 or more and a spread of 11 at most. Get nearly everybody to take part with as few seeded people as possible.',
			reached: 'With one seeded person less it would have stayed at a handful.'
		},
		model: {
			rules: [
				'Everybody has a threshold: that many others must take part already before they do.',
				'Each round everybody sees how many take part, and joins when their threshold is met.',
				'Nobody leaves again; everybody sees everybody.'
			],
			formula: 'xₜ₊₁ = number of people with τ ≤ xₜ; continuous: x = N · Φ((x − μ)/σ)',
			sources: [{ id: 'granovetter1978', label: 'Granovetter (1978), theory' }],
			checks: [
				'0 to 99: 100 people take part. If the one with threshold 1 gets threshold 2, 1 takes part.',
				'With one seeded person 101 take part again.',
				'Continuous, mean 25: at a spread of 12.2 it rests at 5.48; it tips at 12.222.',
				'A hundred separate people: at 12.5 five take part, at 12.6 a hundred. How you round matters.'
			],
			leavesOut: 'Who sees whom, leaving again, persuasion, time pressure, media reporting.'
		},
		chart: {
			taking: 'take part already',
			willing: 'then take part',
			equal: 'as many',
			walk: 'round by round'
		},
		people: (taking, of) =>
			`A square with ${of} people, from the lowest to the highest threshold. ${taking} take part (filled), the others look on (open).`,
		curve:
			'How many people take part once a number does. Where the curve meets the sloping line nobody else moves; the stairs show the rounds.',
		histogram: 'How many people have which threshold.',
		thresholds: 'threshold',
		changed: 'this person has another threshold'
	}
});
