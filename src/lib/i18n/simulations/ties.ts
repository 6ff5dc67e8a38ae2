import type { Language } from '#lib/course/language.ts';
import type { TiesSettings } from '#lib/simulations/panels/ties.ts';
import type { Ties } from '#lib/simulations/ties.ts';
import { inBoth } from '../words.ts';
import { decimal } from './numbers.ts';
import type { SimulationWords } from './words.ts';

/** A number of groups in full while it can be read at a glance, and as a power of ten beyond. */
function shortOf(groups: bigint, language: Language): string {
	const digits = String(groups);
	return digits.length <= 9
		? decimal(Number(groups), language, 0)
		: `${decimal(Number(digits.slice(0, 2)) / 10, language, 1)} · 10^${digits.length - 1}`;
}

type Words = SimulationWords<TiesSettings, Ties> & { tooMany: string };

export const tiesWords = inBoth<Words>({
	nl: {
		name: 'Paren en groepen',
		settings: { members: { label: 'Aantal leden (n)' } },
		presets: {
			two: '2 leden',
			three: '3 leden',
			five: '5 leden',
			twenty: '20 leden',
			most: '150 leden'
		},
		sentence: ({ members, pairs, triads, reed, odlyzkoTilly }) =>
			`Bij ${members} ${members === 1 ? 'lid' : 'leden'} zijn er ${decimal(pairs, 'nl', 0)} ${pairs === 1 ? 'paar' : 'paren'} mogelijk en ${decimal(triads, 'nl', 0)} ${triads === 1 ? 'drietal' : 'drietallen'}. Groepen van twee of meer: ${shortOf(reed, 'nl')}. De vuistregel n·ln n komt op ${decimal(odlyzkoTilly, 'nl', 1)}.`,
		frame: ({ members, pairs }) => `${members} leden, ${decimal(pairs, 'nl', 0)} mogelijke paren.`,
		table: { caption: 'Wat er mogelijk is', columns: ['Formule', 'Aantal'] },
		challenge: {
			task: 'Zoek de kleinste groep waarin er meer drietallen dan paren mogelijk zijn.',
			reached: 'Bij vijf zijn het er nog evenveel.'
		},
		model: {
			rules: [
				'Ieder kan met ieder ander een paar vormen; elk paar telt één keer.',
				'Een drietal is elke keuze van drie leden.',
				'Een groep is elke keuze van twee of meer leden.'
			],
			formula:
				'paren n(n−1)/2 · drietallen n(n−1)(n−2)/6 · groepen 2ⁿ − n − 1 · n·ln n (Odlyzko en Tilly)',
			sources: [
				{ id: 'simmel1908', label: 'Simmel (1908): twee en drie, theorie' },
				{ id: 'odlyzko2005', label: 'Odlyzko en Tilly (2005), theorie' }
			],
			checks: [
				'5 leden: 10 paren, 10 drietallen, 26 groepen.',
				'20 leden: 190 paren, 1.140 drietallen, 1.048.555 groepen.',
				'150 leden: 11.175 paren en 551.300 drietallen.'
			],
			leavesOut: 'Welke banden er werkelijk zijn. De formules tellen wat mogelijk is.'
		},
		tooMany: 'Zoveel lijnen zouden elkaar bedekken. Tot 24 leden zie je ze.'
	},
	en: {
		name: 'Pairs and groups',
		settings: { members: { label: 'Number of members (n)' } },
		presets: {
			two: '2 members',
			three: '3 members',
			five: '5 members',
			twenty: '20 members',
			most: '150 members'
		},
		sentence: ({ members, pairs, triads, reed, odlyzkoTilly }) =>
			`With ${members} ${members === 1 ? 'member' : 'members'} ${decimal(pairs, 'en', 0)} ${pairs === 1 ? 'pair is' : 'pairs are'} possible and ${decimal(triads, 'en', 0)} ${triads === 1 ? 'triad' : 'triads'}. Groups of two or more: ${shortOf(reed, 'en')}. The rule of thumb n·ln n comes to ${decimal(odlyzkoTilly, 'en', 1)}.`,
		frame: ({ members, pairs }) => `${members} members, ${decimal(pairs, 'en', 0)} possible pairs.`,
		table: { caption: 'What is possible', columns: ['Formula', 'Number'] },
		challenge: {
			task: 'Find the smallest group in which more triads than pairs are possible.',
			reached: 'At five there are still as many of each.'
		},
		model: {
			rules: [
				'Everybody can form a pair with everybody else; each pair counts once.',
				'A triad is any choice of three members.',
				'A group is any choice of two or more members.'
			],
			formula:
				'pairs n(n−1)/2 · triads n(n−1)(n−2)/6 · groups 2ⁿ − n − 1 · n·ln n (Odlyzko and Tilly)',
			sources: [
				{ id: 'simmel1908', label: 'Simmel (1908): two and three, theory' },
				{ id: 'odlyzko2005', label: 'Odlyzko and Tilly (2005), theory' }
			],
			checks: [
				'5 members: 10 pairs, 10 triads, 26 groups.',
				'20 members: 190 pairs, 1,140 triads, 1,048,555 groups.',
				'150 members: 11,175 pairs and 551,300 triads.'
			],
			leavesOut: 'Which ties there really are. The formulas count what is possible.'
		},
		tooMany: 'So many lines would cover each other. Up to 24 members you see them.'
	}
});
