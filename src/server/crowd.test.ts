import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { crowd } from './crowd.ts';

const nobody = new EventEmitter();

/** A visit to an address: whether it is let in, whether it has begun, and what becomes of it. */
function visitTo(admits: ReturnType<typeof crowd>, url: string, method = 'GET') {
	const request = Object.assign(new EventEmitter(), { url, method });
	const response = new EventEmitter();
	const visit = {
		begun: false,
		admitted: false,
		read: () => request.emit('end'),
		over: () => response.emit('close')
	};
	visit.admitted = admits(
		request as unknown as IncomingMessage,
		response as unknown as ServerResponse,
		() => (visit.begun = true)
	);
	return visit;
}

async function turns(count: number): Promise<void> {
	for (let n = 0; n < count; n++) await turn();
}

test('so many pages at once wait or are made and no more, until one of them is over', () => {
	const admits = crowd(nobody, { pages: 2, forms: 1 });
	const first = visitTo(admits, '/nl/course');
	expect([first, visitTo(admits, '/en?x=1')].map((each) => each.admitted)).toEqual([true, true]);
	const third = visitTo(admits, '/nl');
	expect([third.admitted, third.begun]).toEqual([false, false]);
	first.over();
	expect(visitTo(admits, '/nl/course').admitted).toBe(true);
	expect(visitTo(admits, '/nl/course').admitted).toBe(false);
});

test('of the pages that are let in so many are made at once, in the order in which they came', async () => {
	const admits = crowd(nobody, { pages: 5, atOnce: 2 });
	const visits = Array.from({ length: 4 }, () => visitTo(admits, '/nl/course'));
	const begun = () => visits.map((each) => each.begun);
	await turns(10);
	expect(begun()).toEqual([true, true, false, false]);
	// Somebody who waited goes away: nothing is made for them.
	visits[2]!.over();
	visits[0]!.over();
	await turns(10);
	expect(begun()).toEqual([true, true, false, true]);
});

test('no page is begun while somebody is at the door, but whoever keeps knocking holds up nobody for ever', async () => {
	const door = new EventEmitter();
	const admits = crowd(door);
	const visit = visitTo(admits, '/nl/course');
	for (let n = 0; n < 20; n++) {
		door.emit('connection');
		await turn();
	}
	expect(visit.begun).toBe(false);
	await turns(2);
	expect(visit.begun).toBe(true);
	const next = visitTo(admits, '/nl/course');
	for (let n = 0; n < 110; n++) {
		door.emit('connection');
		await turn();
	}
	expect(next.begun).toBe(true);
});

test('an answer gets in when pages do not, and the other way round', () => {
	const admits = crowd(nobody, { pages: 1, forms: 1 });
	visitTo(admits, '/nl/course');
	expect(visitTo(admits, '/nl/course').admitted).toBe(false);
	const form = visitTo(admits, '/nl/lesson/a1', 'POST');
	expect(form.begun).toBe(true);
	form.read();
	expect(visitTo(admits, '/nl/lesson/a1', 'POST').admitted).toBe(false);
});

test('a form that comes in slowly keeps nobody out', () => {
	const admits = crowd(nobody, { pages: 1, forms: 1 });
	const slow = Array.from({ length: 50 }, () => visitTo(admits, '/nl/sign-in', 'POST'));
	expect(slow.every((each) => each.admitted)).toBe(true);
	// Read after it was over: it counts for nothing either.
	slow[0]!.over();
	slow[0]!.read();
	expect(visitTo(admits, '/nl/sign-in', 'POST').admitted).toBe(true);
});

test('files and the question whether the app lives always get in', () => {
	const admits = crowd(nobody, { pages: 0, forms: 0 });
	for (const path of ['/api/health', '/_app/immutable/x.js', '/closed.css', '/nlx'])
		expect(visitTo(admits, path)).toMatchObject({ admitted: true, begun: true });
});
