import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mulberry32 } from './random.ts';
import { confidences } from './confidence.ts';
import { queue, schedule, type ReviewFact } from './review.ts';

const DAY = 24 * 60 * 60 * 1000;
const start = new Date('2026-01-05T09:00:00Z');
const after = (days: number) => new Date(start.getTime() + days * DAY);
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
const fact = (change: Partial<ReviewFact> = {}): ReviewFact => ({
	...{ item: 'Q-A1-01', right: true, at: start },
	...change
});
const one = (...facts: ReviewFact[]) => schedule(facts, dayOf)[0]!;
const daysUntil = (...facts: ReviewFact[]) => {
	const { due, last } = one(...facts);
	return (due.getTime() - last.at.getTime()) / DAY;
};

describe('an answer', () => {
	test('wrong comes back soonest, then right after a hint, right, right and sure', () => {
		const days = [
			daysUntil(fact({ right: false })),
			daysUntil(fact({ hinted: true })),
			daysUntil(fact()),
			daysUntil(fact({ confidence: 'sure' }))
		];
		expect([...days].sort((a, b) => a - b)).toEqual(days);
		expect(new Set(days).size).toBe(4);
	});
	test('that was guessed right counts as one after a hint', () => {
		expect(daysUntil(fact({ confidence: 'guess' }))).toBe(daysUntil(fact({ hinted: true })));
	});
	test('that was sure only lengthens the first interval: later it is simply right', () => {
		const second = (confidence?: 'sure') =>
			daysUntil(fact(), fact({ at: after(3), ...(confidence && { confidence }) }));
		expect(second('sure')).toBe(second());
	});
	test('wrong and sure comes back after a week', () => {
		expect(daysUntil(fact({ right: false, confidence: 'sure' }))).toBe(7);
	});
	test('a second one on the same day changes nothing', () => {
		const later = new Date(start.getTime() + 3 * 60 * 60 * 1000);
		expect(one(fact({ right: false }), fact({ at: later })).due).toEqual(
			one(fact({ right: false })).due
		);
	});
	test('right again stretches the interval, wrong shortens it and counts as a lapse', () => {
		const first = one(fact());
		const again = fact({ at: first.due });
		const kept = one(fact(), again);
		expect(daysUntil(fact(), again)).toBeGreaterThan(daysUntil(fact()) * 1.5);
		const lost = one(fact(), again, fact({ at: kept.due, right: false }));
		expect(lost.lapses).toBe(1);
		expect(lost.stability).toBeLessThan(kept.stability);
	});
});

describe('the queue', () => {
	const lessonOf = (item: string) => item.split('-')[1]!;
	const facts = ['Q-A1-01', 'Q-A1-02', 'Q-A1-03', 'Q-B1-01', 'Q-B2-01'].map((item, index) =>
		fact({ item, right: index % 2 === 0, at: new Date(start.getTime() + index * 1000) })
	);
	test('holds what is due, and no more than fits in a few minutes', () => {
		expect(queue(schedule(facts, dayOf), start, lessonOf)).toEqual([]);
		expect(queue(schedule(facts, dayOf), after(90), lessonOf).sort()).toEqual(
			facts.map((each) => each.item).sort()
		);
		expect(queue(schedule(facts, dayOf), after(90), lessonOf, 3)).toHaveLength(3);
	});
	test('begins with what is least likely to be recalled, and mixes lessons', () => {
		const scheduled = schedule(facts, dayOf);
		const items = queue(scheduled, after(90), lessonOf);
		const recall = scheduled.map((each) => ({ item: each.item, recall: each.recallAt(after(90)) }));
		expect(items[0]).toBe(recall.sort((a, b) => a.recall - b.recall)[0]!.item);
		const lessons = items.map(lessonOf);
		expect(lessons.slice(1).filter((lesson, index) => lesson === lessons[index])).toEqual([]);
	});
});

