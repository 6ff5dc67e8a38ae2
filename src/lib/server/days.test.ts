import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { endOfDay, startOfDay } from './days.ts';

const hours = (day: string) =>
	(endOfDay(day)!.getTime() + 1 - startOfDay(day)!.getTime()) / (60 * 60 * 1000);

test.each([
	['2026-01-15', '2026-01-14T23:00:00.000Z', '2026-01-15T22:59:59.999Z'],
	['2026-07-15', '2026-07-14T22:00:00.000Z', '2026-07-15T21:59:59.999Z'],
	['2026-12-31', '2026-12-30T23:00:00.000Z', '2026-12-31T22:59:59.999Z'],
	['2028-02-29', '2028-02-28T23:00:00.000Z', '2028-02-29T22:59:59.999Z'],
	// The clock goes forward: the day begins in winter time and ends in summer time.
	['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
	['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z']
])('%s is an Amsterdam day', (day, start, end) => {
	expect(startOfDay(day)?.toISOString()).toBe(start);
	expect(endOfDay(day)?.toISOString()).toBe(end);
	expect(startOfDay(` ${day} `)?.toISOString()).toBe(start);
});

describe('days on which the clock changes', () => {
	it('last 23 and 25 hours, others 24', () => {
		for (const day of ['2024-03-31', '2025-03-30', '2026-03-29', '2027-03-28'])
			expect(hours(day)).toBe(23);
		for (const day of ['2024-10-27', '2025-10-26', '2026-10-25', '2027-10-31'])
			expect(hours(day)).toBe(25);
		for (const day of ['2026-03-28', '2026-03-30', '2026-10-24', '2026-10-26'])
			expect(hours(day)).toBe(24);
	});
});

test.each([
	'',
	'2026-02-29',
	'2026-02-30',
	'2026-04-31',
	'2026-13-01',
	'2026-00-10',
	'2026-01-00',
	'2026-01-32',
	'1999-12-31',
	'2101-01-01',
	'15-01-2026',
	'2026-1-5',
	'2026-01-15T00:00',
	'2026/01/15',
	'+2026-01-15',
	'tomorrow',
	'２０２６-01-15'
])('%j is no day', (text) => {
	expect(startOfDay(text)).toBeUndefined();
	expect(endOfDay(text)).toBeUndefined();
});

test('every day ends one millisecond before the next begins', () => {
	const anyDay = fc.integer({ min: 0, max: 36_000 }).map((n) => Date.UTC(2000, 0, 2 + n));
	const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
	const check = fc.property(anyDay, (at) => {
		const next = startOfDay(iso(at + 24 * 60 * 60 * 1000))!;
		expect(endOfDay(iso(at))!.getTime()).toBe(next.getTime() - 1);
		const shown = new Intl.DateTimeFormat('sv-SE', {
			timeZone: 'Europe/Amsterdam',
			dateStyle: 'short',
			timeStyle: 'medium'
		});
		expect(shown.format(startOfDay(iso(at)))).toBe(`${iso(at)} 00:00:00`);
	});
	expect(() => fc.assert(check, { numRuns: 1500 })).not.toThrow();
});
