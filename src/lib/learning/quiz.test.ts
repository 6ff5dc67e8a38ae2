import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Counts, Quiz } from '#lib/course/course.ts';
import { passes } from './completion.ts';
import {
	draw,
	freeze,
	mayExplain,
	mayReveal,
	opensAt,
	percentOf,
	questionsIn,
	standing,
	type AttemptSummary,
	type Drawable
} from './quiz.ts';

const quiz: Quiz = {
	id: 'm1',
	since: 1,
	items: ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'],
	tries: 3,
	counts: 'best',
	pass: 70,
	shuffle: true,
	explains: 'each',
	reveals: 'last'
};
const handedIn = (number: number, earned: number): AttemptSummary => ({
	number,
	state: 'submitted',
	earned,
	total: 500
});
const open = (number: number): AttemptSummary => ({ number, state: 'open', earned: 0, total: 0 });

describe('where somebody stands', () => {
	it('nothing was done: all tries left', () => {
		expect(standing(quiz, [])).toEqual({ attempts: [], passed: false, triesLeft: 3 });
	});
	it('the best attempt counts, not the last', () => {
		const own = standing(quiz, [handedIn(1, 300), handedIn(2, 400), handedIn(3, 100)]);
		expect(own.counts?.earned).toBe(400);
		expect(own.passed).toBe(true);
		expect(own.triesLeft).toBe(0);
	});
	it('a pass leaves nothing to try for', () => {
		expect(standing(quiz, [handedIn(1, 350)])).toMatchObject({ passed: true, triesLeft: 0 });
	});
	it('an open attempt takes a try but neither counts nor passes', () => {
		const own = standing(quiz, [handedIn(1, 300), open(2)]);
		expect(own.open?.number).toBe(2);
		expect(own.counts?.earned).toBe(300);
		expect(own).toMatchObject({ passed: false, triesLeft: 1 });
		expect(standing(quiz, [open(1)]).counts).toBeUndefined();
	});
	it('fewer tries than were used leaves none, not minus one', () => {
		expect(standing({ ...quiz, tries: 1 }, [handedIn(1, 0), handedIn(2, 0)]).triesLeft).toBe(0);
	});
	it('compares attempts by share when an edition changed the number of questions', () => {
		const own = standing(quiz, [
			{ number: 1, state: 'submitted', earned: 400, total: 800 },
			{ number: 2, state: 'submitted', earned: 300, total: 500 }
		]);
		expect(own.counts).toMatchObject({ earned: 300, total: 500 });
	});
});

describe('which attempt counts', () => {
	const tries = [handedIn(1, 200), handedIn(2, 400), handedIn(3, 300)];
	const points = (counts: Counts) => standing({ ...quiz, counts }, tries).counts;
	it('is the first, the last, the best, or all of them together', () => {
		expect(points('first')?.earned).toBe(200);
		expect(points('last')?.earned).toBe(300);
		expect(points('best')?.earned).toBe(400);
		expect(points('average')).toEqual({ earned: 900, total: 1500 });
	});
	it('decides about passing, and a pass is never lost by going on', () => {
		const passed = (counts: Counts, scores: number[]) =>
			standing(
				{ ...quiz, counts },
				scores.map((earned, index) => handedIn(index + 1, earned))
			).passed;
		expect(passed('first', [200, 500])).toBe(false);
		expect(passed('last', [200, 500])).toBe(true);
		expect(passed('last', [500, 200])).toBe(true);
		expect(passed('average', [200, 400])).toBe(false);
		expect(passed('average', [200, 500])).toBe(true);
	});
});

describe('a wait between attempts', () => {
	const handed = (hour: number) => ({ submittedAt: new Date(Date.UTC(2026, 10, 23, hour)) });
	const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 10, 23, hour, minute));
	it('counts from the last one handed in, and ends on the hour', () => {
		const waiting = { ...quiz, wait: 4 };
		expect(opensAt(waiting, [], at(1))).toBeUndefined();
		expect(opensAt(waiting, [{ submittedAt: null }], at(1))).toBeUndefined();
		expect(opensAt(waiting, [handed(6), handed(2)], at(9, 59))).toEqual(at(10));
		expect(opensAt(waiting, [handed(6), handed(2)], at(10))).toBeUndefined();
		expect(opensAt(quiz, [handed(6)], at(6))).toBeUndefined();
	});
});

const anyAttempts = fc
	.tuple(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 5 }), fc.boolean())
	.map(([scores, more]) => [
		...scores.map((earned, index) => handedIn(index + 1, earned)),
		...(more ? [open(scores.length + 1)] : [])
	]);

test('the best is at least as good as every other, and passing depends on it alone', () => {
	const check = fc.property(anyAttempts, (attempts) => {
		const own = standing(quiz, attempts);
		for (const each of attempts)
			if (each.state === 'submitted')
				expect(own.counts!.earned).toBeGreaterThanOrEqual(each.earned);
		expect(own.passed).toBe(
			own.counts !== undefined && passes(own.counts.earned, own.counts.total, quiz.pass)
		);
		expect(own.triesLeft).toBe(own.passed ? 0 : Math.max(0, quiz.tries - attempts.length));
		expect(standing(quiz, [...attempts].reverse()).counts).toEqual(own.counts);
	});
	expect(() => fc.assert(check, { numRuns: 2000 })).not.toThrow();
});

