import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '#lib/course/item.ts';
import {
	anyItem,
	anyMultiple,
	anyPartial,
	anything,
	gradable
} from '../../../tests/support/any-items.ts';
import { grade, isClaim, type Given } from './grade.ts';
import { rightAnswer, wrongAnswer } from './sample-answers.ts';

const runs = { numRuns: 10_000 };
const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
	expect(() => fc.assert(fc.property(arbitrary, property), runs)).not.toThrow();

const withAnswer = (items: fc.Arbitrary<Item>) =>
	items.chain((item) => gradable(item).map((given) => ({ item, given })));
const earned = (item: Item, given: Given) => {
	const verdict = grade(item, given);
	if (verdict.kind !== 'points') throw new Error(`invalid: ${verdict.why.reason}`);
	return verdict.earned;
};

test('a score is a whole number from 0 to 100, or there is none', () => {
	holds(fc.tuple(anyItem, anything), ([item, given]) => {
		const verdict = grade(item, given);
		if (verdict.kind === 'invalid') return;
		expect(Number.isInteger(verdict.earned)).toBe(true);
		expect(verdict.earned).toBeGreaterThanOrEqual(0);
		expect(verdict.earned).toBeLessThanOrEqual(100);
		expect(verdict.total).toBe(100);
		expect(verdict.parts.length).toBeGreaterThan(0);
	});
});

test('a complete answer with parts that exist is always graded, the right one fully, the wrong one with 0', () => {
	holds(withAnswer(anyItem), ({ item, given }) => {
		expect(grade(item, given).kind).toBe('points');
		expect(earned(item, rightAnswer(item))).toBe(100);
	});
	holds(anyItem, (item) => {
		expect(earned(item, wrongAnswer(item))).toBe(0);
	});
});

test('nothing, too little, too much or something impossible is invalid and never zero points', () => {
	holds(fc.tuple(withAnswer(anyItem), fc.nat()), ([{ item, given }, pick]) => {
		const reasonOf = (changed: Given) => {
			const verdict = grade(item, changed);
			return verdict.kind === 'invalid' ? verdict.why.reason : `${verdict.earned} points`;
		};
		expect(reasonOf({})).toBe('empty');
		const drop = (list: string[]) => list.filter((_, index) => index !== pick % list.length);
		const without = (parts: Record<string, string>) =>
			Object.fromEntries(drop(Object.keys(parts)).map((id) => [id, parts[id]!]));
		const { chosen, placed, order, written } = given;
		if (chosen) {
			expect(reasonOf({ chosen: drop(chosen) })).toMatch(/^(empty|choose|incomplete)$/);
			expect(reasonOf({ chosen: [...chosen, chosen[0]!] })).toBe('twice');
			const reasons = chosen.filter((id) => !isClaim(id));
			expect(reasonOf({ chosen: ['no such', ...reasons.slice(1)] })).toBe('unknown');
		}
		if (placed) {
			expect(reasonOf({ placed: without(placed) })).toMatch(/^(empty|incomplete)$/);
			expect(reasonOf({ placed: { ...placed, 'no such': 'k0' } })).toBe('unknown');
			expect(reasonOf({ placed: { ...placed, r1: 'no such' } })).toBe('unknown');
		}
		if (order) {
			expect(reasonOf({ order: drop(order) })).toBe('incomplete');
			expect(reasonOf({ order: [...order, order[0]!] })).toBe('twice');
			expect(reasonOf({ order: [...drop(order), 'no such'] })).toBe('unknown');
		}
		if (written) expect(reasonOf({ written: without(written) })).toMatch(/^(empty|incomplete)$/);
	});
});

test('the order in which somebody chose or filled in makes no difference', () => {
	holds(withAnswer(fc.oneof(anyMultiple, anyPartial)), ({ item, given }) => {
		const turned: Given = {
			...(given.chosen && { chosen: [...given.chosen].reverse() }),
			...(given.placed && { placed: Object.fromEntries(Object.entries(given.placed).reverse()) }),
			...(given.written && { written: Object.fromEntries(Object.entries(given.written).reverse()) })
		};
		expect(earned(item, turned)).toBe(earned(item, given));
	});
});

test('shuffling the options or giving them other names never changes the score', () => {
	const rename = (id: string) => `new-${id}`;
	const renameAll = (parts: Record<string, string>, values: boolean) =>
		Object.fromEntries(
			Object.entries(parts).map(([id, value]) => [rename(id), values ? rename(value) : value])
		);
	holds(withAnswer(anyItem), ({ item, given }) => {
		const before = earned(item, given);
		if ('options' in item) {
			const options = [...item.options].reverse().map((o) => ({ ...o, id: rename(o.id) }));
			expect(
				earned({ ...item, options } as Item, {
					chosen: given.chosen!.map((id) => (isClaim(id) ? id : rename(id)))
				})
			).toBe(before);
		} else if ('rows' in item) {
			const rows = [...item.rows]
				.reverse()
				.map((row) => ({ ...row, id: rename(row.id), key: rename(row.key) }));
			const choices = [...item.choices].reverse().map((c) => ({ ...c, id: rename(c.id) }));
			expect(earned({ ...item, rows, choices }, { placed: renameAll(given.placed!, true) })).toBe(
				before
			);
		} else if ('sequence' in item) {
			const sequence = item.sequence.map((row) => ({ ...row, id: rename(row.id) }));
			expect(earned({ ...item, sequence }, { order: given.order!.map(rename) })).toBe(before);
		} else if ('blanks' in item) {
			const blanks = [...item.blanks].reverse().map((b) => ({ ...b, id: rename(b.id) }));
			expect(earned({ ...item, blanks }, { written: renameAll(given.written!, false) })).toBe(
				before
			);
		}
	});
});

test('ticking everything or nothing never pays', () => {
	holds(anyMultiple, (item) => {
		const all = 'options' in item ? item.options.map((option) => option.id) : [];
		expect(grade(item, { chosen: all }).kind).toBe('invalid');
		expect(grade(item, { chosen: [] }).kind).toBe('invalid');
	});
});

test('putting one more part right always pays more', () => {
	holds(fc.tuple(withAnswer(anyPartial), fc.nat()), ([{ item, given }, pick]) => {
		const before = earned(item, given);
		const verdict = grade(item, given);
		if (verdict.kind !== 'points') return;
		const wrong = verdict.parts.filter((part) => !part.right);
		const part = wrong[pick % Math.max(1, wrong.length)];
		if (!part) {
			expect(before).toBe(100);
			return;
		}
		const right = rightAnswer(item);
		const better: Given =
			'rows' in item
				? { placed: place(given.placed!, part.id, right.placed![part.id]!, item.type) }
				: { written: { ...given.written, [part.id]: right.written![part.id]! } };
		expect(earned(item, better)).toBeGreaterThan(before);
	});
});

/** In matching a choice is used once, so whoever had it gets the old one back. */
function place(placed: Record<string, string>, row: string, choice: string, type: string) {
	const had = Object.keys(placed).find((id) => placed[id] === choice);
	const moved = { ...placed, [row]: choice };
	return type === 'matching' && had ? { ...moved, [had]: placed[row]! } : moved;
}

test('the same item and answer always get the same verdict, and neither is changed by looking', () => {
	holds(fc.tuple(anyItem, anything), ([item, given]) => {
		const before = structuredClone([item, given]);
		const first = grade(item, given);
		expect(grade(structuredClone(item), structuredClone(given))).toEqual(first);
		expect([item, given]).toEqual(before);
	});
});
