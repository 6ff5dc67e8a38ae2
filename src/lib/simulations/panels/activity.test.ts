import { expect, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import { drive, initial } from '../simulation.ts';
import { activity, type ActivitySettings } from './activity.ts';

function play(own: Partial<ActivitySettings>, preset?: string) {
	const settings = { ...initial(activity, preset), ...own };
	const outcome = drive(activity.run(settings, mulberry32(activity.seed!)));
	return {
		...outcome,
		rows: activity.table(outcome, settings),
		reached: activity.reaches(outcome, settings)
	};
}

test('what lesson B13 asks for: the ten most active leave, the skew changes, own numbers', () => {
	expect(play({}, 'ten').lost).toBeCloseTo(0.3913, 4);
	expect(play({}).rows).toEqual([
		['top', 10, 39.13, '–'],
		['next', 90, 30.17, '–'],
		['rest', 900, 30.7, '–']
	]);
	expect(play({ removed: 10 }, 'even').lost).toBeCloseTo(0.01);
	expect(play({ ownTop: 75, ownNext: 24, ownRest: 1 }).rows.map((row) => row[3])).toEqual([
		75, 24, 1
	]);
});

test('links that grow come near the limit', () => {
	const { degrees } = play({ members: 10_000 }, 'grow');
	const two = degrees!.find((row) => row.degree === 2)!;
	expect(two.limit).toBe(0.5);
	expect(Math.abs(two.share - two.limit)).toBeLessThan(0.02);
	expect(degrees!.reduce((sum, row) => sum + row.members, 0)).toBe(10_000);
});

test('the challenge is met by one range of skews, and only with a thousand members', () => {
	const skews = Array.from({ length: 201 }, (_, index) => index / 100);
	const met = skews.filter((skew) => play({ skew }).reached);
	expect(met).toEqual([1.43, 1.44]);
	expect(play({ skew: 1.44, members: 2000 }).reached).toBe(false);
});
