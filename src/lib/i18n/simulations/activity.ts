import type { ActivityOutcome, ActivitySettings } from '#lib/simulations/panels/activity.ts';
import { inBoth } from '../words.ts';
import { decimal, percent } from './numbers.ts';
import type { SimulationWords } from './words.ts';

type Words = SimulationWords<ActivitySettings, ActivityOutcome> & {
	calculated: string;
	own: string;
	bars: string;
	curve: string;
	degrees: string;
	chart: {
		members: string;
		contributions: string;
		equal: string;
		skewed: string;
		links: string;
		share: string;
		network: string;
		limit: string;
	};
};

export const activityWords = inBoth<Words>({
	nl: {
		name: 'Wie doet het werk?',
		settings: {
			mode: {
				label: 'Wat bekijk je?',
				values: { rank: 'wie hoeveel plaatst', grow: 'hoe verbindingen groeien' }
			},
			members: { label: 'Leden (N)' },
			skew: { label: 'Hoe scheef (α)', hint: 'Bij 0 plaatst ieder evenveel.' },
			removed: { label: 'Haal de top k weg' },
			links: { label: 'Verbindingen per nieuwkomer (m)' },
			ownTop: {
				label: 'Eigen aantal: actiefste 1%',
				hint: 'Alleen aantallen, geen namen. Vul ze alle drie in.'
			},
			ownNext: { label: 'Eigen aantal: volgende 9%' },
			ownRest: { label: 'Eigen aantal: de andere 90%' }
		},
		presets: {
			ten: 'de tien actiefsten weg',
			even: 'ieder evenveel',
			grow: 'groeiende verbindingen'
		},
		sentence: ({ bands, lost, inequality, degrees, own }, { removed, members, links }) => {
			if (degrees) {
				const least = degrees.find((row) => row.degree === links);
				return `Van de ${members} leden heeft ${percent(least?.share ?? 0, 'nl', 2)} niet meer dan ${links} ${links === 1 ? 'verbinding' : 'verbindingen'}; in een heel groot netwerk is dat ${percent(least?.limit ?? 0, 'nl', 2)}. Wie de meeste heeft, heeft er ${degrees.at(-1)!.degree}.`;
			}
			const mine =
				own.kind === 'shares'
					? ` Bij jou levert de actiefste 1% ${percent(own.top, 'nl', 2)}.`
					: '';
			return `De actiefste 1% levert ${percent(bands.top.share, 'nl', 2)} van de berichten, de volgende 9% ${percent(bands.next.share, 'nl', 2)} en de andere 90% ${percent(bands.rest.share, 'nl', 2)}. De ongelijkheid (Gini) is ${decimal(inequality, 'nl', 3)}.${
				removed > 0
					? ` Vertrekken de ${removed} actiefsten, dan raak je ${percent(lost, 'nl', 2)} kwijt.`
					: ''
			}${mine}`;
		},
		frame: (_, __, { members, skew, mode, links }) =>
			mode === 'grow'
				? `${members} leden; ieder die erbij komt legt ${links} ${links === 1 ? 'verbinding' : 'verbindingen'}.`
				: `${members} leden, scheefheid ${decimal(skew, 'nl', 3)}.`,
		table: {
			caption: 'Wie hoeveel doet',
			columns: ({ mode }) =>
				mode === 'grow'
					? ['Verbindingen', 'Leden', 'Aandeel (%)', 'In de limiet (%)']
					: ['Groep', 'Leden', 'In het model (%)', 'Bij jou (%)'],
			names: { top: 'actiefste 1%', next: 'volgende 9%', rest: 'andere 90%' }
		},
		challenge: {
			task: 'In vier onderzochte gezondheidscommunity\u2019s leverde een kleine kern 74,7% van de inhoud. Zoek met 1.000 leden een scheefheid waarbij de actiefste 1% daar op 0,7 procentpunt na aan komt.',
			reached: 'Zo scheef moet het model zijn; waarom het zo is, weet het niet.'
		},
		model: {
			rules: [
				'Leden staan op volgorde van activiteit. Nummer r levert in verhouding tot r tot de macht −α.',
				'Vertrekken de actiefsten, dan neemt niemand hun plaats in.',
				'Groeiende verbindingen: een nieuwkomer legt er m, met meer kans bij wie er al veel heeft.'
			],
			formula: 'aandeel van r ∝ r^(−α); groei in de limiet: P(k) = 2m(m+1) / (k(k+1)(k+2))',
			sources: [
				{ id: 'barabasi1999', label: 'Barabási en Albert (1999), theorie' },
				{ id: 'bollobas2001', label: 'Bollobás e.a. (2001), theorie' },
				{ id: 'vanmierlo2014', label: 'Van Mierlo (2014), observatie' }
			],
			checks: [
				'1.000 leden, α = 1: 39,13%, 30,17% en 30,70%; Gini 0,734.',
				'1.000 leden, α = 1,5: 78,27%, 16,38% en 5,35%.',
				'Groei met m = 2: in de limiet heeft de helft twee verbindingen.'
			],
			leavesOut: 'Kwaliteit, wat lezen waard is, waarom mensen zwijgen.'
		},
		calculated: 'model',
		own: 'bij jou',
		bars: 'Het aandeel van elke groep in alle berichten.',
		curve:
			'Van de minst naar de meest actieve leden: welk deel van de leden levert welk deel van de berichten. Hoe verder onder de schuine lijn, hoe schever.',
		degrees: 'Welk deel van de leden hoeveel verbindingen heeft, naast de limiet.',
		chart: {
			members: 'leden, tot',
			contributions: 'berichten',
			equal: 'ieder evenveel',
			skewed: 'dit model',
			links: 'verbindingen, tot',
			share: 'aandeel van de leden',
			network: 'dit netwerk',
			limit: 'limiet'
		}
	},
	en: {
		name: 'Who does the work?',
		settings: {
			mode: {
				label: 'What do you look at?',
				values: { rank: 'who posts how much', grow: 'how links grow' }
			},
			members: { label: 'Members (N)' },
			skew: { label: 'How skewed (α)', hint: 'At 0 everybody posts as much.' },
			removed: { label: 'Remove the top k' },
			links: { label: 'Links per newcomer (m)' },
			ownTop: {
				label: 'Own count: most active 1%',
				hint: 'Counts only, no names. Fill in all three.'
			},
			ownNext: { label: 'Own count: next 9%' },
			ownRest: { label: 'Own count: the other 90%' }
		},
		presets: { ten: 'the ten most active leave', even: 'all as much', grow: 'growing links' },
		sentence: ({ bands, lost, inequality, degrees, own }, { removed, members, links }) => {
			if (degrees) {
				const least = degrees.find((row) => row.degree === links);
				return `Of the ${members} members ${percent(least?.share ?? 0, 'en', 2)} have no more than ${links} ${links === 1 ? 'link' : 'links'}; in a very large network that is ${percent(least?.limit ?? 0, 'en', 2)}. Whoever has most has ${degrees.at(-1)!.degree}.`;
			}
			const mine =
				own.kind === 'shares'
					? ` With you the most active 1% contribute ${percent(own.top, 'en', 2)}.`
					: '';
			return `The most active 1% contribute ${percent(bands.top.share, 'en', 2)} of the posts, the next 9% ${percent(bands.next.share, 'en', 2)} and the other 90% ${percent(bands.rest.share, 'en', 2)}. Inequality (Gini) is ${decimal(inequality, 'en', 3)}.${
				removed > 0
					? ` If the ${removed} most active leave, you lose ${percent(lost, 'en', 2)}.`
					: ''
			}${mine}`;
		},
		frame: (_, __, { members, skew, mode, links }) =>
			mode === 'grow'
				? `${members} members; each newcomer makes ${links} ${links === 1 ? 'link' : 'links'}.`
				: `${members} members, skew ${decimal(skew, 'en', 3)}.`,
		table: {
			caption: 'Who does how much',
			columns: ({ mode }) =>
				mode === 'grow'
					? ['Links', 'Members', 'Share (%)', 'In the limit (%)']
					: ['Group', 'Members', 'In the model (%)', 'With you (%)'],
			names: { top: 'most active 1%', next: 'next 9%', rest: 'other 90%' }
		},
		challenge: {
			task: 'In four health communities that were studied a small core contributed 74.7% of the content. With 1,000 members, find a skew at which the most active 1% come within 0.7 percentage points of that.',
			reached: 'That is how skewed the model must be; why it is so it does not know.'
		},
		model: {
			rules: [
				'Members are ranked by activity. Number r contributes in proportion to r to the power −α.',
				'If the most active leave, nobody takes their place.',
				'Growing links: a newcomer makes m of them, more likely to those who have many.'
			],
			formula: 'share of r ∝ r^(−α); growth in the limit: P(k) = 2m(m+1) / (k(k+1)(k+2))',
			sources: [
				{ id: 'barabasi1999', label: 'Barabási and Albert (1999), theory' },
				{ id: 'bollobas2001', label: 'Bollobás et al. (2001), theory' },
				{ id: 'vanmierlo2014', label: 'Van Mierlo (2014), observation' }
			],
			checks: [
				'1,000 members, α = 1: 39.13%, 30.17% and 30.70%; Gini 0.734.',
				'1,000 members, α = 1.5: 78.27%, 16.38% and 5.35%.',
				'Growth with m = 2: in the limit half have two links.'
			],
			leavesOut: 'Quality, the value of reading, why people are silent.'
		},
		calculated: 'model',
		own: 'with you',
		bars: 'The share of each group in all posts.',
		curve:
			'From the least to the most active members: which part of the members contributes which part of the posts. The further below the sloping line, the more skewed.',
		degrees: 'Which part of the members has how many links, beside the limit.',
		chart: {
			members: 'members, up to',
			contributions: 'posts',
			equal: 'all as much',
			skewed: 'this model',
			links: 'links, up to',
			share: 'share of the members',
			network: 'this network',
			limit: 'limit'
		}
	}
});
