import { expect, test } from 'vitest';
import { drive, initial } from '../simulation.ts';
import { reciprocity, type ReciprocitySettings } from './reciprocity.ts';

function play(own: Partial<ReciprocitySettings>, preset?: string) {
	const settings = { ...initial(reciprocity, preset), ...own };
	const outcome = drive(reciprocity.run(settings, () => 0));
	const rows = reciprocity.table(outcome, settings);
	return { ...outcome, rows, reached: reciprocity.reaches(outcome, settings) };
}

test('what lesson B8 asks for: three players, then two more', () => {
	const three = play({}, 'three');
	expect(three.leaders).toEqual(['ALLD']);
	expect(three.standings.map(({ average }) => Number(average.toFixed(2)))).toEqual([
		400, 468, 466.33
	]);
	const five = play({}, 'five');
	expect(five.leaders).toEqual(['TFT', 'GRIM']);
	expect(five.standings.find(({ strategy }) => strategy === 'ALLD')?.average).toBeCloseTo(363.2);
});

test('the last frame is the final standing, the first one nothing', () => {
	const { course, standings } = play({}, 'five');
	expect(course[0]!.averages.every(({ average }) => average === 0)).toBe(true);
	expect(course.at(-1)!.round).toBe(200);
	course.at(-1)!.averages.forEach(({ average }, row) => {
		expect(average).toBeCloseTo(standings[row]!.average, 9);
	});
	expect(play({ rounds: 1 }).course).toHaveLength(2);
});

test('every pair is in the table', () => {
	expect(play({}).rows).toEqual([
		['ALLC', 1, 400, 600, 0, 600],
		['ALLD', 1, 468, 1000, 200, 204],
		['TFT', 1, 466.33, 600, 199, 600]
	]);
});

test('passing on is one picture: nothing to step through', () => {
	const outcome = play({ mode: 'pass' });
	expect(reciprocity.last(outcome)).toBe(0);
	expect(play({ mode: 'pass', benefit: 1, cost: 2 }).passing.threshold).toBeGreaterThan(1);
});

test('nobody there is no fault', () => {
	const nobody = play({ ALLC: 0, ALLD: 0, TFT: 0 });
	expect(nobody.standings).toEqual([]);
	expect(nobody.reached).toBe(false);
});

test('row 11: passing on, at a visibility of 0.2 and 0.5', () => {
	expect(play({ mode: 'pass', visibility: 0.2 }).passing.now).toEqual({
		discriminator: 2,
		defector: expect.closeTo(2.4, 9)
	});
	expect(play({ mode: 'pass' }).passing.threshold).toBeCloseTo(1 / 3);
});

test('more reciprocators meet the challenge', () => {
	expect(play({}).reached).toBe(false);
	expect(play({}, 'five').reached).toBe(true);
	expect(play({ ALLC: 0 }, 'five').reached).toBe(false);
});
