import { firsts, type WorldsOutcome, type WorldsSettings } from '#lib/simulations/panels/worlds.ts';
import { inBoth } from '../words.ts';
import { decimal } from './numbers.ts';
import type { SimulationWords } from './words.ts';

type Words = SimulationWords<WorldsSettings, WorldsOutcome> & {
	hidden: string;
	shown: string;
	song: (n: number) => string;
	/** What the circles of one set of worlds show. */
	circles: (title: string) => string;
	measures: (gini: number, unpredictability: number) => string;
};

export const worldsWords = inBoth<Words>({
	nl: {
		name: 'Acht werelden',
		settings: {
			influence: {
				label: 'Hoe zwaar de tellers wegen (w)',
				hint: 'Bij 0 kijkt niemand naar anderen.'
			},
			spread: { label: 'Hoe ver de liedjes in kwaliteit uiteenlopen' },
			items: { label: 'Aantal liedjes' },
			visitors: { label: 'Bezoekers per wereld' }
		},
		presets: { two: 'twee bijna gelijke liedjes', clear: 'duidelijk betere liedjes' },
		sentence: ({ hidden, shown }) => {
			const [most] = firsts(shown);
			return `Met zichtbare tellers staat liedje ${most!.song} in ${most!.worlds} van de acht werelden op 1, en ${
				firsts(shown).length === 1
					? 'is dat overal hetzelfde liedje'
					: `zijn er ${firsts(shown).length} verschillende nummers 1`
			}. Zonder tellers: ${firsts(hidden).length === 1 ? 'één nummer 1' : `${firsts(hidden).length} verschillende nummers 1`}. De ongelijkheid gaat van ${decimal(hidden.gini, 'nl', 2, 2)} naar ${decimal(shown.gini, 'nl', 2, 2)}.`;
		},
		frame: (_, __, { items, visitors }) =>
			`${items} liedjes, ${visitors} bezoekers per wereld. Liedje 1 is in dit model het beste.`,
		table: {
			caption: 'Wie er op 1 staat, per wereld',
			columns: ['Wereld', 'Verborgen: liedje', 'aandeel (%)', 'Zichtbaar: liedje', 'aandeel (%)']
		},
		challenge: {
			task: 'Laat in alle acht werelden hetzelfde liedje op 1 eindigen, met minstens 24 liedjes en terwijl de tellers zwaar wegen (w van 0,6 of meer). Nieuw toeval geeft andere liedjes.',
			reached: 'Kwaliteit moet heel ver uiteenlopen om het toeval van de eerste keuzes te verslaan.'
		},
		model: {
			rules: [
				'Bezoekers komen een voor een en kiezen elk één liedje.',
				'Voor een deel kiezen ze op kwaliteit; voor het deel w wegen ze ook hoe vaak een liedje al gekozen is.',
				'De acht werelden weten niets van elkaar; de liedjes zijn overal dezelfde.'
			],
			formula: 'P(i) = (1−w) · qᵢ/Σq + w · qᵢ(dᵢ+1)/Σ qⱼ(dⱼ+1), met dᵢ het aantal eerdere keuzes',
			sources: [{ id: 'salganik2006', label: 'Salganik, Dodds en Watts (2006), experiment' }],
			checks: [
				'Twee gelijke liedjes en w = 1: het aandeel van elk kan overal tussen 0 en 1 uitkomen; twee werelden schelen gemiddeld een derde.',
				'Twee gelijke liedjes en w = 0, 1.000 bezoekers: twee werelden schelen gemiddeld 0,018.',
				'Van w = 0 naar 0,95 stijgen ongelijkheid en onvoorspelbaarheid bij elke stap.'
			],
			leavesOut: 'Rangordening door algoritmes, vriendschappen, betaald bereik, veranderende smaak.'
		},
		hidden: 'Tellers verborgen',
		shown: 'Tellers zichtbaar',
		song: (n) => `liedje ${n}`,
		circles: (title) =>
			`${title}: per wereld een rij cirkels, één per liedje, van het beste liedje links naar het minste rechts. Hoe groter, hoe vaker gekozen. Het vaakst gekozen liedje is gevuld.`,
		measures: (gini, u) =>
			`Ongelijkheid (Gini) ${decimal(gini, 'nl', 2, 2)}, onvoorspelbaarheid ${decimal(u, 'nl', 4, 4)}`
	},
	en: {
		name: 'Eight worlds',
		settings: {
			influence: {
				label: 'How heavily the counts weigh (w)',
				hint: 'At 0 nobody looks at others.'
			},
			spread: { label: 'How much songs differ in quality' },
			items: { label: 'Number of songs' },
			visitors: { label: 'Visitors per world' }
		},
		presets: { two: 'two nearly equal songs', clear: 'clearly better songs' },
		sentence: ({ hidden, shown }) => {
			const [most] = firsts(shown);
			return `With visible counts song ${most!.song} is number 1 in ${most!.worlds} of the eight worlds, and ${
				firsts(shown).length === 1
					? 'that is the same song everywhere'
					: `there are ${firsts(shown).length} different numbers 1`
			}. Without counts: ${firsts(hidden).length === 1 ? 'one number 1' : `${firsts(hidden).length} different numbers 1`}. Inequality goes from ${decimal(hidden.gini, 'en', 2, 2)} to ${decimal(shown.gini, 'en', 2, 2)}.`;
		},
		frame: (_, __, { items, visitors }) =>
			`${items} songs, ${visitors} visitors per world. Song 1 is the best in this model.`,
		table: {
			caption: 'Who is number 1, by world',
			columns: ['World', 'Hidden: song', 'share (%)', 'Visible: song', 'share (%)']
		},
		challenge: {
			task: 'Make the same song end at number 1 in all eight worlds, with at least 24 songs and while the counts weigh heavily (w of 0.6 or more). New chance gives other songs.',
			reached: 'Quality has to differ a great deal to beat the luck of the first choices.'
		},
		model: {
			rules: [
				'Visitors arrive one by one and choose one song each.',
				'For a part they choose by quality; for the part w they also weigh how often a song was chosen already.',
				'The eight worlds know nothing of each other; the songs are the same everywhere.'
			],
			formula:
				'P(i) = (1−w) · qᵢ/Σq + w · qᵢ(dᵢ+1)/Σ qⱼ(dⱼ+1), dᵢ being the number of earlier choices',
			sources: [{ id: 'salganik2006', label: 'Salganik, Dodds and Watts (2006), experiment' }],
			checks: [
				'Two equal songs and w = 1: the share of each can end anywhere between 0 and 1; two worlds differ by a third on average.',
				'Two equal songs and w = 0, 1,000 visitors: two worlds differ by 0.018 on average.',
				'From w = 0 to 0.95 inequality and unpredictability rise at every step.'
			],
			leavesOut: 'Ranking algorithms, friendships, paid reach, changing taste.'
		},
		hidden: 'Counts hidden',
		shown: 'Counts visible',
		song: (n) => `song ${n}`,
		circles: (title) =>
			`${title}: for each world a row of circles, one per song, from the best song on the left to the worst on the right. The larger, the more often chosen. The song chosen most is filled.`,
		measures: (gini, u) =>
			`Inequality (Gini) ${decimal(gini, 'en', 2, 2)}, unpredictability ${decimal(u, 'en', 4, 4)}`
	}
});
