import { join } from 'node:path';
import * as v from 'valibot';
import { readSetting, type Setting } from './elsewhere/setting.ts';

const url = (what: string, ...protocols: string[]) =>
	v.pipe(
		v.string(),
		v.check((text) => {
			const parsed = URL.canParse(text) ? new URL(text) : undefined;
			return parsed !== undefined && protocols.includes(parsed.protocol);
		}, `must be a ${what} address, such as ${protocols[0]}//…`)
	);

const schema = v.object({
	PORT: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,5}$/, 'must be a port number'),
			v.transform(Number),
			v.maxValue(65535, 'must be at most 65535')
		),
		'3000'
	),
	HOST: v.optional(v.pipe(v.string(), v.minLength(1)), '127.0.0.1'),
	ORIGIN: v.optional(
		v.pipe(
			v.string(),
			// Compared letter by letter with what browsers send, so only the form they send will do.
			v.check(
				(text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text,
				'must be a web address without a path or final slash, such as https://course.example.org'
			)
		)
	),
	DATABASE_URL: v.optional(url('PostgreSQL', 'postgres:', 'postgresql:')),
	DATABASE_PREPARE: v.optional(v.picklist(['on', 'off'], 'must be on or off'), 'on'),
	WORKERS: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,2}$/, 'must be a number of processes, 1–64'),
			v.transform(Number),
			v.minValue(1, 'must be at least 1'),
			v.maxValue(64, 'must be at most 64')
		),
		'1'
	),
	DRAIN_SECONDS: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,2}$/, 'must be a number of seconds, 0–60'),
			v.transform(Number),
			v.maxValue(60, 'must be at most 60')
		),
		'0'
	),
	DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1)), 'data'),
	BADGE_KEYS: v.optional(v.pipe(v.string(), v.minLength(1))),
	SECRET_KEY_FILE: v.optional(v.pipe(v.string(), v.minLength(1))),
	BACKUP_KEY_FILE: v.optional(v.pipe(v.string(), v.minLength(1))),
	SECOND_STEP: v.optional(
		v.picklist(['required', 'optional'], 'must be required or optional'),
		'required'
	),
	SMTP_URL: v.optional(url('mail server', 'smtp:', 'smtps:')),
	MAIL_FROM: v.optional(
		v.pipe(v.string(), v.includes('@', 'must be a mail address')),
		'course@localhost'
	),
	TRUST_PROXY: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d$/, 'must be the number of proxies in front of the app, 0–9'),
			v.transform(Number)
		),
		'0'
	),
	LOG_LEVEL: v.optional(
		v.picklist(
			['debug', 'info', 'warn', 'error', 'silent'],
			'must be debug, info, warn, error or silent'
		),
		'info'
	),
	RETENTION_MONTHS: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,2}$/, 'must be a number of months, 6–84'),
			v.transform(Number),
			v.minValue(6, 'must be at least 6'),
			v.maxValue(84, 'must be at most 84')
		),
		'24'
	),
	DEMO: v.optional(v.picklist(['', '1'], 'must be 1 or empty'), '')
});

/** The configuration of one process, read once. See the table in README.md. */
export type Env = v.InferOutput<typeof schema> & {
	ORIGIN: string;
	BADGE_KEYS: string;
	SECRET_KEY_FILE: string;
	/** The organisation's own identity provider, when it has one. */
	elsewhere?: Setting;
};

/** @throws with one line per variable that is wrong */
export function readEnv(variables: Record<string, string | undefined>): Env {
	// Compose files and shells write NAME= for what is not set.
	const set = Object.entries(variables).filter(([, value]) => value !== undefined && value !== '');
	const parsed = v.safeParse(schema, Object.fromEntries(set));
	const elsewhere = readSetting(Object.fromEntries(set));
	const faults = [
		...(parsed.issues ?? []).map((issue) => `${v.getDotPath(issue)} ${issue.message}`),
		...('faults' in elsewhere ? elsewhere.faults : [])
	];
	if (!parsed.success || 'faults' in elsewhere)
		throw new Error(
			`The configuration is not right:\n${faults.map((line) => `  ${line}`).join('\n')}`
		);
	const env = parsed.output;
	if (env.WORKERS > 1 && env.DATABASE_URL === undefined)
		throw new Error(
			'The configuration is not right:\n  WORKERS above 1 needs DATABASE_URL: one process at a time may open the embedded database'
		);
	return {
		...env,
		...(elsewhere.setting && { elsewhere: elsewhere.setting }),
		ORIGIN: env.ORIGIN ?? `http://localhost:${env.PORT}`,
		BADGE_KEYS: env.BADGE_KEYS ?? join(env.DATA_DIR, 'badge-keys.json'),
		SECRET_KEY_FILE: env.SECRET_KEY_FILE ?? join(env.DATA_DIR, 'secret-key')
	} as Env;
}
