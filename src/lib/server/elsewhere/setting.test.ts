import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv } from '../env.ts';

const whole = {
	OIDC_ISSUER: 'https://login.example.nl/realms/us',
	OIDC_CLIENT_ID: 'course',
	OIDC_CLIENT_SECRET: 'secret',
	OIDC_NAME: 'Gemeente Voorbeeld',
	OIDC_DOMAINS: 'example.nl, @Example.com'
};
const read = (more: Record<string, string> = {}) => readEnv({ ...whole, ...more }).elsewhere;
const folder = mkdtempSync(join(tmpdir(), 'course-oidc-'));
const file = join(folder, 'secret');
writeFileSync(file, 'from a file\n');
writeFileSync(join(folder, 'empty'), '\n');

test('nothing set is no such way in', () => {
	expect(readEnv({})).not.toHaveProperty('elsewhere');
	const names = [...Object.keys(whole), 'OIDC_CLIENT_SECRET_FILE', 'OIDC_COHORTS', 'OIDC_ONLY'];
	expect(readEnv(Object.fromEntries(names.map((name) => [name, ''])))).not.toHaveProperty(
		'elsewhere'
	);
});

test('what is set is read', () => {
	expect(read()).toEqual({
		issuer: 'https://login.example.nl/realms/us',
		...{ clientId: 'course', clientSecret: 'secret', name: 'Gemeente Voorbeeld' },
		...{ domains: ['example.nl', 'example.com'], verifiedClaim: 'email_verified' },
		...{ cohorts: [], only: false }
	});
	const { OIDC_CLIENT_SECRET: _, ...rest } = whole;
	const more = { OIDC_CLIENT_SECRET_FILE: file, OIDC_ONLY: '1', OIDC_VERIFIED_CLAIM: 'xms_edov' };
	expect(readEnv({ ...rest, ...more }).elsewhere).toMatchObject({
		...{ clientSecret: 'from a file', only: true, verifiedClaim: 'xms_edov' }
	});
	expect(read({ OIDC_ISSUER: 'http://127.0.0.1:4000' })?.issuer).toBe('http://127.0.0.1:4000');
});

test('rules for cohorts are claims, values and codes, or a code for everybody', () => {
	const text = 'groups=marketing:aB3-_; https://x.nl/claims/unit=urn:unit:7 a=b : q1 ;last-one';
	expect(() => read({ OIDC_COHORTS: text })).toThrow(/OIDC_COHORTS must be rules/);
	expect(read({ OIDC_COHORTS: text.replace(' : q1', ':q1') })?.cohorts).toEqual([
		{ claim: { name: 'groups', value: 'marketing' }, code: 'aB3-_' },
		{ claim: { name: 'https://x.nl/claims/unit', value: 'urn:unit:7 a=b' }, code: 'q1' },
		{ code: 'last-one' }
	]);
});

describe('a wrong variable is named, with what it has to be', () => {
	test.each([
		['OIDC_ISSUER', 'http://login.example.nl', /https address/],
		['OIDC_ISSUER', 'http://localhost.example.nl', /https address/],
		['OIDC_ISSUER', 'login.example.nl', /https address/],
		['OIDC_ISSUER', 'https://login.example.nl/?x=1', /https address/],
		['OIDC_ISSUER', 'https://me:secret@login.example.nl', /https address/],
		['OIDC_NAME', 'a'.repeat(61), /at most 60/],
		['OIDC_DOMAINS', 'nobody', /domains of addresses/],
		['OIDC_DOMAINS', ' , ', /domains of addresses/],
		['OIDC_DOMAINS', '*', /domains of addresses/],
		['OIDC_COHORTS', 'groups=marketing', /rules such as/],
		['OIDC_COHORTS', 'groups=:code', /rules such as/],
		['OIDC_COHORTS', 'groups=marketing:no code', /rules such as/],
		['OIDC_ONLY', 'yes', /1 or empty/],
		['OIDC_CLIENT_SECRET_FILE', file, /cannot be set together/]
	])('%s=%s', (name, value, words) => {
		expect(() => read({ [name]: value })).toThrow(
			new RegExp(`^The configuration is not right:\\n {2}${name} [^\\n]*$`)
		);
		expect(() => read({ [name]: value })).toThrow(words);
	});

	test.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME', 'OIDC_DOMAINS'])(
		'%s missing',
		(name) => {
			expect(() => read({ [name]: '' })).toThrow(`  ${name} must be set, because OIDC_ISSUER is`);
		}
	);

	test('the others say nothing without a provider', () => {
		expect(() => readEnv({ OIDC_NAME: 'x' })).toThrow('OIDC_NAME says nothing without OIDC_ISSUER');
	});

	test.each(['nowhere', 'empty'])('a file that is %s', (name) => {
		const path = join(folder, name);
		expect(() => read({ OIDC_CLIENT_SECRET: '', OIDC_CLIENT_SECRET_FILE: path })).toThrow(
			/OIDC_CLIENT_SECRET_FILE must be a file with the secret/
		);
	});
});
