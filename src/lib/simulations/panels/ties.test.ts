import { expect, test } from 'vitest';
import { drive } from '../simulation.ts';
import { ties } from './ties.ts';

const play = (members: number) => drive(ties.run({ members }, () => 0));

test('what lesson B2 asks for: 2, 3, 5 and 20 members', () => {
	expect([2, 3, 5, 20].map((n) => [play(n).pairs, play(n).triads])).toEqual([
		[1, 0],
		[3, 1],
		[10, 10],
		[190, 1140]
	]);
});

test('the challenge: six is the smallest group with more triads than pairs', () => {
	const met = Array.from({ length: 150 }, (_, index) => index + 1).filter((members) =>
		ties.reaches(play(members), { members })
	);
	expect(met).toEqual([6]);
});

test('a number with many digits is written out whole, in threes', () => {
	const cell = ties.table(play(150), { members: 150 }).at(-1)![1];
	expect(String(cell).replaceAll(' ', '')).toBe((2n ** 150n - 151n).toString());
});
