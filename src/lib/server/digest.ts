import type { CohortStats } from '#lib/learning/cohort.ts';
import * as cohorts from './cohorts.ts';
import type { Database } from './db/connect.ts';
import * as reminders from './db/reminders.ts';
import { mailWords } from './mail-words.ts';
import { post } from './mail.ts';
import { roundOf, type Round } from './weekly.ts';

/**
 * One mail a week to every manager who asked for it: where their groups stand, from the same rows as the page, in numbers.
 * Running it more often, or in two processes at once, sends nothing twice.
 */
export function sendDigests(
	db: Database,
	now: Date,
	origin: string,
	more: { after?: string | undefined; most?: number } = {}
): Promise<Round> {
	return roundOf(db, now, { kind: 'digest', ...more }, (accountId, cycle) =>
		sendOne(db, { accountId, cycle, now, origin })
	);
}

async function sendOne(
	db: Database,
	{ accountId, cycle, now, origin }: { accountId: string; cycle: string; now: Date; origin: string }
): Promise<boolean> {
	const own = (await cohorts.managedBy(db, accountId)).filter(
		({ cohort, members }) => cohort.archivedAt === null && members > 0
	);
	if (own.length === 0) return false;
	const groups: { id: string; stats: CohortStats; name: string }[] = [];
	for (const { cohort } of own)
		groups.push({ id: cohort.id, name: cohort.name, stats: await cohorts.stats(db, cohort, now) });
	return db.transaction(async (tx) => {
		const reader = await reminders.lockReader(tx, accountId, 'digest');
		const row = { accountId, kind: 'digest' as const, cycle, at: now };
		if (!reader || !(await reminders.claim(tx, row))) return false;
		const base = `${origin}/${reader.language}/manage`;
		const letter = mailWords[reader.language].digest({
			name: reader.name,
			cohorts: groups.map(({ id, name, stats: { counts, people } }) => ({
				...{ name, counts, members: people.length, link: `${base}/${id}` },
				needs: people.filter(({ need }) => need).length
			})),
			off: `${base}#digest`
		});
		await post(tx, { recipient: reader.email, ...letter }, now);
		return true;
	});
}
