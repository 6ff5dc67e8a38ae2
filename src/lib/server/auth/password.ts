import { createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords.ts';

// The one place where passwords are hashed and compared.

/** OWASP's minimum for argon2id. The box does about 35 of these a second, so they wait in line. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
const LONGEST_QUEUE = 32;

export const MIN_LENGTH = 15;
export const MAX_LENGTH = 256;

/** Thrown when too many people sign in at once; the answer is "try again in a moment". */
export class Busy extends Error {
	override name = 'Busy';
}

let running = 0;
const waiting: (() => void)[] = [];

async function inLine<T>(job: () => Promise<T>): Promise<T> {
	if (running >= AT_ONCE) {
		if (waiting.length >= LONGEST_QUEUE) throw new Busy('too many passwords at once');
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else running += 1;
	try {
		return await job();
	} finally {
		// The place goes to the next in line, if there is one.
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

export function hashPassword(password: string): Promise<string> {
	return inLine(() => hash(password.normalize('NFC'), cost));
}

/** A hash of nothing anybody knows: comparing with it takes as long as comparing with a real one. */
let decoy: Promise<string> | undefined;

/** Stands in the place of a hash for who comes in another way and never chose a password. */
export const NO_PASSWORD = 'none';

export const hasPassword = ({ passwordHash }: { passwordHash: string }) =>
	passwordHash !== NO_PASSWORD;

/** @param stored undefined for an unknown address: takes the same time and is never right, like no password at all */
export function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
	return inLine(async () => {
		decoy ??= hash(crypto.randomUUID(), cost);
		const known = stored !== undefined && stored !== NO_PASSWORD;
		const right = await verify(known ? stored : await decoy, password.normalize('NFC'));
		return right && known;
	});
}

export type PasswordFault = 'too-short' | 'too-long' | 'too-simple';

/** Length counts, not signs; and a password may not be the obvious one. */
export function passwordFault(
	password: string,
	person: { email: string; name: string }
): PasswordFault | undefined {
	const characters = [...password.normalize('NFC')];
	if (characters.length < MIN_LENGTH) return 'too-short';
	if (characters.length > MAX_LENGTH) return 'too-long';
	const plain = password.toLowerCase().replace(/[^\p{L}\d]/gu, '');
	const own = [person.email, person.email.split('@')[0] ?? '', person.name]
		.map((text) => text.toLowerCase().replace(/[^\p{L}\d]/gu, ''))
		.filter((text) => text.length >= 3);
	const rest = [...own, ...obvious].reduce((text, word) => text.replaceAll(word, ''), plain);
	const varied = new Set(plain).size;
	const simple = varied < 5 || rest.replace(/\d/g, '').length < 6;
	return simple || isCommon(password) ? 'too-simple' : undefined;
}

let common: Set<string> | undefined;

/** Whether many people use it, in whatever capitals. */
function isCommon(password: string): boolean {
	common ??= new Set(commonPasswords.match(/.{8}/g));
	const text = password.normalize('NFC').toLowerCase();
	return common.has(createHash('sha256').update(text).digest('base64').slice(0, 8));
}

/** Words and runs of keys that say nothing: what is left without them has to carry the password. */
const obvious = [
	'abcdefghijklmnopqrstuvwxyz',
	'qwertyuiop',
	'asdfghjkl',
	'zxcvbnm',
	'qwerty',
	'azerty',
	'wachtwoord',
	'password',
	'welkom',
	'welcome',
	'bijhetbegin',
	'beginnen',
	'geheim',
	'letmein',
	'iloveyou',
	'admin'
];
