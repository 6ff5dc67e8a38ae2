import { describe, expect, it } from 'vitest';
import { confirmed } from './confirmed.ts';

const now = new Date('2026-11-24T10:00:00Z');
const ask = (minutesAgo: number | undefined, back?: string) => {
	const confirmedAt =
		minutesAgo === undefined ? undefined : new Date(now.getTime() - minutesAgo * 60_000);
	const locals = { confirmedAt, now, language: 'nl' } as App.Locals;
	const url = new URL('https://course.example/nl/manage/1/people.csv?find=a');
	return () => confirmed({ locals, url }, back);
};

describe('who one is, once more', () => {
	it('is not asked of who said it in the last ten minutes', () => {
		expect(ask(0)).not.toThrow();
		expect(ask(9.9)).not.toThrow();
	});

	it('is asked of anybody else, with the way back', () => {
		const asked = { status: 303, location: '/nl/confirm?next=%2Fnl%2Fmanage%2F1%2Fpeople.csv' };
		for (const minutes of [10, 600, undefined])
			expect(ask(minutes)).toThrow(expect.objectContaining(asked));
		expect(ask(10, '/nl/manage/1')).toThrow(
			expect.objectContaining({ location: '/nl/confirm?next=%2Fnl%2Fmanage%2F1' })
		);
	});
});
