import {
	networks,
	type SpreadOutcome,
	type SpreadSettings
} from '#lib/simulations/panels/spread.ts';
import { inBoth } from '../words.ts';
import { percent } from './numbers.ts';
import type { SimulationWords } from './words.ts';

type Words = SimulationWords<SpreadSettings, SpreadOutcome> & {
	curve: string;
	chart: { round: string; adopted: string; ring: string; own: string };
};

export const sparksWords = inBoth<Words>({
	nl: {
		name: 'Eén vonk of drie?',
		settings: {
			threshold: {
				label: 'Drempel (T)',
				hint: 'Zoveel bekenden moeten het al doen. 1 is nieuws, 2 of meer is een gewoonte.'
			},
			moved: { label: 'Deel van de verbindingen dat je verlegt (p)', hint: '0,05 is 5%.' },
			people: { label: 'Aantal mensen (n)' },
			neighbours: { label: 'Aantal buren (k)' },
			placed: {
				label: 'Waar staan de eersten?',
				values: {
					together: 'bij elkaar: één persoon en haar buren',
					apart: 'verspreid over de kring'
				}
			}
		},
		presets: {
			habit: 'gewoonte: drempel 3, 5% verlegd',
			news: 'nieuws: drempel 1, 10% verlegd',
			random: 'drempel 2, alles verlegd'
		},
		sentence: ({ own, ring, mean }, { people, moved }) =>
			`${own.rounds.at(-1)!} van de ${people} doen mee, na ${own.rounds.length - 1} rondes.${
				moved > 0
					? ` In de kring zonder verlegde verbindingen: ${ring.rounds.at(-1)!}, na ${ring.rounds.length - 1} rondes. Over ${networks} zulke netwerken gemiddeld ${percent(mean.share, 'nl', 1)}; in ${percent(mean.nearlyAll, 'nl', 1)} ervan doet bijna iedereen mee.`
					: ''
			}`,
		frame: ({ own }, at, { people }) =>
			`Ronde ${at}: ${own.rounds[Math.min(at, own.rounds.length - 1)]!} van de ${people} doen mee.`,
		table: {
			caption: 'Wie er meedoen, per ronde',
			columns: ['Ronde', 'Geordende kring', 'Dit netwerk']
		},
		challenge: {
			task: 'Laat een gewoonte met drempel 3 of hoger bij negen van de tien mensen aankomen, terwijl minstens 5% van de verbindingen verlegd is.',
			reached: 'In een dichtere buurt zien mensen het vaker bij genoeg bekenden.'
		},
		model: {
			rules: [
				'Mensen staan in een kring; een deel van de verbindingen is verlegd.',
				'Eén persoon en iedereen die zij kent beginnen (of evenveel mensen, verspreid).',
				'Elke ronde doet mee wie minstens T bekenden heeft die al meedoen. Niemand stapt weer uit.'
			],
			formula: 'v doet mee zodra #{buren van v die meedoen} ≥ T',
			sources: [
				{ id: 'centolamacy2007', label: 'Centola en Macy (2007), theorie' },
				{ id: 'centola2010', label: 'Centola (2010), experiment: 54% tegen 38%' }
			],
			checks: [
				'200 mensen, 6 buren, niets verlegd: bij drempel 1, 2 en 3 doet iedereen mee na 33, 48 en 96 rondes; bij drempel 4 niemand erbij.',
				'Alles verlegd en drempel 2: gemiddeld ongeveer 34%.',
				'5% verlegd en drempel 3: gemiddeld ongeveer 10%.'
			],
			leavesOut:
				'Dat mensen verschillende drempels hebben. Daarom is de richting dezelfde als in het experiment, en zijn de getallen het niet.'
		},
		curve: 'Welk deel meedoet, ronde na ronde: in de geordende kring en in dit netwerk.',
		chart: {
			round: 'ronde',
			adopted: 'doet mee',
			ring: 'geordende kring',
			own: 'dit netwerk'
		}
	},
	en: {
		name: 'One spark or three?',
		settings: {
			threshold: {
				label: 'Threshold (T)',
				hint: 'So many of those you know must do it already. 1 is news, 2 or more is a habit.'
			},
			moved: { label: 'Part of the links that you move (p)', hint: '0.05 is 5%.' },
			people: { label: 'Number of people (n)' },
			neighbours: { label: 'Number of neighbours (k)' },
			placed: {
				label: 'Where do the first ones stand?',
				values: {
					together: 'together: one person and her neighbours',
					apart: 'spread around the ring'
				}
			}
		},
		presets: {
			habit: 'habit: threshold 3, 5% moved',
			news: 'news: threshold 1, 10% moved',
			random: 'threshold 2, everything moved'
		},
		sentence: ({ own, ring, mean }, { people, moved }) =>
			`${own.rounds.at(-1)!} of ${people} take part, after ${own.rounds.length - 1} rounds.${
				moved > 0
					? ` In the ring without moved links: ${ring.rounds.at(-1)!}, after ${ring.rounds.length - 1} rounds. Over ${networks} such networks ${percent(mean.share, 'en', 1)} on average; in ${percent(mean.nearlyAll, 'en', 1)} of them nearly everybody takes part.`
					: ''
			}`,
		frame: ({ own }, at, { people }) =>
			`Round ${at}: ${own.rounds[Math.min(at, own.rounds.length - 1)]!} of ${people} take part.`,
		table: {
			caption: 'Who takes part, by round',
			columns: ['Round', 'Ordered ring', 'This network']
		},
		challenge: {
			task: 'Get a habit with threshold 3 or higher to nine in ten people, while at least 5% of the links are moved.',
			reached: 'In a denser neighbourhood people see it more often among enough of those they know.'
		},
		model: {
			rules: [
				'People stand in a ring; a part of the links is moved.',
				'One person and everybody she knows begin (or as many people, spread out).',
				'Each round those join who know at least T people who already take part. Nobody leaves again.'
			],
			formula: 'v takes part once #{neighbours of v who take part} ≥ T',
			sources: [
				{ id: 'centolamacy2007', label: 'Centola and Macy (2007), theory' },
				{ id: 'centola2010', label: 'Centola (2010), experiment: 54% against 38%' }
			],
			checks: [
				'200 people, 6 neighbours, nothing moved: at thresholds 1, 2 and 3 everybody takes part after 33, 48 and 96 rounds; at threshold 4 nobody joins.',
				'Everything moved and threshold 2: about 34% on average.',
				'5% moved and threshold 3: about 10% on average.'
			],
			leavesOut:
				'That people differ in thresholds. That is why the direction is that of the experiment, and the numbers are not.'
		},
		curve: 'Which part takes part, round by round: in the ordered ring and in this network.',
		chart: {
			round: 'round',
			adopted: 'takes part',
			ring: 'ordered ring',
			own: 'this network'
		}
	}
});