const anyFact = fc.record({
	item: fc.constantFrom('Q-A1-01', 'Q-A1-02', 'Q-B1-01'),
	right: fc.boolean(),
	confidence: fc.constantFrom(undefined, ...confidences),
	at: fc.integer({ min: 0, max: 200 * 24 }).map((hours) => after(hours / 24))
});
const facts = fc.array(anyFact, { minLength: 1, maxLength: 25 });
const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
	expect(() => fc.assert(fc.property(arbitrary, property), { numRuns: 2000 })).not.toThrow();
/** As data: by item, without the function. */
const shown = (list: ReviewFact[]) =>
	schedule(list, dayOf)
		.map(({ recallAt, ...rest }) => ({ ...rest, recall: recallAt(after(300)) }))
		.sort((a, b) => (a.item < b.item ? -1 : 1));

test('the order in which facts come in decides nothing, and one that comes twice changes nothing', () => {
	// Two different answers at the very same moment cannot be told apart by time.
	const distinct = fc.uniqueArray(anyFact, {
		selector: (each) => `${each.item} ${each.at.getTime()}`,
		minLength: 1,
		maxLength: 25
	});
	holds(fc.tuple(distinct, fc.integer()), ([list, seed]) => {
		const random = mulberry32(seed);
		const shuffled = list
			.map((each) => ({ each, at: random() }))
			.sort((a, b) => a.at - b.at)
			.map(({ each }) => each);
		expect(shown([...shuffled, ...list.slice(0, 3)])).toEqual(shown(list));
	});
});

test('an item is due at least a day after its last answer, and recall stays between 0 and 1', () => {
	holds(facts, (list) => {
		for (const each of schedule(list, dayOf)) {
			expect(each.due.getTime()).toBeGreaterThanOrEqual(each.last.at.getTime() + DAY);
			const recall = each.recallAt(each.due);
			expect(recall).toBeGreaterThan(0);
			expect(recall).toBeLessThanOrEqual(1);
		}
	});
});

test('a right answer never brings an item nearer than an unsure wrong one would', () => {
	holds(fc.tuple(facts, fc.integer({ min: 1, max: 60 })), ([list, days]) => {
		const own = list.filter((each) => each.item === 'Q-A1-01');
		const last = Math.max(...[start, ...own.map((each) => each.at)].map((at) => at.getTime()));
		const at = new Date(last + days * DAY);
		const due = (right: boolean) => one(...own, fact({ at, right })).due.getTime();
		expect(due(true)).toBeGreaterThanOrEqual(due(false));
	});
});

test('learners who do their daily queue for 180 days keep nine in ten, with at most about ten questions a day', () => {
	let asked = 0;
	let expected = 0;
	let busiest = 0;
	const learners = 6;
	for (let learner = 0; learner < learners; learner++) {
		const random = mulberry32(learner + 1);
		const told: ReviewFact[] = [];
		for (let day = 0; day < 180; day++) {
			const now = after(day);
			const scheduled = schedule(told, dayOf);
			const due = queue(scheduled, now, (item) => item, 30);
			busiest = Math.max(busiest, due.length);
			for (const item of due) {
				const recall = scheduled.find((each) => each.item === item)!.recallAt(now);
				asked += 1;
				expected += recall;
				told.push({ item, right: random() < recall, at: now });
			}
			// 180 items of the bank, three a day over the first sixty days, four in five right at once.
			if (day < 60)
				for (let n = 0; n < 3; n++)
					told.push({ item: `Q-${day}-${n}`, right: random() < 0.8, at: now });
		}
	}
	const recall = expected / asked;
	const perDay = asked / learners / 180;
	console.log(
		`review: ${asked} questions, expected recall ${(recall * 100).toFixed(1)}%, ${perDay.toFixed(1)} a day, at most ${busiest}`
	);
	expect(recall).toBeGreaterThanOrEqual(0.9);
	expect(perDay).toBeLessThanOrEqual(10);
}, 60_000);