describe('the right answer', () => {
	it('is shown exactly when no question of the quiz can be asked again', () => {
		const check = fc.property(anyAttempts, (attempts) => {
			const own = standing(quiz, attempts);
			const canBeAsked = own.open !== undefined || own.triesLeft > 0;
			expect(mayReveal(own, quiz)).toBe(!canBeAsked);
			expect(mayReveal(own, { reveals: 'never' })).toBe(false);
		});
		expect(() => fc.assert(check, { numRuns: 2000 })).not.toThrow();
	});
	it('and what an answer was worth: at once, or once the attempt is handed in', () => {
		expect([false, true].map((done) => mayExplain({ explains: 'each' }, done))).toEqual([
			true,
			true
		]);
		expect([false, true].map((done) => mayExplain({ explains: 'end' }, done))).toEqual([
			false,
			true
		]);
	});
	it('opens with a pass, and with the last try; an open attempt keeps it closed', () => {
		expect(mayReveal(standing(quiz, [handedIn(1, 500)]), quiz)).toBe(true);
		expect(mayReveal(standing(quiz, [handedIn(1, 0)]), quiz)).toBe(false);
		expect(mayReveal(standing(quiz, [handedIn(1, 500), open(2)]), quiz)).toBe(false);
		expect(mayReveal(standing(quiz, [handedIn(1, 0), handedIn(2, 0), handedIn(3, 0)]), quiz)).toBe(
			true
		);
	});
});

test('a percentage is rounded down, so that it never shows a pass that is none', () => {
	expect(percentOf(699, 1000)).toBe(69);
	expect(percentOf(2, 3)).toBe(66);
	expect(percentOf(800, 800)).toBe(100);
	expect(percentOf(0, 0)).toBe(0);
	const score = fc.tuple(
		fc.integer({ min: 1, max: 4000 }),
		fc.integer({ min: 1, max: 100 }),
		fc.nat(4000)
	);
	const check = fc.property(score, ([total, pass, points]) => {
		const earned = Math.min(points, total);
		expect(percentOf(earned, total) >= pass).toBe(passes(earned, total, pass));
	});
	expect(() => fc.assert(check, { numRuns: 3000 })).not.toThrow();
});

test('an attempt freezes every question once, with its version, in an order of its own', () => {
	const versionOf = (item: string) => `v-${item}`;
	const one = freeze(quiz, versionOf, 'attempt 1');
	expect(one.map((each) => each.item).sort()).toEqual(quiz.items);
	for (const each of one) expect(each.version).toBe(versionOf(each.item));
	expect(freeze(quiz, versionOf, 'attempt 1')).toEqual(one);
	const orders = new Set(
		Array.from({ length: 50 }, (_, n) =>
			freeze(quiz, versionOf, `attempt ${n}`)
				.map((each) => each.item)
				.join()
		)
	);
	expect(orders.size).toBeGreaterThan(20);
	const still = freeze({ ...quiz, shuffle: false }, versionOf, 'attempt 1');
	expect(still.map((each) => each.item)).toEqual(quiz.items);
});

/** Three modules of five objectives with three items each. */
const bank: Drawable[] = ['m1', 'm2', 'm3'].flatMap((module) =>
	[1, 2, 3, 4, 5].flatMap((objective) =>
		['a', 'b', 'c'].map((item) => ({
			id: `${module}-${objective}-${item}`,
			objective: `${module}-${objective}`,
			module
		}))
	)
);
const none = new Set<string>();

test('a draw is spread evenly over modules and objectives, and is the same for the same seed', () => {
	for (const seed of ['one', 'two', 'three']) {
		const drawn = draw(bank, 9, none, seed);
		const of = (key: 'module' | 'objective') =>
			drawn.map((id) => bank.find((b) => b.id === id)![key]);
		expect(new Set(drawn).size).toBe(9);
		expect(['m1', 'm2', 'm3'].map((m) => of('module').filter((each) => each === m).length)).toEqual(
			[3, 3, 3]
		);
		expect(new Set(of('objective')).size).toBe(9);
		expect(draw(bank, 9, none, seed)).toEqual(drawn);
	}
	expect(draw(bank, 9, none, 'one')).not.toEqual(draw(bank, 9, none, 'two'));
});

test('a draw prefers what was not seen, and never asks for more than there is', () => {
	const seen = new Set(bank.filter(({ id }) => !id.endsWith('-b')).map(({ id }) => id));
	expect(draw(bank, 15, seen, 'x').every((id) => id.endsWith('-b'))).toBe(true);
	expect(draw(bank, 99, seen, 'x')).toHaveLength(bank.length);
	expect(draw([], 3, none, 'x')).toEqual([]);
});

test('a quiz asks all its items unless it draws some', () => {
	expect(questionsIn(quiz)).toBe(quiz.items.length);
	expect(questionsIn({ ...quiz, draw: 2 })).toBe(2);
});
