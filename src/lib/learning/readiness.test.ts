import fc from 'fast-check';
import { expect, it } from 'vitest';
import { realCourse } from '../../../tests/support/real-course.ts';
import { readiness } from './canvas-view.ts';

const rowsWith = (levels: (number | undefined)[]) =>
	realCourse.exercises
		.flatMap(({ id, rubric }) => rubric.map(({ id: row }) => ({ exercise: id, title: id, row })))
		.map((row, index) => ({ ...row, level: levels[index] }));
const all = (level: number) => Array<number>(26).fill(level);

it('asks of 26 rows that all are judged, none is at the lowest level and half are proficient', () => {
	expect(rowsWith([])).toHaveLength(26);
	expect(readiness(rowsWith([]))).toMatchObject({ judged: 0, needed: 13, ready: false });
	const half = [...Array<number>(13).fill(3), ...Array<number>(13).fill(2)];
	expect(readiness(rowsWith(half))).toMatchObject({ proficient: 13, low: [], ready: true });
	expect(readiness(rowsWith(half.with(0, 2))).ready).toBe(false);
	expect(readiness(rowsWith(all(4).with(25, 1)))).toMatchObject({
		ready: false,
		low: [{ exercise: 'e8' }]
	});
	expect(readiness(rowsWith(all(4).slice(1))).ready).toBe(false);
});

it('names what is missing: rows to raise, exercises to look at', () => {
	const said = readiness(rowsWith([1, 2, 3]));
	const [first, second] = rowsWith([]).map(({ exercise, title, row }) => ({
		exercise,
		title,
		row
	}));
	expect(said).toMatchObject({ low: [first], halfway: [second], proficient: 1 });
	expect(said.open.map(({ exercise }) => exercise)).toEqual([
		...['e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8']
	]);
	expect(readiness(rowsWith(all(3))).open).toEqual([]);
});

it('asks the same of one exercise: of three rows two, and none at the lowest level', () => {
	const three = (...levels: number[]) =>
		readiness(levels.map((level, row) => ({ exercise: 'e1', title: '', row: `${row}`, level })))
			.ready;
	expect(three(3, 3, 2)).toBe(true);
	expect(three(4, 2, 2)).toBe(false);
	expect(three(4, 4, 1)).toBe(false);
});

it('never turns away when a level goes up', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 26, maxLength: 26 }),
			fc.nat(25),
			(levels, at) => {
				const raised = levels.with(at, Math.min(4, levels[at]! + 1));
				if (readiness(rowsWith(levels)).ready) expect(readiness(rowsWith(raised)).ready).toBe(true);
			}
		),
		{ numRuns: 1000 }
	);
});
