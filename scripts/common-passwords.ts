import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { MIN_LENGTH } from '../src/lib/server/auth/password.ts';

// Makes src/lib/server/auth/common-passwords.ts from a list of passwords, one a line, the most used first. What is kept
// is the beginning of a hash: enough to recognise one, and nobody has to read what people think of.

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: tsx scripts/common-passwords.ts LIST');
/** Six bytes are eight signs in base64, so that a list of them can be cut again. */
const BYTES = 6;
const known = new Set(
	readFileSync(file, 'utf8')
		.split('\n')
		.map((line) => line.trim().normalize('NFC').toLowerCase())
		.filter((line) => [...line].length >= MIN_LENGTH)
);
const beginnings = [...known].map((text) =>
	createHash('sha256').update(text).digest().subarray(0, BYTES)
);
writeFileSync(
	'src/lib/server/auth/common-passwords.ts',
	`/** The first ${BYTES} bytes of the SHA-256 of each password that many people use, made by scripts/common-passwords.ts. */
export const commonPasswords =
	'${Buffer.concat(beginnings.sort(Buffer.compare)).toString('base64')}';\n`
);
console.log(`${known.size} passwords of ${MIN_LENGTH} signs or more`);
