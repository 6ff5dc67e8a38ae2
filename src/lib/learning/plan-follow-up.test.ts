import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLLOW_UP_DAYS, followUps, type Answered } from './plan-follow-up.ts';
import { dayAfter } from './retention.ts';

const day = (moment: Date) => moment.toISOString().slice(0, 10);
const at = (days: number) => new Date(Date.UTC(2026, 0, 1 + days, 12));
const start = day(at(0));
const one = ['Als het maandag is', 'bel ik een lid'];
const two = ['Als iemand klaagt', 'antwoord ik met een vraag'];
const answer = ([condition = '', action = '']: string[], outcome: Answered['outcome'], n = 40) => ({
	...{ condition, action, outcome, note: '' },
	at: at(n)
});

describe('a plan is asked about', () => {
	it('so many days after its words appeared, and not before', () => {
		const ask = (today: number) =>
			followUps([{ cells: [one], at: at(0) }], [], day(at(today)), day);
		expect(ask(FOLLOW_UP_DAYS - 1)).toMatchObject([{ state: 'waiting', due: dayAfter(start, 30) }]);
		expect(ask(FOLLOW_UP_DAYS)).toMatchObject([
			{ state: 'due', condition: one[0], action: one[1] }
		]);
	});

	it('from its own day: another row, another order and spaces around it move nothing', () => {
		const versions = [
			{ cells: [one], at: at(0) },
			{ cells: [two, one], at: at(10) },
			{ cells: [['', ''], two, one.map((cell) => ` ${cell} `)], at: at(20) }
		];
		const said = followUps(versions, [], day(at(35)), day);
		expect(said.map(({ condition, due, state }) => [condition, due, state])).toEqual([
			[two[0], dayAfter(day(at(10)), 30), 'waiting'],
			[one[0], dayAfter(start, 30), 'due']
		]);
	});

	it('again from the start when its words change, or when it was gone for a while', () => {
		const changed = [one[0]!, 'bel ik twee leden'];
		const due = (versions: string[][][]) =>
			followUps(
				versions.map((cells, index) => ({ cells, at: at(index * 10) })),
				[],
				day(at(30)),
				day
			).map((each) => each.due);
		expect(due([[one], [changed]])).toEqual([dayAfter(day(at(10)), 30)]);
		expect(due([[one], [two], [one]])).toEqual([dayAfter(day(at(20)), 30)]);
	});

	it('not when half of it is missing, and once when it stands there twice', () => {
		const cells = [['Als', ''], ['', 'dan'], one, one];
		expect(followUps([{ cells, at: at(0) }], [], start, day)).toHaveLength(1);
	});
});

it('the last answer counts, and stays when the plan is gone', () => {
	const answers = [answer(one, 'not'), answer(two, 'done'), answer(one, 'partly', 50)];
	const said = followUps([{ cells: [one], at: at(0) }], answers, day(at(60)), day);
	expect(said).toMatchObject([
		{ condition: one[0], current: true, state: 'answered', last: { outcome: 'partly' } },
		{ condition: two[0], current: false, state: 'answered', last: { outcome: 'done' } }
	]);
	expect(said[1]).not.toHaveProperty('due');
});

it('over any history every plan that stands now is there once, and nothing is asked too early', () => {
	const word = fc.constantFrom('a', 'b', 'c', ' a ', '');
	const version = fc.record({
		cells: fc.array(fc.tuple(word, word), { maxLength: 4 }),
		days: fc.nat(60)
	});
	fc.assert(
		fc.property(fc.array(version, { maxLength: 6 }), fc.nat(120), (list, today) => {
			const versions = list
				.map(({ cells, days }) => ({ cells, at: at(days) }))
				.sort((a, b) => a.at.getTime() - b.at.getTime());
			const said = followUps(versions, [], day(at(today)), day);
			const now = (versions.at(-1)?.cells ?? [])
				.map(([condition, action]) => `${condition.trim()}|${action.trim()}`)
				.filter((plan) => !plan.startsWith('|') && !plan.endsWith('|'));
			expect(said.map(({ condition, action }) => `${condition}|${action}`)).toEqual([
				...new Set(now)
			]);
			for (const each of said) expect(each.state === 'due').toBe(each.due! <= day(at(today)));
		}),
		{ numRuns: 1000 }
	);
});
