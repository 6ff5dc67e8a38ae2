import * as audit from './audit.ts';
import { tidyEmail } from './accounts.ts';
import * as care from './db/cohort-care.ts';
import * as cohorts from './db/cohorts.ts';
import type { CohortRow } from './db/cohorts.ts';
import * as settings from './db/cohort-settings.ts';
import type { Database } from './db/connect.ts';
import { mailWords } from './mail-words.ts';
import { post, postAll } from './mail.ts';

// What the managers of a cohort decide together: its plan, what they see, who they are, whether it still goes on.

type By = { cohort: CohortRow; managerId: string; now: Date };
export type PlanGiven = Pick<
	CohortRow,
	'name' | 'startsAt' | 'endsAt' | 'lessonsPerWeek' | 'language'
>;

const recorded = ({ cohort, managerId, now }: By) => ({
	at: now,
	actor: managerId,
	cohortId: cohort.id
});

/** Another name, other days, another pace. Whoever had a last day of their own keeps it. */
export async function change(db: Database, by: By, plan: PlanGiven): Promise<void> {
	await db.transaction(async (tx) => {
		await settings.update(tx, by.cohort.id, plan);
		await audit.record(tx, { ...recorded(by), action: 'cohort', detail: 'changed' });
	});
}

/** Puts a cohort away, or takes it out again. Of one that is put away nobody becomes a member, and nobody is written to. */
export async function archive(db: Database, by: By, away: boolean): Promise<void> {
	await db.transaction(async (tx) => {
		const kept = await settings.lock(tx, by.cohort.id);
		if (!kept || (kept.archivedAt !== null) === away) return;
		await settings.update(tx, by.cohort.id, { archivedAt: away ? by.now : null });
		const detail = away ? 'archived' : 'taken-out';
		await audit.record(tx, { ...recorded(by), action: 'cohort', detail });
	});
}

/**
 * Managers see less at once; they see more when every member has agreed, and until then nothing changes.
 *
 * @param origin where this course is, for the letters in which members are asked
 */
export async function setSees(
	db: Database,
	by: By & { sees: CohortRow['sees']; origin: string }
): Promise<'status' | 'bands' | 'asked'> {
	const { cohort, sees, now } = by;
	return db.transaction(async (tx) => {
		const kept = (await settings.lock(tx, cohort.id)) ?? cohort;
		if (sees === 'status') {
			if (kept.sees === 'bands' || kept.asksBandsAt)
				await audit.record(tx, { ...recorded(by), action: 'visibility', detail: 'status' });
			await settings.update(tx, cohort.id, { sees: 'status', asksBandsAt: null });
			return 'status';
		}
		if (kept.sees === 'bands') return 'bands';
		// Asking twice is asking once: whoever agreed since the first time has agreed.
		if (kept.asksBandsAt) return 'asked';
		await settings.update(tx, cohort.id, { asksBandsAt: now });
		await audit.record(tx, { ...recorded(by), action: 'visibility', detail: 'asked' });
		if (await settled(tx, cohort.id, now)) return 'bands';
		const letters = (await settings.readers(tx, cohort.id)).map(({ email, language, name }) => {
			const link = `${by.origin}/${language}/manager-view#asked`;
			const about = { name, cohort: cohort.name, link };
			return { recipient: email, ...mailWords[language].asksBands(about) };
		});
		await postAll(tx, letters, now);
		return 'asked';
	});
}

async function settled(tx: Database, cohortId: string, now: Date): Promise<boolean> {
	if (!(await settings.settle(tx, cohortId))) return false;
	const event = { at: now, actor: audit.ITSELF, cohortId, action: 'visibility' as const };
	await audit.record(tx, { ...event, detail: 'bands' });
	return true;
}

/** A member agrees that managers see bands, or takes that back while others still have to. Says false for who is no member. */
export async function agree(
	db: Database,
	given: { cohortId: string; accountId: string; agrees: boolean; at: Date }
): Promise<boolean> {
	const { cohortId, accountId, agrees, at } = given;
	return db.transaction(async (tx) => {
		// Whoever joins at this moment waits, and so does another who agrees.
		const kept = await settings.lock(tx, cohortId);
		if (!kept || !(await cohorts.isMember(tx, cohortId, accountId))) return false;
		if (!kept.asksBandsAt) return true;
		await settings.setAgreed(tx, cohortId, accountId, agrees ? at : null);
		await settled(tx, cohortId, at);
		return true;
	});
}

