import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { anyMoment } from '../../../tests/support/outlines.ts';
import { isoDay } from '#lib/i18n/format.ts';
import { dayAfter, fullFives, retentionDays, retentionDue, whatStays } from './retention.ts';

const due = (finishedAt: string | undefined, now: string, attempts: object[] = []) =>
	retentionDue(
		finishedAt === undefined ? undefined : new Date(finishedAt),
		attempts as { quiz: string; submittedAt: Date | null }[],
		new Date(now),
		isoDay
	);
const kinds = (finishedAt: string, now: string) => due(finishedAt, now).map((each) => each.kind);

describe('a check', () => {
	it('is not there for whoever has something left to do', () => {
		expect(due(undefined, '2026-11-20T10:00:00Z')).toEqual([
			{ days: 30, kind: 'unfinished' },
			{ days: 90, kind: 'unfinished' }
		]);
	});

	it('says on which day it opens', () => {
		expect(due('2026-11-02T09:00:00Z', '2026-11-02T09:00:00Z')).toEqual([
			{ days: 30, kind: 'waiting', from: '2026-12-02' },
			{ days: 90, kind: 'waiting', from: '2027-01-31' }
		]);
	});

	it('opens with the first moment of day 30 and closes with the last of day 60', () => {
		const finished = '2026-11-02T09:00:00Z';
		expect(kinds(finished, '2026-12-01T22:59:59Z')).toEqual(['waiting', 'waiting']);
		expect(kinds(finished, '2026-12-01T23:00:00Z')).toEqual(['open', 'waiting']);
		expect(due(finished, '2027-01-01T22:59:59Z')[0]).toEqual({
			...{ days: 30, kind: 'open' },
			until: '2027-01-01'
		});
		expect(kinds(finished, '2027-01-01T23:00:00Z')).toEqual(['missed', 'waiting']);
		expect(kinds(finished, '2027-01-30T22:59:59Z')).toEqual(['missed', 'waiting']);
		expect(kinds(finished, '2027-01-30T23:00:00Z')).toEqual(['missed', 'open']);
		// Day 150 is the first of April 2027, and by then it is summer time.
		expect(kinds(finished, '2027-04-01T21:59:59Z')).toEqual(['missed', 'open']);
		expect(kinds(finished, '2027-04-01T22:00:00Z')).toEqual(['missed', 'missed']);
	});

	it('counts from the day it is in Amsterdam, not in Greenwich', () => {
		expect(due('2026-11-02T23:30:00Z', '2026-11-03T09:00:00Z')[0]).toMatchObject({
			from: '2026-12-03'
		});
	});

	it('loses no day to summer time, and gains none from winter time', () => {
		// Clocks went forward on 28 March 2027 and back on 31 October.
		const spring = '2027-03-15T22:59:00Z';
		expect(due(spring, spring)[0]).toMatchObject({ from: '2027-04-14' });
		expect(kinds(spring, '2027-04-13T21:59:59Z')[0]).toBe('waiting');
		expect(kinds(spring, '2027-04-13T22:00:00Z')[0]).toBe('open');
		const autumn = '2027-10-15T21:59:00Z';
		expect(due(autumn, autumn)[0]).toMatchObject({ from: '2027-11-14' });
		expect(kinds(autumn, '2027-11-13T22:59:59Z')[0]).toBe('waiting');
		expect(kinds(autumn, '2027-11-13T23:00:00Z')[0]).toBe('open');
	});

	it('counts the leap day as a day', () => {
		expect(dayAfter('2028-01-30', 30)).toBe('2028-02-29');
		expect(dayAfter('2028-02-29', 30)).toBe('2028-03-30');
		expect(dayAfter('2027-01-30', 30)).toBe('2027-03-01');
		expect(dayAfter('2027-12-02', 90)).toBe('2028-03-01');
	});

	it('begun in time may be finished afterwards, and is taken once', () => {
		const finished = '2026-11-02T09:00:00Z';
		const begun = [{ quiz: 'retention-30', submittedAt: null }];
		const taken = [{ quiz: 'retention-30', submittedAt: new Date('2026-12-10T09:00:00Z') }];
		for (const now of ['2026-12-10T10:00:00Z', '2027-06-01T10:00:00Z']) {
			expect(due(finished, now, begun)[0]).toEqual({ days: 30, kind: 'begun' });
			expect(due(finished, now, taken)[0]).toEqual({ days: 30, kind: 'taken' });
		}
		expect(due(finished, '2027-02-01T10:00:00Z', taken)[1]!.kind).toBe('open');
		const other = [{ quiz: 'm1', submittedAt: new Date(finished) }];
		expect(due(finished, '2026-12-10T10:00:00Z', other)[0]!.kind).toBe('open');
	});

	it('is named by its days, and by nothing that looks like them', () => {
		expect(['30', '90'].map(retentionDays)).toEqual([30, 90]);
		for (const text of ['', '3', '030', '30.0', '1e1', '60', '-30', 'retention-30', '__proto__'])
			expect(retentionDays(text)).toBeUndefined();
	});

	it('is never open before its day, and the two are never open at once', () => {
		const check = fc.property(anyMoment, fc.integer({ min: -10, max: 200 }), (finishedAt, days) => {
			const now = new Date(finishedAt.getTime() + days * 24 * 60 * 60 * 1000);
			const open = retentionDue(finishedAt, [], now, isoDay).filter((each) => each.kind === 'open');
			expect(open.length).toBeLessThanOrEqual(1);
			// A day of 23 or 25 hours may move the edge by a day on the clock of a day of 24.
			for (const each of open) expect(days).toBeGreaterThanOrEqual(each.days - 1);
		});
		expect(() => fc.assert(check, { numRuns: 1000 })).not.toThrow();
	});
});

const anyCheck = fc.record({ right: fc.integer({ min: 0, max: 5 }), at: anyMoment });
const anyChecks = fc.array(anyCheck, { maxLength: 33 });

describe('what stays in a group', () => {
	it('says nothing of nobody, and a mean to one decimal of others', () => {
		expect(whatStays({ people: 0, right: 0 })).toBeUndefined();
		expect(whatStays({ people: 5, right: 20 })).toEqual({ people: 5, mean: 4 });
		expect(whatStays({ people: 15, right: 41 })).toEqual({ people: 15, mean: 2.7 });
	});

	test('adds people in full fives, the earliest first, and leaves fewer than five to wait', () => {
		const check = fc.property(anyChecks, (checks) => {
			const added = fullFives(checks);
			expect(added.length % 5).toBe(0);
			expect(checks.length - added.length).toBeLessThan(5);
			const waiting = checks.filter((each) => !added.includes(each));
			for (const each of added)
				for (const later of waiting)
					expect(each.at.getTime()).toBeLessThanOrEqual(later.at.getTime());
		});
		expect(() => fc.assert(check, { numRuns: 1000 })).not.toThrow();
	});
});
