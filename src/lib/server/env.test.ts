import { describe, expect, it, test } from 'vitest';
import { readEnv } from './env.ts';

const names = [
	'PORT',
	'HOST',
	'ORIGIN',
	'DATABASE_URL',
	'DATA_DIR',
	'BADGE_KEYS',
	'SECRET_KEY_FILE',
	'SECOND_STEP',
	'SMTP_URL',
	'MAIL_FROM',
	'TRUST_PROXY',
	'LOG_LEVEL',
	'RETENTION_MONTHS',
	'DEMO'
];
const defaults = {
	PORT: 3000,
	HOST: '127.0.0.1',
	ORIGIN: 'http://localhost:3000',
	DATABASE_PREPARE: 'on',
	WORKERS: 1,
	DRAIN_SECONDS: 0,
	DATA_DIR: 'data',
	BADGE_KEYS: 'data/badge-keys.json',
	SECRET_KEY_FILE: 'data/secret-key',
	SECOND_STEP: 'required',
	MAIL_FROM: 'course@localhost',
	TRUST_PROXY: 0,
	LOG_LEVEL: 'info',
	RETENTION_MONTHS: 24,
	DEMO: ''
};

test('nothing set gives an app that runs on a bare machine', () => {
	expect(readEnv({})).toEqual(defaults);
});

test('an empty variable is one that is not set', () => {
	expect(readEnv(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(defaults);
	expect(readEnv(Object.fromEntries(names.map((name) => [name, undefined])))).toEqual(defaults);
});

test('what is set is taken, and what is not ours is left alone', () => {
	const env = readEnv({
		PORT: '8080',
		HOST: '0.0.0.0',
		DATABASE_URL: 'postgres://app:secret@db:5432/course',
		SMTP_URL: 'smtps://mail.example.org:465',
		TRUST_PROXY: '2',
		DEMO: '1',
		PATH: '/bin'
	});
	expect(env).toMatchObject({
		PORT: 8080,
		TRUST_PROXY: 2,
		DEMO: '1',
		ORIGIN: 'http://localhost:8080'
	});
	expect(env).not.toHaveProperty('PATH');
	expect(readEnv({ ORIGIN: 'https://course.example.org' }).ORIGIN).toBe(
		'https://course.example.org'
	);
});

describe('a wrong variable is named, with what it has to be', () => {
	test.each([
		['PORT', 'http', /port number/],
		['PORT', '70000', /65535/],
		['PORT', '-1', /port number/],
		['ORIGIN', 'course.example.org', /web address/],
		['ORIGIN', 'https://course.example.org/', /without a path/],
		['ORIGIN', 'https://course.example.org/app', /without a path/],
		['ORIGIN', 'https://course.example.org?x=1', /without a path/],
		['ORIGIN', 'https://course.example.org:443', /without a path/],
		['ORIGIN', 'https://Course.Example.org', /web address/],
		['ORIGIN', 'https://me:secret@course.example.org', /web address/],
		['ORIGIN', 'ftp://course.example.org', /web address/],
		['DATABASE_URL', 'mysql://db/course', /PostgreSQL address.*postgres:/],
		['DATABASE_URL', 'db', /PostgreSQL address/],
		['SMTP_URL', 'mail.example.org', /mail server address.*smtp:/],
		['MAIL_FROM', 'course', /mail address/],
		['TRUST_PROXY', 'yes', /number of proxies/],
		['TRUST_PROXY', '10', /number of proxies/],
		['LOG_LEVEL', 'loud', /debug, info/],
		['RETENTION_MONTHS', '5', /at least 6/],
		['RETENTION_MONTHS', '85', /at most 84/],
		['RETENTION_MONTHS', 'two years', /number of months/],
		['DATABASE_PREPARE', 'no', /on or off/],
		['WORKERS', '0', /at least 1/],
		['WORKERS', '2', /embedded database/],
		['DRAIN_SECONDS', '61', /at most 60/],
		['DEMO', 'true', /1 or empty/]
	])('%s=%s', (name, value, words) => {
		let message = '';
		try {
			readEnv({ [name]: value });
		} catch (error) {
			message = (error as Error).message;
		}
		const lines = message.split('\n');
		expect(lines[0]).toBe('The configuration is not right:');
		expect(lines).toHaveLength(2);
		expect(lines[1]).toMatch(new RegExp(`^  ${name} `));
		expect(lines[1]).toMatch(words);
	});

	it('all of them at once', () => {
		expect(() => readEnv({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT[^]*LOG_LEVEL/);
	});
});
