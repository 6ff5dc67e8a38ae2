import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabet, makeCode, readCode, shownCode } from './certificate-code.ts';

const codes = fc.infiniteStream(fc.nat()).map((stream) =>
	makeCode((below) => {
		const { value } = stream.next();
		return (value as number) % below;
	})
);

test('no sign of a code looks like another', () => {
	for (const sign of '01ILOU') expect(alphabet).not.toContain(sign);
	expect(new Set(alphabet).size).toBe(30);
});

test('a code is read back however it was typed over', () => {
	fc.assert(
		fc.property(
			codes,
			fc.constantFrom('', ' ', '-', ' – ', '.'),
			fc.boolean(),
			(code, between, small) => {
				const typed = `${code.slice(0, 5)}${between}${code.slice(5)}`;
				expect(readCode(small ? typed.toLowerCase() : typed)).toBe(code);
				expect(readCode(` ${shownCode(code)} `)).toBe(code);
			}
		),
		{ numRuns: 1000 }
	);
});

test('what is no code is not read as one', () => {
	for (const typed of [
		'',
		'ABCDE-FGHJ',
		'ABCDE-FGHJKM',
		'ABCDE-FGH0K',
		'<script>aa',
		'ÀBCDEFGHJK',
		'A'.repeat(50)
	])
		expect(readCode(typed), typed).toBeUndefined();
	fc.assert(
		fc.property(fc.string(), (typed) => {
			const code = readCode(typed);
			expect(code === undefined || /^[2-9A-HJKMNP-TV-Z]{10}$/.test(code)).toBe(true);
		}),
		{ numRuns: 2000 }
	);
});
