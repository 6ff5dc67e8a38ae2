import type { Account } from '../accounts.ts';
import * as cohorts from '../cohorts.ts';
import { isMember } from '../db/cohorts.ts';
import type { Database } from '../db/connect.ts';
import type { CohortRule } from './setting.ts';

/** Whether a rule is about somebody, by what the provider says of them: one value, or a list with it. */
export function isAbout({ claim }: CohortRule, claims: Record<string, unknown>): boolean {
	if (!claim) return true;
	const said = Object.hasOwn(claims, claim.name) ? claims[claim.name] : undefined;
	return [said]
		.flat()
		.some(
			(value) =>
				['string', 'number', 'boolean'].includes(typeof value) && String(value) === claim.value
		);
}

/**
 * The code of the first join link that a rule has for somebody: still open, for them, and of a cohort they are not in.
 * They read there what a manager will see, and join or do not. Nobody is ever taken out of a cohort.
 */
export async function codeFor(
	db: Database,
	rules: CohortRule[],
	{ account, claims, now }: { account: Account; claims: Record<string, unknown>; now: Date }
): Promise<string | undefined> {
	for (const { code } of rules.filter((rule) => isAbout(rule, claims))) {
		const found = await cohorts.behindLink(db, code, account, now);
		if (found?.state !== 'open') continue;
		if (!(await isMember(db, found.cohort.id, account.id))) return code;
	}
	return undefined;
}
