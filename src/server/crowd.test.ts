import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { crowd } from './crowd.ts';

/** A visit to an address: whether it is let in, and what becomes of it. */
function visitTo(admits: ReturnType<typeof crowd>, url: string, method = 'GET') {
	const request = Object.assign(new EventEmitter(), { url, method });
	const response = new EventEmitter();
	const admitted = admits(
		request as unknown as IncomingMessage,
		response as unknown as ServerResponse
	);
	return { admitted, read: () => request.emit('end'), over: () => response.emit('close') };
}

test('so many pages at once are made and no more, until one of them is over', () => {
	const admits = crowd({ pages: 2, forms: 1 });
	const first = visitTo(admits, '/nl/course');
	expect([first, visitTo(admits, '/en?x=1')].map((each) => each.admitted)).toEqual([true, true]);
	expect(visitTo(admits, '/nl').admitted).toBe(false);
	first.over();
	expect(visitTo(admits, '/nl/course').admitted).toBe(true);
	expect(visitTo(admits, '/nl/course').admitted).toBe(false);
});

test('an answer gets in when pages do not, and the other way round', () => {
	const admits = crowd({ pages: 1, forms: 1 });
	visitTo(admits, '/nl/course');
	expect(visitTo(admits, '/nl/course').admitted).toBe(false);
	visitTo(admits, '/nl/lesson/a1', 'POST').read();
	expect(visitTo(admits, '/nl/lesson/a1', 'POST').admitted).toBe(false);
});

test('a form that comes in slowly keeps nobody out', () => {
	const admits = crowd({ pages: 1, forms: 1 });
	const slow = Array.from({ length: 50 }, () => visitTo(admits, '/nl/sign-in', 'POST'));
	expect(slow.every((each) => each.admitted)).toBe(true);
	// Read after it was over: it counts for nothing either.
	slow[0]!.over();
	slow[0]!.read();
	expect(visitTo(admits, '/nl/sign-in', 'POST').admitted).toBe(true);
});

test('files and the question whether the app lives always get in', () => {
	const admits = crowd({ pages: 0, forms: 0 });
	for (const path of ['/api/health', '/_app/immutable/x.js', '/closed.css', '/nlx'])
		expect(visitTo(admits, path).admitted).toBe(true);
});