/** Looks again at every cohort that asks its members: the last who did not agree may have left. */
export async function settleAll(db: Database, now: Date): Promise<void> {
	for (const id of await settings.asking(db)) {
		await db.transaction(async (tx) => {
			if (await settings.lock(tx, id)) await settled(tx, id, now);
		});
	}
}

export const managers = (db: Database, cohort: CohortRow) => settings.managers(db, cohort.id);

/** Another manager beside this one, who is told by mail. */
export async function addManager(
	db: Database,
	by: By & { email: string; manager: string; origin: string }
): Promise<'added' | 'unknown'> {
	const email = tidyEmail(by.email);
	const found = email && (await settings.managerBy(db, email));
	if (!found) return 'unknown';
	await db.transaction(async (tx) => {
		if (!(await settings.addManager(tx, by.cohort.id, found.id))) return;
		const event = { ...recorded(by), action: 'co-manager' as const, subject: found.id };
		await audit.record(tx, { ...event, detail: 'added' });
		const { name, language } = found;
		const link = `${by.origin}/${language}/manage/${by.cohort.id}`;
		const about = { name, manager: by.manager, cohort: by.cohort.name, link };
		await post(tx, { recipient: found.email, ...mailWords[language].coManager(about) }, by.now);
	});
	return 'added';
}

/** One manager fewer; the last one stays. */
export async function removeManager(
	db: Database,
	by: By & { id: string }
): Promise<'removed' | 'last' | 'unknown'> {
	return db.transaction(async (tx) => {
		// Two who remove each other at once are counted one after the other.
		await settings.lock(tx, by.cohort.id);
		if (!(await cohorts.ofManager(tx, by.id, by.cohort.id))) return 'unknown';
		const others = (await settings.managers(tx, by.cohort.id)).filter(({ id }) => id !== by.id);
		if (others.length === 0) return 'last';
		await settings.removeManager(tx, by.cohort.id, by.id);
		const event = { ...recorded(by), action: 'co-manager' as const, subject: by.id };
		await audit.record(tx, { ...event, detail: 'removed' });
		return 'removed';
	});
}

/** The other cohorts of a manager to which somebody can be moved: never to one whose managers see more. */
export async function movable(
	db: Database,
	{ cohort, managerId }: Pick<By, 'cohort' | 'managerId'>
): Promise<CohortRow[]> {
	const own = await cohorts.managedBy(db, managerId);
	return own
		.map((each) => each.cohort)
		.filter(
			(each) =>
				each.id !== cohort.id &&
				each.archivedAt === null &&
				(each.sees === 'status' || cohort.sees === 'bands')
		);
}

/** Moves somebody to another cohort of the same manager, and tells them who sees them from now on. */
export async function move(
	db: Database,
	by: By & { id: string; to: string | undefined; manager: string; origin: string }
): Promise<'moved' | 'nowhere' | 'unknown'> {
	const { cohort, id, now } = by;
	return db.transaction(async (tx) => {
		// The one that is moved to is looked at as it is now, not as it was on the page.
		const locked = by.to && (await settings.lock(tx, by.to));
		const target = (await movable(tx, by)).find((each) => each.id === by.to);
		const reader = await care.lockReader(tx, id, 'update');
		if (!reader || !(await care.member(tx, cohort.id, id))) return 'unknown';
		if (!locked || !target) return 'nowhere';
		await care.leave(tx, cohort.id, id, now);
		const bandsAgreedAt = target.sees === 'bands' ? now : null;
		const row = { cohortId: target.id, accountId: id, joinedAt: now, bandsAgreedAt };
		await cohorts.addMember(tx, row);
		const names = (await settings.managers(tx, target.id)).map(({ name }) => name);
		await audit.record(tx, { ...recorded(by), action: 'move', subject: id });
		const letter = mailWords[reader.language].moved({
			...{ name: reader.name, manager: by.manager, from: cohort.name, to: target.name },
			...{ managers: names, link: `${by.origin}/${reader.language}/manager-view` }
		});
		await post(tx, { recipient: reader.email, ...letter }, now);
		return 'moved';
	});
}
