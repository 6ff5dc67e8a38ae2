import { expect, test } from 'vitest';
import type { ClozeItem } from '#lib/course/item.ts';
import { readGiven } from './read-given.ts';

test('an answer never holds a NUL, neither in what was typed nor in a name', () => {
	const item = { type: 'cloze', blanks: [] } as unknown as ClozeItem;
	const fields: [string, string][] = [
		['blank:1', 'lange\0 termijn'],
		['blank:\0', 'x'],
		['blank:2', '\0']
	];
	expect(readGiven(item, fields)).toEqual({ written: { 1: 'lange termijn', '': 'x' } });
});
