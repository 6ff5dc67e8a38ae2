import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { domainsIn } from '../mail-domains.ts';

// Signing in through the organisation's own identity provider (OpenID Connect): what an installation says about it.

/** Who is led to a cohort: whoever's claim has this value, or everybody when there is no claim. */
export type CohortRule = { claim?: { name: string; value: string }; code: string };

/** What an installation says of its identity provider. */
export type Setting = {
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** What people call it: it stands on the button. */
	name: string;
	/** Only addresses of these domains come in this way. */
	domains: string[];
	/** The claim in which the provider says that it checked an address. */
	verifiedClaim: string;
	cohorts: CohortRule[];
	/** Whether people of these domains have no other way in. */
	only: boolean;
};

const loopback = ['localhost', '127.0.0.1', '[::1]'];

function isIssuer(text: string): boolean {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || url.search || url.hash || url.username || url.password) return false;
	return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname));
}

const domains = v.pipe(
	v.string(),
	v.check(
		(text) => (domainsIn(text)?.length ?? 0) > 0,
		'must be one or more domains of addresses, such as example.nl example.com'
	),
	v.transform((text) => domainsIn(text)!)
);

const cohorts = v.pipe(
	v.string(),
	v.check(
		(text) => rulesIn(text) !== undefined,
		'must be rules such as groups=marketing:CODE, with the code of a join link, and a semicolon between rules'
	),
	v.transform((text) => rulesIn(text)!)
);

/** `claim=value:CODE; CODE`: what stands before the first = is the claim, what stands after the last : is the code. */
function rulesIn(text: string): CohortRule[] | undefined {
	const rules = text
		.split(/[;\n]/)
		.map((each) => each.trim())
		.filter((each) => each !== '')
		.map((each): CohortRule | undefined => {
			const found = /^(?:([^=\s]{1,100})=(.{1,300}):)?([\w-]{1,64})$/.exec(each);
			if (!found) return undefined;
			const [, name, value, code = ''] = found;
			return name === undefined ? { code } : { claim: { name, value: value!.trim() }, code };
		});
	return rules.every((rule) => rule !== undefined) ? rules : undefined;
}

const filled = v.pipe(v.string(), v.minLength(1));

const schema = v.object({
	OIDC_ISSUER: v.optional(
		v.pipe(
			v.string(),
			v.check(
				isIssuer,
				'must be the https address of an identity provider, such as https://login.example.nl (http only on localhost)'
			)
		)
	),
	OIDC_CLIENT_ID: v.optional(filled),
	OIDC_CLIENT_SECRET: v.optional(filled),
	OIDC_CLIENT_SECRET_FILE: v.optional(filled),
	OIDC_NAME: v.optional(
		v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60, 'must be at most 60 letters'))
	),
	OIDC_DOMAINS: v.optional(domains),
	OIDC_VERIFIED_CLAIM: v.optional(filled, 'email_verified'),
	OIDC_COHORTS: v.optional(cohorts, ''),
	OIDC_ONLY: v.optional(v.picklist(['', '1'], 'must be 1 or empty'), '')
});
type Name = keyof typeof schema.entries;

/**
 * Reads the variables about the identity provider.
 *
 * @param set those that are set
 * @returns nothing when there is none; else the setting, or a line for each variable that is wrong or missing
 */
export function readSetting(
	set: Partial<Record<string, string>>
): { setting?: Setting } | { faults: string[] } {
	const parsed = v.safeParse(schema, set);
	if (!parsed.success)
		return { faults: parsed.issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`) };
	const {
		OIDC_ISSUER: issuer,
		OIDC_CLIENT_ID: clientId = '',
		OIDC_CLIENT_SECRET_FILE: file,
		OIDC_NAME: name = '',
		OIDC_DOMAINS: domains = [],
		...rest
	} = parsed.output;
	const names = (Object.keys(schema.entries) as Name[]).filter((each) => set[each] !== undefined);
	if (issuer === undefined)
		return names.length === 0
			? {}
			: { faults: names.map((each) => `${each} says nothing without OIDC_ISSUER`) };
	const needed: Name[] = ['OIDC_CLIENT_ID', 'OIDC_NAME', 'OIDC_DOMAINS'];
	if (file === undefined) needed.push('OIDC_CLIENT_SECRET');
	const faults = needed
		.filter((each) => !names.includes(each))
		.map((each) => `${each} must be set, because OIDC_ISSUER is`);
	if (file !== undefined && rest.OIDC_CLIENT_SECRET !== undefined)
		faults.push('OIDC_CLIENT_SECRET_FILE cannot be set together with OIDC_CLIENT_SECRET');
	const secret = file === undefined ? (rest.OIDC_CLIENT_SECRET ?? '') : secretIn(file);
	if (secret === undefined)
		faults.push(`OIDC_CLIENT_SECRET_FILE must be a file with the secret in it (${file})`);
	if (faults.length > 0 || secret === undefined) return { faults };
	return {
		setting: {
			...{ issuer, clientId, clientSecret: secret, name, domains },
			verifiedClaim: rest.OIDC_VERIFIED_CLAIM,
			cohorts: rest.OIDC_COHORTS,
			only: rest.OIDC_ONLY === '1'
		}
	};
}

function secretIn(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8').trim() || undefined;
	} catch {
		return undefined;
	}
}
