import type { DiffusionOutcome, DiffusionSettings } from '#lib/simulations/panels/diffusion.ts';
import { inBoth } from '../words.ts';
import { decimal } from './numbers.ts';
import type { SimulationWords } from './words.ts';

type Words = SimulationWords<DiffusionSettings, DiffusionOutcome> & {
	/** What is written in the picture. */
	chart: { joining: string; outside: string; total: string; second: string; period: string };
};

export const diffusionWords = inBoth<Words>({
	nl: {
		name: 'De overstap',
		settings: {
			market: { label: 'Markt: hoeveel mensen uiteindelijk meedoen (m)' },
			outside: { label: 'Invloed van buiten, zoals een campagne (p)' },
			others: { label: 'Invloed van andere gebruikers (q)' },
			rival: {
				label: 'Een tweede netwerk, later',
				hint: 'Alleen ter illustratie: twee krommen, geen bewering over waarom mensen overstappen.',
				values: { no: 'nee', yes: 'ja' }
			},
			delay: { label: 'Het tweede netwerk begint na zoveel periodes' }
		},
		presets: {
			double: 'dubbel het campagnebudget',
			alone: 'zonder mond-tot-mond',
			later: 'een tweede netwerk'
		},
		sentence: ({ busiest, periods, peak }, { market }) =>
			`De meeste mensen komen erbij in periode ${busiest.period}: ${decimal(busiest.joining, 'nl', 0)}. Na ${periods.length} periodes doen er ${decimal(periods.at(-1)!.total, 'nl', 0)} van de ${decimal(market, 'nl', 0)} mee. ${
				peak.kind === 'later'
					? `De doorlopende versie van het model heeft haar piek eerder: na ${decimal(peak.time, 'nl')} periodes.`
					: 'De doorlopende versie heeft geen piek later: het begint op zijn hoogst en neemt af.'
			}`,
		frame: ({ periods }, at) => {
			const period = periods[at - 1];
			return period
				? `Periode ${at}: ${decimal(period.joining, 'nl', 0)} erbij, ${decimal(period.total, 'nl', 0)} in totaal.`
				: 'Het begin: nog niemand doet mee.';
		},
		table: {
			caption: 'Wie erbij komen, per periode',
			columns: ['Periode', 'Erbij', 'waarvan door buiten', 'Totaal']
		},
		challenge: {
			task: 'Laat de eerste vijf periodes lopen als in het voorbeeld (30, 40, 53, 67 en 83, op 2 mensen na), maar in een andere markt en met een piek in periode 10 of later.',
			reached: 'Het begin past bij meer dan één vervolg.'
		},
		model: {
			rules: [
				'Wie nog niet meedoet, kan op twee manieren meedoen: door invloed van buiten (p) en door anderen die al meedoen (q).',
				'Hoe meer mensen meedoen, hoe sterker die tweede invloed.',
				'Niemand stapt weer uit.'
			],
			formula: 'n(t) = (p + q · A/m) · (m − A), met A het aantal dat al meedoet',
			sources: [
				{ id: 'bass1969', label: 'Bass (1969), theorie' },
				{ id: 'sultan1990', label: 'Sultan e.a. (1990): gemiddelden voor p en q, observatie' }
			],
			checks: [
				'p = 0,03 en q = 0,38: de doorlopende piek ligt bij 6,193 periodes, met 46,05% van de markt.',
				'1.000 mensen, dezelfde p en q: 30,00, 40,16, 52,68 … en een piek van 110,48 in periode 8.',
				'p = 0,03 en q = 0: geen piek; na 10 periodes doet 25,92% mee.'
			],
			leavesOut:
				'Weer weggaan, concurrerende netwerken, wie wie beïnvloedt. Het past achteraf beter dan dat het vooraf voorspelt.'
		},
		chart: {
			joining: 'erbij',
			outside: 'door buiten',
			total: 'totaal',
			second: 'tweede netwerk',
			period: 'periode'
		}
	},
	en: {
		name: 'The switch',
		settings: {
			market: { label: 'Market: how many people take part in the end (m)' },
			outside: { label: 'Influence from outside, such as a campaign (p)' },
			others: { label: 'Influence of other users (q)' },
			rival: {
				label: 'A second network, later',
				hint: 'An illustration only: two curves, not a claim about why people switch.',
				values: { no: 'no', yes: 'yes' }
			},
			delay: { label: 'The second network begins after so many periods' }
		},
		presets: {
			double: 'double the campaign budget',
			alone: 'without word of mouth',
			later: 'a second network'
		},
		sentence: ({ busiest, periods, peak }, { market }) =>
			`Most people join in period ${busiest.period}: ${decimal(busiest.joining, 'en', 0)}. After ${periods.length} periods ${decimal(periods.at(-1)!.total, 'en', 0)} of ${decimal(market, 'en', 0)} take part. ${
				peak.kind === 'later'
					? `The continuous version of the model peaks earlier: after ${decimal(peak.time, 'en')} periods.`
					: 'The continuous version has no later peak: it begins at its highest and falls.'
			}`,
		frame: ({ periods }, at) => {
			const period = periods[at - 1];
			return period
				? `Period ${at}: ${decimal(period.joining, 'en', 0)} join, ${decimal(period.total, 'en', 0)} in all.`
				: 'The start: nobody takes part yet.';
		},
		table: {
			caption: 'Who joins, by period',
			columns: ['Period', 'Joining', 'of whom from outside', 'Total']
		},
		challenge: {
			task: 'Make the first five periods run as in the example (30, 40, 53, 67 and 83, give or take 2 people), but in another market and with a peak in period 10 or later.',
			reached: 'The beginning fits more than one sequel.'
		},
		model: {
			rules: [
				'Whoever does not take part yet can come to do so in two ways: through influence from outside (p) and through others who take part already (q).',
				'The more people take part, the stronger that second influence.',
				'Nobody leaves again.'
			],
			formula: 'n(t) = (p + q · A/m) · (m − A), A being the number taking part already',
			sources: [
				{ id: 'bass1969', label: 'Bass (1969), theory' },
				{ id: 'sultan1990', label: 'Sultan et al. (1990): averages for p and q, observation' }
			],
			checks: [
				'p = 0.03 and q = 0.38: the continuous peak is at 6.193 periods, with 46.05% of the market.',
				'1,000 people, the same p and q: 30.00, 40.16, 52.68 … and a peak of 110.48 in period 8.',
				'p = 0.03 and q = 0: no peak; after 10 periods 25.92% take part.'
			],
			leavesOut:
				'Leaving again, competing networks, who influences whom. It fits afterwards better than it predicts beforehand.'
		},
		chart: {
			joining: 'joining',
			outside: 'from outside',
			total: 'total',
			second: 'second network',
			period: 'period'
		}
	}
});
