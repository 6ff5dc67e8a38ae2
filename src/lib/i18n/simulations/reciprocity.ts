import type { Strategy } from '#lib/simulations/reciprocity.ts';
import {
	present,
	type ReciprocityOutcome,
	type ReciprocitySettings
} from '#lib/simulations/panels/reciprocity.ts';
import { list } from '../format.ts';
import { inBoth } from '../words.ts';
import { decimal } from './numbers.ts';
import type { SimulationWords } from './words.ts';

type Words = SimulationWords<ReciprocitySettings, ReciprocityOutcome> & {
	players: Record<Strategy, string>;
	bars: string;
	curve: string;
	chart: { points: string; seen: string; giver: string; keeper: string };
};

const rounds = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const players = {
	nl: {
		ALLC: 'deler',
		ALLD: 'houder',
		TFT: 'wederkerige',
		GRIM: 'Wrok',
		TF2T: 'Tweede kans'
	},
	en: {
		ALLC: 'sharer',
		ALLD: 'keeper',
		TFT: 'reciprocator',
		GRIM: 'Grudge',
		TF2T: 'Second chance'
	}
};

export const reciprocityWords = inBoth<Words>({
	nl: {
		name: 'Delen, teruggeven, doorgeven',
		settings: {
			mode: {
				label: 'Wat speel je na?',
				values: { meet: 'twee aan twee, telkens opnieuw', pass: 'doorgeven aan een volgende' }
			},
			ALLC: { label: 'Delers', hint: 'Delen altijd.' },
			ALLD: { label: 'Houders', hint: 'Delen nooit.' },
			TFT: { label: 'Wederkerigen', hint: 'Oog om oog.' },
			GRIM: { label: 'Wrok', hint: 'Vergeeft nooit.' },
			TF2T: { label: 'Tweede kans', hint: 'Na twee keer pas.' },
			rounds: { label: 'Rondes' },
			temptation: { label: 'Punten: zelf houden, ander deelt' },
			reward: { label: 'Punten: allebei delen' },
			punishment: { label: 'Punten: allebei houden' },
			sucker: { label: 'Punten: zelf delen, ander houdt' },
			benefit: { label: 'Wat het oplevert (b)' },
			cost: { label: 'Wat het kost (c)' },
			visibility: { label: 'Kans dat een houder herkend wordt (q)' },
			share: { label: 'Deel kenners (x)' }
		},
		presets: {
			three: 'drie spelers',
			five: 'met Wrok en Tweede kans',
			pass: 'doorgeven'
		},
		sentence: ({ standings, leaders, passing, dilemma }, { mode, visibility }) => {
			if (mode === 'pass')
				return `Bij een zichtbaarheid van ${decimal(visibility, 'nl')} krijgt een kenner ${decimal(passing.now.discriminator, 'nl')} punten per ronde en een houder ${decimal(passing.now.defector, 'nl')}. ${
					passing.threshold < 1
						? `Kenners staan voor zodra de zichtbaarheid hoger is dan ${decimal(passing.threshold, 'nl')}.`
						: 'Kenners komen zo bij geen enkele zichtbaarheid voor te staan.'
				}`;
			if (standings.length === 0) return 'Er speelt niemand mee.';
			const ranked = [...standings].sort((a, b) => b.average - a.average);
			return `Bovenaan: ${list(
				leaders.map((each) => players.nl[each]),
				'nl'
			)}. ${ranked.map((each) => `${players.nl[each.strategy]} ${decimal(each.average, 'nl')}`).join(', ')}.${
				dilemma ? '' : ' Met deze punten is het geen dilemma meer.'
			}`;
		},
		frame: ({ course }, at, { mode }) =>
			mode === 'pass'
				? 'Wat een kenner en een houder per ronde krijgen, naar zichtbaarheid. De stippen staan bij jouw q.'
				: `Na ${rounds(course[at]?.round ?? 0, 'ronde', 'rondes')}: gemiddelde punten per speler.`,
		table: {
			caption: 'De punten',
			columns: (settings) =>
				settings.mode === 'meet'
					? [
							...['Speler', 'Hoeveel', 'Gemiddelde punten'],
							...present(settings).map((other) => `tegen ${players.nl[other]}`)
						]
					: ['Zichtbaarheid', 'Kenner', 'Houder'],
			names: players.nl
		},
		challenge: {
			task: 'Stel een groep samen met minstens één houder en één deler waarin de houder na tweehonderd rondes niet bovenaan staat, met punten die een dilemma blijven.',
			reached: 'Het gezelschap bepaalt of delen loont.'
		},
		model: {
			rules: [
				'Twee aan twee: ieder speelt tegen ieder ander en tegen een kopie van zichzelf, en kiest elke ronde delen of houden.',
				'De deler deelt altijd, de houder nooit. De wederkerige begint met delen en doet daarna wat de ander deed.',
				'Wrok deelt tot de ander een keer houdt, en daarna nooit meer. Tweede kans houdt pas nadat de ander twee keer achter elkaar hield.',
				'Doorgeven: kenners geven, behalve aan wie ze als houder herkennen. De rest geeft nooit.'
			],
			formula: 'Kenner: b·x − c·[x + (1−q)(1−x)]; houder: b·(1−q)·x',
			sources: [
				{ id: 'axelrod1984', label: 'Axelrod (1984), theorie' },
				{ id: 'rapoport2015', label: 'Rapoport e.a. (2015), theorie' }
			],
			checks: [
				'Wederkerige tegen houder: 199 tegen 204. Deler tegen houder: 0 tegen 1.000.',
				'Drie spelers: deler 400, houder 468, wederkerige 466,33.',
				'Vijf spelers: wederkerige en Wrok 519,8, Tweede kans 519,6, deler 480, houder 363,2.',
				'Doorgeven met b = 3 en c = 1, alleen kenners: een enkele houder doet het slechter zodra q hoger is dan 1/3.'
			],
			leavesOut:
				'Dankbaarheid, aanzien, liefde voor het vak, machtsverschil. Het model laat zien wanneer delen blijft bestaan, niet waarom iemand ermee begint.'
		},
		players: players.nl,
		bars: 'Gemiddelde punten per speler, van hoog naar laag.',
		curve:
			'Punten per ronde voor een kenner en een houder, naar de kans dat een houder herkend wordt.',
		chart: {
			points: 'punten per ronde',
			seen: 'zichtbaarheid (q)',
			giver: 'kenner',
			keeper: 'houder'
		}
	},
	en: {
		name: 'Share, return, pass on',
		settings: {
			mode: {
				label: 'What do you play?',
				values: { meet: 'two by two, again and again', pass: 'passing on to a next one' }
			},
			ALLC: { label: 'Sharers', hint: 'Always share.' },
			ALLD: { label: 'Keepers', hint: 'Never share.' },
			TFT: { label: 'Reciprocators', hint: 'Tit for tat.' },
			GRIM: { label: 'Grudge', hint: 'Never forgives.' },
			TF2T: { label: 'Second chance', hint: 'Only after two.' },
			rounds: { label: 'Rounds' },
			temptation: { label: 'Points: you keep, the other shares' },
			reward: { label: 'Points: both share' },
			punishment: { label: 'Points: both keep' },
			sucker: { label: 'Points: you share, the other keeps' },
			benefit: { label: 'What it brings (b)' },
			cost: { label: 'What it costs (c)' },
			visibility: { label: 'Chance that a keeper is recognised (q)' },
			share: { label: 'Share of discriminators (x)' }
		},
		presets: {
			three: 'three players',
			five: 'with Grudge and Second chance',
			pass: 'passing on'
		},
		sentence: ({ standings, leaders, passing, dilemma }, { mode, visibility }) => {
			if (mode === 'pass')
				return `At a visibility of ${decimal(visibility, 'en')} a discriminator gets ${decimal(passing.now.discriminator, 'en')} points per round and a keeper ${decimal(passing.now.defector, 'en')}. ${
					passing.threshold < 1
						? `Discriminators are ahead once visibility is above ${decimal(passing.threshold, 'en')}.`
						: 'Like this discriminators are not ahead at any visibility.'
				}`;
			if (standings.length === 0) return 'Nobody plays.';
			const ranked = [...standings].sort((a, b) => b.average - a.average);
			return `On top: ${list(
				leaders.map((each) => players.en[each]),
				'en'
			)}. ${ranked.map((each) => `${players.en[each.strategy]} ${decimal(each.average, 'en')}`).join(', ')}.${
				dilemma ? '' : ' With these points it is no longer a dilemma.'
			}`;
		},
		frame: ({ course }, at, { mode }) =>
			mode === 'pass'
				? 'What a discriminator and a keeper get per round, by visibility. The dots stand at your q.'
				: `After ${rounds(course[at]?.round ?? 0, 'round', 'rounds')}: average points per player.`,
		table: {
			caption: 'The points',
			columns: (settings) =>
				settings.mode === 'meet'
					? [
							...['Player', 'How many', 'Average points'],
							...present(settings).map((other) => `against ${players.en[other]}`)
						]
					: ['Visibility', 'Discriminator', 'Keeper'],
			names: players.en
		},
		challenge: {
			task: 'Make a group with at least one keeper and one sharer in which the keeper is not on top after two hundred rounds, with points that remain a dilemma.',
			reached: 'The company decides whether sharing pays.'
		},
		model: {
			rules: [
				'Two by two: everybody plays everybody else and a copy of themselves, and each round chooses to share or to keep.',
				'The sharer always shares, the keeper never. The reciprocator starts by sharing and then does what the other did.',
				'Grudge shares until the other keeps once, and never again after that. Second chance only keeps after the other kept twice in a row.',
				'Passing on: discriminators give, except to those they recognise as keepers. The rest never gives.'
			],
			formula: 'Discriminator: b·x − c·[x + (1−q)(1−x)]; keeper: b·(1−q)·x',
			sources: [
				{ id: 'axelrod1984', label: 'Axelrod (1984), theory' },
				{ id: 'rapoport2015', label: 'Rapoport et al. (2015), theory' }
			],
			checks: [
				'Reciprocator against keeper: 199 to 204. Sharer against keeper: 0 to 1,000.',
				'Three players: sharer 400, keeper 468, reciprocator 466.33.',
				'Five players: reciprocator and Grudge 519.8, Second chance 519.6, sharer 480, keeper 363.2.',
				'Passing on with b = 3 and c = 1, discriminators only: a single keeper does worse once q is above 1/3.'
			],
			leavesOut:
				'Gratitude, status, love of the craft, differences in power. The model shows when sharing persists, not why somebody begins.'
		},
		players: players.en,
		bars: 'Average points per player, from high to low.',
		curve:
			'Points per round for a discriminator and a keeper, by the chance that a keeper is recognised.',
		chart: {
			points: 'points per round',
			seen: 'visibility (q)',
			giver: 'discriminator',
			keeper: 'keeper'
		}
	}
});
