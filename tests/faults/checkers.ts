import { expect } from 'vitest';
import type { Sent } from './load.ts';

export type Stored = {
	email: string;
	answerId: string;
	try: number;
	given: { chosen?: string[] };
	earned: number;
};

/** C1: everything acknowledged is stored, as it was given. */
export function nothingLost(sent: Sent[], stored: Stored[]): void {
	const kept = new Map(stored.map((row) => [`${row.email} ${row.answerId}`, row]));
	const lost = sent.filter((one) => {
		const row = kept.get(`${one.account} ${one.answerId}`);
		return (
			one.acknowledged && (!row || row.try !== one.try || row.given.chosen?.[0] !== one.option)
		);
	});
	expect(lost).toEqual([]);
}

/** C2: everything stored was sent, and counts once: per answer id and per try at the item. */
export function nothingTwice(sent: Sent[], stored: Stored[]): void {
	const known = new Set(sent.map((one) => `${one.account} ${one.answerId}`));
	expect(stored.filter((row) => !known.has(`${row.email} ${row.answerId}`))).toEqual([]);
	expect(new Set(stored.map((row) => `${row.email} ${row.answerId}`)).size).toBe(stored.length);
	expect(new Set(stored.map((row) => `${row.email} ${row.try}`)).size).toBe(stored.length);
}

/** Points by a judge of its own: option b is the right one. */
export function pointsAreRight(stored: Stored[]): void {
	expect(stored.filter((row) => row.earned !== (row.given.chosen?.[0] === 'b' ? 100 : 0))).toEqual(
		[]
	);
}
