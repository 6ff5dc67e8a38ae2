import type { SmallWorldOutcome, SmallWorldSettings } from '#lib/simulations/panels/small-world.ts';
import { inBoth } from '../words.ts';
import { decimal, percent } from './numbers.ts';
import type { SimulationWords } from './words.ts';

type Words = SimulationWords<SmallWorldSettings, SmallWorldOutcome> & {
	tooMany: string;
	way: (way: number[]) => string;
	curve: string;
	chart: { moved: string; left: (people: number) => string; clustering: string; length: string };
};

export const smallWorldWords = inBoth<Words>({
	nl: {
		name: 'Kleine wereld',
		settings: {
			people: { label: 'Aantal mensen (n)' },
			neighbours: { label: 'Aantal buren (k)' },
			moved: { label: 'Deel van de verbindingen dat je verlegt (p)', hint: '0,01 is 1 op de 100.' },
			from: { label: 'Van persoon' },
			to: { label: 'Naar persoon' },
			a1: { label: 'Eerste dwarsverbinding, van', hint: '0 is geen.' },
			b1: { label: 'Eerste dwarsverbinding, naar' },
			a2: { label: 'Tweede dwarsverbinding, van', hint: '0 is geen.' },
			b2: { label: 'Tweede dwarsverbinding, naar' },
			a3: { label: 'Derde dwarsverbinding, van', hint: '0 is geen.' },
			b3: { label: 'Derde dwarsverbinding, naar' }
		},
		presets: {
			thousand: '1.000 mensen, 10 buren, 1% verlegd',
			ring: 'een kleine kring',
			shortcut: 'voeg één dwarsverbinding toe'
		},
		sentence: ({ measures, ring }) =>
			`De gemiddelde afstand is ${decimal(measures.length, 'nl')} stappen; in de kring was ze ${decimal(ring.length, 'nl')}. Daarvan is dus ${percent(measures.length / ring.length, 'nl')} over. Van de clustering is ${percent(measures.clustering / ring.clustering, 'nl')} over.`,
		frame: (_, __, { people, neighbours, moved }) =>
			`${people} mensen in een kring, ieder met ${neighbours} buren; ${decimal(100 * moved, 'nl')}% van de verbindingen verlegd.`,
		table: {
			caption: 'Clustering (C) en gemiddelde afstand (L)',
			columns: ['', 'nu', 'in de kring', 'wat er over is']
		},
		challenge: {
			task: 'Neem een kring van 100 mensen met 6 buren en verleg niets. Kies drie dwarsverbindingen die de gemiddelde afstand op 5,7 stappen of minder brengen.',
			reached:
				'Drie verbindingen die ver uit elkaar liggen doen meer dan drie die bij elkaar liggen.'
		},
		model: {
			rules: [
				'Mensen staan in een kring; ieder kent de k mensen die het dichtst bij hem staan.',
				'Elke verbinding wordt met kans p verlegd naar een willekeurig ander.',
				'Niemand kent zichzelf, en geen twee mensen kennen elkaar dubbel.'
			],
			formula:
				'Bij p = 0: C = 3(k−2) / (4(k−1)) en L ≈ n/(2k). Bij p = 1: C ≈ k/n en L ≈ ln n / ln k',
			sources: [{ id: 'watts1998', label: 'Watts en Strogatz (1998), theorie' }],
			checks: [
				'1.000 mensen, 10 buren, p = 0: C = 0,6667 en L = 50,4505.',
				'100 mensen, 6 buren, p = 0: C = 0,6 en L = 8,7576.',
				'Bij p = 0,01 is gemiddeld 97% van de clustering en 18% van de afstand over.'
			],
			leavesOut:
				'Of mensen de korte weg kunnen vinden; hoe sterk banden zijn; dat een korte weg nog geen invloed is.'
		},
		tooMany:
			'Zoveel mensen en verbindingen zijn samen één vlek. Bij hoogstens 100 mensen zie je de kring.',
		way: (way) =>
			way.length === 0
				? 'Kies twee mensen die in de kring staan.'
				: `Een kortste weg tussen de twee: ${way.map((each) => each + 1).join(' – ')} (${way.length - 1} ${way.length === 2 ? 'stap' : 'stappen'}).`,
		curve:
			'Wat er over is van de clustering en van de gemiddelde afstand, naar het deel dat verlegd is. De afstand zakt veel eerder dan de clustering.',
		chart: {
			moved: 'verlegd (p), tot',
			left: (people) => `wat er over is, kring van ${people}`,
			clustering: 'clustering',
			length: 'afstand'
		}
	},
	en: {
		name: 'Small world',
		settings: {
			people: { label: 'Number of people (n)' },
			neighbours: { label: 'Number of neighbours (k)' },
			moved: { label: 'Part of the links that you move (p)', hint: '0.01 is 1 in 100.' },
			from: { label: 'From person' },
			to: { label: 'To person' },
			a1: { label: 'First shortcut, from', hint: '0 is none.' },
			b1: { label: 'First shortcut, to' },
			a2: { label: 'Second shortcut, from', hint: '0 is none.' },
			b2: { label: 'Second shortcut, to' },
			a3: { label: 'Third shortcut, from', hint: '0 is none.' },
			b3: { label: 'Third shortcut, to' }
		},
		presets: {
			thousand: '1,000 people, 10 neighbours, 1% moved',
			ring: 'a small ring',
			shortcut: 'add one shortcut'
		},
		sentence: ({ measures, ring }) =>
			`The average distance is ${decimal(measures.length, 'en')} steps; in the ring it was ${decimal(ring.length, 'en')}. So ${percent(measures.length / ring.length, 'en')} of it is left. Of the clustering ${percent(measures.clustering / ring.clustering, 'en')} is left.`,
		frame: (_, __, { people, neighbours, moved }) =>
			`${people} people in a ring, each with ${neighbours} neighbours; ${decimal(100 * moved, 'en')}% of the links moved.`,
		table: {
			caption: 'Clustering (C) and average distance (L)',
			columns: ['', 'now', 'in the ring', 'what is left']
		},
		challenge: {
			task: 'Take a ring of 100 people with 6 neighbours and move nothing. Choose three shortcuts that bring the average distance to 5.7 steps or less.',
			reached: 'Three links far apart do more than three close together.'
		},
		model: {
			rules: [
				'People stand in a ring; everybody knows the k people who stand nearest.',
				'Each link is moved with probability p to somebody else at random.',
				'Nobody knows themselves, and no two people know each other twice.'
			],
			formula:
				'At p = 0: C = 3(k−2) / (4(k−1)) and L ≈ n/(2k). At p = 1: C ≈ k/n and L ≈ ln n / ln k',
			sources: [{ id: 'watts1998', label: 'Watts and Strogatz (1998), theory' }],
			checks: [
				'1,000 people, 10 neighbours, p = 0: C = 0.6667 and L = 50.4505.',
				'100 people, 6 neighbours, p = 0: C = 0.6 and L = 8.7576.',
				'At p = 0.01 on average 97% of the clustering and 18% of the distance are left.'
			],
			leavesOut:
				'Whether people can find the short path; how strong ties are; that a short path is not yet influence.'
		},
		tooMany:
			'So many people and links would be one blot. With 100 people at most you see the ring.',
		way: (way) =>
			way.length === 0
				? 'Choose two people who stand in the ring.'
				: `A shortest path between the two: ${way.map((each) => each + 1).join(' – ')} (${way.length - 1} ${way.length === 2 ? 'step' : 'steps'}).`,
		curve:
			'What is left of the clustering and of the average distance, by the part that was moved. Distance falls much earlier than clustering.',
		chart: {
			moved: 'moved (p), up to',
			left: (people) => `what is left, ring of ${people}`,
			clustering: 'clustering',
			length: 'distance'
		}
	}
});
