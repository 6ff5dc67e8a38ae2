import { describe, expect, test } from 'vitest';
import { isAnswered, isUnreachable, outcomeOf, pause, placeOf } from './kept-answers.ts';

describe('what becomes of a kept answer', () => {
	const failure = (status: number) => ({ status: 200, result: { type: 'failure', status } });
	const error = (status: number) => ({ status, result: { type: 'error', status } });

	test.each([
		['success', { status: 200, result: { type: 'success', status: 200 } }],
		['a redirect, as a review answers', { status: 200, result: { type: 'redirect', status: 303 } }]
	])('%s means that the server has it', (_, reply) => {
		expect(outcomeOf(reply)).toEqual({ kind: 'sent' });
	});

	test.each([
		['invalid input', failure(400), 'invalid'],
		['an unreadable form', error(400), 'invalid'],
		['another answer that was first', failure(409), 'conflict'],
		['a question that is gone', error(404), 'gone'],
		['a form that is too large', error(413), 'other']
	])('%s is a refusal', (_, reply, why) => {
		expect(outcomeOf(reply)).toEqual({ kind: 'refused', why });
	});

	test.each([
		['in the words of the form', error(401)],
		['as a bare page', { status: 401 }]
	])('not signed in, %s, keeps it', (_, reply) => {
		expect(outcomeOf(reply)).toEqual({ kind: 'signed-out' });
	});

	test.each([
		['no connection', {}],
		['a gateway without a server', { status: 502 }],
		['a database that is away', { status: 503 }],
		['a gateway that waited too long', { status: 504 }],
		['the same in the words of the form', error(503)],
		['too many at once', error(429)],
		['the sign-in page of a hotel', { status: 200 }],
		['a bare server error', { status: 500 }]
	])('%s keeps it, and everything behind it', (_, reply) => {
		expect(outcomeOf(reply)).toEqual({ kind: 'unreachable' });
	});

	test.each([
		['an unexpected error', error(500)],
		['a refusal that is not in our words', { status: 404 }]
	])('%s keeps it, and lets the others pass', (_, reply) => {
		expect(outcomeOf(reply)).toEqual({ kind: 'failing' });
	});
});

test('a form is kept when nobody who could judge it was reached', () => {
	expect([undefined, 502, 503, 504].map(isUnreachable)).toEqual([true, true, true, true]);
	expect([400, 401, 404, 409, 500].some(isUnreachable)).toBe(false);
});

test('a question is the same in both languages; another try or question is another one', () => {
	const place = placeOf('/nl/lesson/a1', 'Q-A1-01', '1');
	expect(placeOf('/en/lesson/a1', 'Q-A1-01', 1)).toBe(place);
	expect(placeOf('/nl/lesson/a1', 'Q-A1-01', '2')).not.toBe(place);
	expect(placeOf('/nl/lesson/a1', 'Q-A1-02', '1')).not.toBe(place);
	expect(placeOf('/nl/review', 'Q-A1-01', undefined)).not.toBe(place);
});

test('an answer without an answer in it need not be kept', () => {
	const around: [string, string][] = [
		['item', 'Q-A1-01'],
		['answerId', 'x'],
		['try', '1'],
		['confidence', 'sure']
	];
	expect(isAnswered(around)).toBe(false);
	expect(isAnswered([...around, ['row:r1', ' ']])).toBe(false);
	expect(isAnswered([...around, ['option', 'a']])).toBe(true);
});

test('the pause between attempts doubles up to a minute', () => {
	expect([0, 1, 2, 3, 20].map(pause)).toEqual([2000, 2000, 4000, 8000, 60_000]);
});
