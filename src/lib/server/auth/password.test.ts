import { describe, expect, it, test } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import {
	hashPassword,
	MAX_LENGTH,
	MIN_LENGTH,
	passwordFault,
	passwordMatches
} from './password.ts';

const anna = { email: 'anna.devries@example.nl', name: 'Anna de Vries' };

test.each([
	['paard batterij nietje', 'four words are fine'],
	['ik eet elke dag kaas', 'a sentence is fine'],
	['zonder cijfers of hoofdletters', 'no signs are asked for'],
	['ěščřžýáíéůúňť ďó', 'letters of any language count'],
	['🦆 eenden zwemmen graag', 'so do signs beyond them']
])('%j: %s', (password) => expect(passwordFault(password, anna)).toBeUndefined());

test.each([
	['', 'too-short'],
	['kort wachtwoord'.slice(0, 14), 'too-short'],
	// Fourteen signs, though more code units.
	['🦆'.repeat(14), 'too-short'],
	// Written with loose accents it is longer, but not to a reader.
	['e\u0301'.repeat(14), 'too-short'],
	['x y z '.repeat(50), 'too-long'],
	['aaaaaaaaaaaaaaaaaaa', 'too-simple'],
	['abababababababab', 'too-simple'],
	['1234567890123456', 'too-simple'],
	['               ', 'too-simple'],
	['wachtwoordwachtwoord1', 'too-simple'],
	['Wachtwoord-2026-Wachtwoord', 'too-simple'],
	['bijhetbegin bijhetbegin', 'too-simple'],
	['qwertyuiopasdfghjkl', 'too-simple'],
	['abcdefghijklmnopqrstuvwxyz', 'too-simple'],
	['anna.devries@example.nl', 'too-simple'],
	['ANNA.DEVRIES@EXAMPLE.NL2026', 'too-simple'],
	['Anna de Vries 2026!', 'too-simple'],
	['Welkom Anna de Vries 1', 'too-simple']
])('%j is %s', (password, fault) => expect(passwordFault(password, anna)).toBe(fault));

describe('a password that many people use', () => {
	it.each(['1qaz2wsx3edc4rfv', '1QAZ2WSX3EDC4RFV', 'q1w2e3r4t5y6u7i8', 'qwertasdfgzxcvb'])(
		'%j is too simple, though its signs are many and varied',
		(password) => expect(passwordFault(password, anna)).toBe('too-simple')
	);
	it('is one of more than the three thousand that a list has to hold', () => {
		const known = commonPasswords.match(/.{8}/g) ?? [];
		expect(new Set(known).size).toBe(commonPasswords.length / 8);
		expect(known.length).toBeGreaterThan(9_000);
	});
});

it('counts signs at the edges', () => {
	const varied = (n: number) => 'groente kaas brood '.repeat(20).slice(0, n);
	expect(passwordFault(varied(MIN_LENGTH), anna)).toBeUndefined();
	expect(passwordFault(varied(MIN_LENGTH - 1), anna)).toBe('too-short');
	expect(passwordFault(varied(MAX_LENGTH), anna)).toBeUndefined();
	expect(passwordFault(varied(MAX_LENGTH + 1), anna)).toBe('too-long');
});

describe('a password that is kept', () => {
	it('is recognised however its accents were typed, and nothing else is', async () => {
		const stored = await hashPassword('caf\u00e9 met uitzicht');
		expect(stored).toMatch(/^\$argon2id\$/);
		expect(stored).not.toContain('uitzicht');
		expect(await passwordMatches(stored, 'cafe\u0301 met uitzicht')).toBe(true);
		expect(await passwordMatches(stored, 'cafe met uitzicht')).toBe(false);
		expect(await passwordMatches(undefined, 'caf\u00e9 met uitzicht')).toBe(false);
	});
	it('is kept differently every time', async () => {
		expect(await hashPassword('twee keer hetzelfde')).not.toBe(
			await hashPassword('twee keer hetzelfde')
		);
	});
});
