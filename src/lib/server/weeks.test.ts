import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoWeek, mayWriteNow } from './weeks.ts';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

test.each([
	['2026-11-25', '2026-W48'],
	['2026-01-01', '2026-W01'],
	// A year that begins on a Thursday has 53 weeks, and so has a leap year that begins on a Wednesday.
	['2026-12-31', '2026-W53'],
	['2027-01-03', '2026-W53'],
	['2027-01-04', '2027-W01'],
	['2020-12-31', '2020-W53'],
	['2021-01-03', '2020-W53'],
	['2021-01-04', '2021-W01'],
	// The last days of December can be in the first week of the next year.
	['2024-12-29', '2024-W52'],
	['2024-12-30', '2025-W01'],
	['2025-12-29', '2026-W01'],
	['2023-01-01', '2022-W52'],
	['2028-02-29', '2028-W09']
])('%s is in %s', (day, week) => {
	expect(isoWeek(noon(day))).toBe(week);
});

test('a week begins at midnight in the Netherlands, in winter and in summer', () => {
	expect(isoWeek(new Date('2027-01-03T22:59:59.999Z'))).toBe('2026-W53');
	expect(isoWeek(new Date('2027-01-03T23:00:00Z'))).toBe('2027-W01');
	expect(isoWeek(new Date('2026-07-05T21:59:59.999Z'))).toBe('2026-W27');
	expect(isoWeek(new Date('2026-07-05T22:00:00Z'))).toBe('2026-W28');
});

test('every week has seven days and a name of its own, in the order of time', () => {
	const monday = Date.parse('2000-01-03T12:00:00Z');
	const anyWeek = fc.integer({ min: 0, max: 5200 }).map((n) => monday + n * 7 * 86_400_000);
	const check = fc.property(anyWeek, (from) => {
		const names = Array.from({ length: 8 }, (_, n) => isoWeek(new Date(from + n * 86_400_000)));
		expect(new Set(names.slice(0, 7)).size).toBe(1);
		expect(names[7]! > names[0]!).toBe(true);
	});
	expect(() => fc.assert(check, { numRuns: 500 })).not.toThrow();
});

describe('a mail may go out', () => {
	test.each([
		['winter', '2026-11-24', '07:00', '17:00'],
		['summer', '2026-07-21', '06:00', '16:00'],
		['the week after the clock went forward', '2026-03-31', '06:00', '16:00'],
		['the week after the clock went back', '2026-10-27', '07:00', '17:00']
	])('from eight to six in %s, Tuesday to Friday', (_, tuesday, opens, closes) => {
		for (let days = -1; days <= 5; days++) {
			const day = new Date(noon(tuesday).getTime() + days * 86_400_000).toISOString().slice(0, 10);
			const [from, to] = [opens, closes].map((time) => Date.parse(`${day}T${time}:00Z`));
			const inWeek = days >= 0 && days <= 3;
			expect(mayWriteNow(new Date(from! - 1))).toBe(false);
			expect(mayWriteNow(new Date(from!))).toBe(inWeek);
			expect(mayWriteNow(new Date(to! - 1))).toBe(inWeek);
			expect(mayWriteNow(new Date(to!))).toBe(false);
		}
	});
});
