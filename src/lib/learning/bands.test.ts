import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { course } from '#lib/server/course.ts';
import { bandsOf, stuckAt, type Tried } from './bands.ts';

const [first] = course.modules.map(({ quiz }) => quiz);
const quiz = first!;
const tried = (...earned: number[]): Tried => ({
	attempts: earned.map((each, index) => ({
		...{ quiz: quiz.id, number: index + 1, earned: each, total: 100 }
	})),
	extra: []
});
const bandOf = (...earned: number[]) => bandsOf(course, tried(...earned))[0]?.band;

describe('the band of a quiz', () => {
	it.each([
		[quiz.pass - 1, 'below'],
		[quiz.pass, 'passed'],
		[89, 'passed'],
		[90, 'amply'],
		[100, 'amply']
	])('with %i of 100 points is %s', (earned, band) => {
		expect(bandOf(earned)).toBe(band);
	});

	it('is absent before anything was handed in', () => {
		expect(bandsOf(course, tried())).toEqual([]);
	});

	it('never falls below a pass that was there, whatever comes after', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 6 }), (scores) => {
				const order = ['below', 'passed', 'amply'];
				const passed = scores.findIndex((_, n) => bandOf(...scores.slice(0, n + 1)) !== 'below');
				for (let n = passed; passed >= 0 && n < scores.length; n++)
					expect(order.indexOf(bandOf(...scores.slice(0, n + 1))!)).toBeGreaterThanOrEqual(1);
			}),
			{ numRuns: 300 }
		);
	});
});

describe('somebody is stuck', () => {
	const all = tried(...Array.from({ length: quiz.tries }, () => 0));
	it('when all tries are used and none was enough', () => {
		expect(stuckAt(course, all)).toBe(quiz.id);
		expect(stuckAt(course, { ...all, attempts: all.attempts.slice(1) })).toBeUndefined();
		expect(stuckAt(course, tried())).toBeUndefined();
	});

	it('no longer once they were given another try', () => {
		const extra = [{ quiz: quiz.id, tries: 1 }];
		expect(stuckAt(course, { ...all, extra })).toBeUndefined();
		const used = { attempts: [...all.attempts, { ...all.attempts[0]!, number: 9 }], extra };
		expect(stuckAt(course, used)).toBe(quiz.id);
		expect(stuckAt(course, { ...used, extra: [...extra, ...extra] })).toBeUndefined();
	});
});
