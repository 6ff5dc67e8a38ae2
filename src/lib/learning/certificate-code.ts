/** What a code is made of: capitals and digits without 0, 1, I, L, O and U, which look or sound like others. */
export const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/**
 * A code from random numbers.
 *
 * @param pick gives a whole number from 0 up to but not including its argument
 * @returns ten signs of the alphabet: 30¹⁰, about 49 bits
 */
export function makeCode(pick: (below: number) => number): string {
	return Array.from({ length: LENGTH }, () => alphabet[pick(alphabet.length)]).join('');
}

/** As it is printed: two groups of five. */
export const shownCode = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`;

/** A code as somebody typed it over: in small letters, with or without what stands between; undefined when it is none. */
export function readCode(typed: string): string | undefined {
	if (typed.length > 40) return undefined;
	const code = typed.toUpperCase().replace(/[\s\-–—.]/gu, '');
	return code.length === LENGTH && [...code].every((sign) => alphabet.includes(sign))
		? code
		: undefined;
}
