import * as accounts from '../db/accounts.ts';
import type { Database } from '../db/connect.ts';
import { forgetMoment } from '../db/restored.ts';
import { pseudonymOf } from '../auth/pseudonym.ts';
import { erase } from '../privacy/data.ts';

export type Settled = Awaited<ReturnType<typeof forgetMoment>> & {
	/** How many people who had been erased were erased again. */
	erased: number;
	/** Who could not be, because nobody would be left to run the course. */
	left: string[];
};

/**
 * What a database from the past needs before people may use it: whoever was erased since is erased again, and what was true
 * only at that moment is gone.
 *
 * @param erased by pseudonym, with when it was done
 * @param named addresses or pseudonyms that somebody wrote down
 */
export async function settle(
	db: Database,
	{ erased, named, now }: { erased: Map<string, Date>; named: string[]; now: Date }
): Promise<Settled> {
	const wanted = new Set(named.map((each) => each.trim()).filter((each) => each !== ''));
	const addresses = new Set([...wanted].map((each) => each.toLowerCase()));
	const result: Settled = { erased: 0, left: [], sessions: 0, links: 0, letters: 0 };
	for (const { id } of await accounts.names(db)) {
		const pseudonym = pseudonymOf(id);
		const account = await accounts.byId(db, id);
		if (!account) continue;
		const again = wanted.has(pseudonym) || addresses.has(account.email);
		const at = erased.get(pseudonym) ?? (again ? now : undefined);
		if (at === undefined) continue;
		if ((await erase(db, account, at)) === 'erased') result.erased += 1;
		else result.left.push(account.email);
	}
	return { ...result, ...(await db.transaction((tx) => forgetMoment(tx))) };
}
