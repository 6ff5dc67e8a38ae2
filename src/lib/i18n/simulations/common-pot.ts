import type { Seat } from '#lib/simulations/common-pot.ts';
import type { CommonPotOutcome, CommonPotSettings } from '#lib/simulations/panels/common-pot.ts';
import { inBoth } from '../words.ts';
import { decimal } from './numbers.ts';
import type { SimulationWords } from './words.ts';

type Words = SimulationWords<CommonPotSettings, CommonPotOutcome> & {
	seats: Record<Seat, string>;
	players: string;
	curve: string;
	earned: (points: number) => string;
	chart: { average: string; round: string };
};

export const commonPotWords = inBoth<Words>({
	nl: {
		name: 'De gezamenlijke pot',
		settings: {
			conditional: {
				label: 'Voorwaardelijk',
				hint: 'Geven wat ze zagen geven.'
			},
			punisher: { label: 'Voorwaardelijk en straft' },
			always: { label: 'Altijd alles' },
			never: {
				label: 'Nooit iets',
				hint: 'Samen 3 tot 10; wat te veel is, gaat van de voorwaardelijke af.'
			},
			matching: {
				label: 'Deel van wat ze zagen (s)',
				hint: '0,75 is driekwart. Telt voor voorwaardelijke spelers.'
			},
			multiplier: { label: 'Wat een punt in de pot aan ieder geeft' },
			rounds: { label: 'Rondes' },
			you: { label: 'Speel je mee?', values: { watch: 'ik kijk toe', play: 'ik neem een stoel' } },
			gift: { label: 'Jouw inleg per ronde' },
			punishment: {
				label: 'Straf',
				hint: 'Spelers in dit model veranderen niet door straf. Ze kost hier dus alleen punten; in experimenten reageren mensen er wel op.',
				values: { no: 'nee', yes: 'ja' }
			},
			fine: { label: 'Boete per punt straf' },
			gap: { label: 'Straf vanaf zoveel onder het gemiddelde' }
		},
		presets: {
			never: 'drie voorwaardelijk, één nooit',
			quarter: 'alle vier driekwart',
			punished: 'met straf'
		},
		sentence: ({ rounds, rules, returns }) => {
			const below = rounds.findIndex((round) => round.average < 1);
			return `In ronde 1 legt ieder gemiddeld ${decimal(rounds[0]!.average, 'nl')} punten in, in ronde ${rounds.length} ${decimal(rounds.at(-1)!.average, 'nl')}. ${
				below === -1
					? 'Het gemiddelde blijft op 1 punt of meer.'
					: `In ronde ${below + 1} is het minder dan 1 punt.`
			} Een punt in de pot levert de gever ${decimal(returns.own, 'nl')} op en de groep van ${rules.seats.length} samen ${decimal(returns.group, 'nl')}.`;
		},
		frame: ({ rounds }, at) =>
			rounds[at - 1]
				? `Ronde ${at}: ieder legt gemiddeld ${decimal(rounds[at - 1]!.average, 'nl')} punten in.`
				: 'Het begin: ieder heeft 20 punten per ronde.',
		table: {
			caption: 'Ronde voor ronde, in punten',
			columns: ['Ronde', 'Gemiddelde inleg', 'Opbrengst groep', 'Kosten van straf', 'Boetes']
		},
		challenge: {
			task: 'Er zit minstens één speler die nooit geeft, hoogstens één die altijd alles geeft, en jij kijkt toe. Laat het gemiddelde na tien rondes of meer nog op 5 punten of hoger staan.',
			reached: 'Eén gever houdt de anderen aan het geven.'
		},
		model: {
			rules: [
				'Ieder krijgt 20 punten per ronde en legt er 0 tot 20 van in de pot.',
				'Elk punt in de pot geeft elke speler m punten terug (om te beginnen 0,4), ook wie niets gaf.',
				'Een voorwaardelijke speler geeft s keer wat de anderen de vorige ronde gemiddeld gaven; de eerste keer 10.',
				'Wie straft, geeft 3 punten uit aan elke speler die te ver onder het gemiddelde bleef. Die verliest per punt de boete (om te beginnen 3).',
				'Niemand verandert door straf. Dat doen mensen in experimenten wel.'
			],
			formula: 'πᵢ = 20 − cᵢ + m · Σc − wat i uitgaf − boete × wat aan i werd uitgegeven',
			sources: [
				{ id: 'fehr2000', label: 'Fehr en Gächter (2000), experiment' },
				{ id: 'fehr2002', label: 'Fehr en Gächter (2002), experiment' },
				{ id: 'fischbacher2010', label: 'Fischbacher en Gächter (2010), experiment' }
			],
			checks: [
				'Alle vier geven 20: ieder krijgt 32 punten. Geeft niemand iets: 20.',
				'Eén geeft niets, drie geven 20: de meelifter krijgt 44, de anderen 24.',
				'Drie voorwaardelijk en één nooit: 7,50, 5,00, 3,33 … 0,20.',
				'Vier keer driekwart: 10, 7,50, 5,63 … 0,75.'
			],
			leavesOut:
				'Praten, de groep verlaten, wat anderen buiten het spel van je vinden, vergelding. Waar spelers elkaars concurrent zijn, kan straf rivaliteit worden.'
		},
		seats: {
			conditional: 'voorwaardelijk',
			punisher: 'straft',
			always: 'altijd',
			never: 'nooit',
			learner: 'jij'
		},
		players:
			'De spelers: hoe voller de cirkel, hoe meer iemand inlegde. Eronder staan de inleg en de punten tot nu toe.',
		curve: 'De gemiddelde inleg per ronde.',
		earned: (points) => `${decimal(points, 'nl')} punten`,
		chart: { average: 'gemiddelde inleg', round: 'ronde' }
	},
	en: {
		name: 'The common pot',
		settings: {
			conditional: { label: 'Conditional', hint: 'Give what they saw given.' },
			punisher: { label: 'Conditional and punishes' },
			always: { label: 'Always everything' },
			never: {
				label: 'Never anything',
				hint: '3 to 10 together; what is too many is taken off the conditional ones.'
			},
			matching: {
				label: 'Part of what they saw (s)',
				hint: '0.75 is three quarters. Counts for conditional players.'
			},
			multiplier: { label: 'What a point in the pot gives to each' },
			rounds: { label: 'Rounds' },
			you: { label: 'Do you play?', values: { watch: 'I look on', play: 'I take a seat' } },
			gift: { label: 'What you put in per round' },
			punishment: {
				label: 'Punishment',
				hint: 'Players in this model do not change through punishment. Here it only costs points; in experiments people do react.',
				values: { no: 'no', yes: 'yes' }
			},
			fine: { label: 'Fine per point of punishment' },
			gap: { label: 'Punish from so much below the average' }
		},
		presets: {
			never: 'three conditional, one never',
			quarter: 'all four three quarters',
			punished: 'with punishment'
		},
		sentence: ({ rounds, rules, returns }) => {
			const below = rounds.findIndex((round) => round.average < 1);
			return `In round 1 each puts in ${decimal(rounds[0]!.average, 'en')} points on average, in round ${rounds.length} ${decimal(rounds.at(-1)!.average, 'en')}. ${
				below === -1
					? 'The average stays at 1 point or more.'
					: `In round ${below + 1} it is less than 1 point.`
			} A point in the pot brings its giver ${decimal(returns.own, 'en')} and the group of ${rules.seats.length} together ${decimal(returns.group, 'en')}.`;
		},
		frame: ({ rounds }, at) =>
			rounds[at - 1]
				? `Round ${at}: each puts in ${decimal(rounds[at - 1]!.average, 'en')} points on average.`
				: 'The start: each has 20 points per round.',
		table: {
			caption: 'Round by round, in points',
			columns: ['Round', 'Average put in', 'Group payoff', 'Cost of punishing', 'Fines']
		},
		challenge: {
			task: 'There is at least one player who never gives, at most one who always gives everything, and you look on. Keep the average at 5 points or more after ten rounds or more.',
			reached: 'One giver keeps the others giving.'
		},
		model: {
			rules: [
				'Each gets 20 points per round and puts 0 to 20 of them in the pot.',
				'Each point in the pot gives every player m points back (0.4 to begin with), also those who gave nothing.',
				'A conditional player gives s times what the others gave on average the round before; 10 the first time.',
				'A punisher spends 3 points on each player who stayed too far below the average. They lose the fine per point (3 to begin with).',
				'Nobody changes through punishment. People in experiments do.'
			],
			formula: 'πᵢ = 20 − cᵢ + m · Σc − what i spent − fine × what was spent on i',
			sources: [
				{ id: 'fehr2000', label: 'Fehr and Gächter (2000), experiment' },
				{ id: 'fehr2002', label: 'Fehr and Gächter (2002), experiment' },
				{ id: 'fischbacher2010', label: 'Fischbacher and Gächter (2010), experiment' }
			],
			checks: [
				'All four give 20: each gets 32 points. If nobody gives anything: 20.',
				'One gives nothing, three give 20: the free rider gets 44, the others 24.',
				'Three conditional and one never: 7.50, 5.00, 3.33 … 0.20.',
				'Four times three quarters: 10, 7.50, 5.63 … 0.75.'
			],
			leavesOut:
				'Talking, leaving the group, what others think of you outside the game, retaliation. Where players compete, punishment can become rivalry.'
		},
		seats: {
			conditional: 'conditional',
			punisher: 'punishes',
			always: 'always',
			never: 'never',
			learner: 'you'
		},
		players:
			'The players: the fuller the circle, the more somebody put in. Below stand what they put in and their points so far.',
		curve: 'The average put in, by round.',
		earned: (points) => `${decimal(points, 'en')} points`,
		chart: { average: 'average put in', round: 'round' }
	}
});
