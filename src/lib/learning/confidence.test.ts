import { describe, expect, test } from 'vitest';
import { calibrate, isConfidence, masteryOf } from './confidence.ts';

test('calibration counts what was right by how sure somebody was', () => {
	const answers = [
		{ right: true, confidence: 'sure' as const },
		{ right: false, confidence: 'sure' as const },
		{ right: true, confidence: 'guess' as const }
	];
	expect(calibrate(answers)).toEqual({
		sure: { right: 1, given: 2 },
		fair: { right: 0, given: 0 },
		guess: { right: 1, given: 1 }
	});
	expect(['sure', 'very', ''].map(isConfidence)).toEqual([true, false, false]);
});

describe('mastery of an objective', () => {
	const tries = (...earned: number[]) => earned.map((each) => ({ earned: each, total: 100 }));
	test.each([
		['nothing yet', tries(), 'not-enough'],
		['one right', tries(100), 'not-enough'],
		['two right', tries(100, 100), 'high'],
		['four in five', tries(100, 100, 100, 100, 0), 'high'],
		['just under four in five', tries(100, 100, 100, 99, 0), 'medium'],
		['half', tries(100, 100, 0, 0), 'medium'],
		['just under half', tries(100, 49, 0), 'low'],
		['nothing right', tries(0, 0, 0), 'low']
	])('%s', (_, points, expected) => {
		expect(masteryOf(points)).toBe(expected);
	});
});
