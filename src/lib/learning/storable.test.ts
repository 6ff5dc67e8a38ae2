import { expect, test } from 'vitest';
import { itemOf } from '#lib/server/course.ts';
import { readGiven } from './read-given.ts';
import { storable } from './storable.ts';

test('ordinary text stays as it is, whatever the script', () => {
	const text = 'één 🐑\tשלום\n';
	expect(storable(text)).toBe(text);
});

test('NUL goes, and half a character becomes the sign for one that was lost', () => {
	expect(storable('a\0b')).toBe('ab');
	expect(storable('🐑'.slice(0, 1))).toBe('\ufffd');
});

test('a blank that is cut off in the middle of a character can still be stored', () => {
	const fields: [string, string][] = [
		['blank:1', 'x'.repeat(199) + '🐑'],
		['blank:2', '\0groepen'],
		['blank:\0', 'a blank that is not there']
	];
	const { written } = readGiven(itemOf('Q-A1-06')!, fields);
	expect(written).toEqual({ '1': 'x'.repeat(199) + '\ufffd', '2': 'groepen' });
});
