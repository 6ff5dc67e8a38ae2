import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import { shownCode } from '#lib/learning/certificate-code.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { later, person, start } from '../../../tests/support/people.ts';
import * as certificates from './certificates.ts';
import { course } from './course.ts';
import * as rows from './db/certificates.ts';
import { addCompletions } from './db/progress.ts';
import { account, certificate } from './db/schema.ts';

const db = useDatabase();
const units = outline(course, course.edition).units.map(({ id }) => id);

/** Somebody who did all of the course, the last part at `start`. */
async function graduate(given: Parameters<typeof person>[1] = {}) {
	const who = await person(db(), given);
	const done = units.map((unit, index) => ({ unit, at: later(index - units.length + 1) }));
	await addCompletions(db(), who.id, done);
	return who;
}
async function certified(given: Parameters<typeof person>[1] = {}) {
	const who = await graduate(given);
	expect(await certificates.issue(db(), who, later(60))).toBe(true);
	return { who, own: (await certificates.ownedBy(db(), who, 'nl'))! };
}
const proof = (code: string) => certificates.proof(db(), code, 'nl');
const erase = (id: string) => db().delete(account).where(eq(account.id, id));

describe('a certificate', () => {
	test('is not given while a single unit is missing, whichever it is', async () => {
		for (const missing of [
			units[0]!,
			units.find((unit) => unit.startsWith('quiz:'))!,
			'quiz:final'
		]) {
			expect(units).toContain(missing);
			const who = await person(db());
			const done = units.filter((unit) => unit !== missing);
			await addCompletions(
				db(),
				who.id,
				done.map((unit) => ({ unit, at: start }))
			);
			expect(await certificates.issue(db(), who, later(1))).toBe(false);
			expect(await certificates.ownedBy(db(), who, 'nl')).toBeUndefined();
		}
	});

	test('has the date of the last unit, whenever it is made, and keeps it', async () => {
		const { who, own } = await certified();
		expect(own).toMatchObject({ earnedAt: start, issuedAt: later(60), name: who.name });
		// Later facts, a later edition and asking again change nothing.
		await addCompletions(db(), who.id, [{ unit: units.at(-1)!, at: later(500) }]);
		expect(await certificates.issue(db(), who, later(900))).toBe(true);
		expect(await certificates.ownedBy(db(), who, 'en')).toMatchObject({
			...{ code: own.code, earnedAt: start, issuedAt: later(60) },
			about: { title: course.title.en, edition: course.edition }
		});
	});

	test('is one, however many ask at the same moment', async () => {
		const who = await graduate();
		const asked = Array.from({ length: 6 }, () => certificates.issue(db(), who, later(1)));
		expect(await Promise.all(asked)).toEqual(asked.map(() => true));
		expect(await rows.ofAccount(db(), who.id)).toHaveLength(1);
	});

	test('gets another code and another bit when those are taken', async () => {
		const [one, other] = [await graduate(), await graduate()];
		/** Always the same, for the first draws; then on. */
		const unlucky = (from: number) => {
			let drawn = 0;
			return (below: number) => (drawn++ < from ? 0 : drawn % below);
		};
		expect(await certificates.issue(db(), one, start, unlucky(27))).toBe(true);
		expect(await certificates.issue(db(), other, start, unlucky(27 * 2))).toBe(true);
		const [first, second] = [
			(await rows.ofAccount(db(), one.id))[0]!,
			(await rows.ofAccount(db(), other.id))[0]!
		];
		expect(first).toMatchObject({ code: '2222222222', statusIndex: 0 });
		expect(second.code).not.toBe(first.code);
		expect(second.statusIndex).not.toBe(first.statusIndex);
		await expect(certificates.issue(db(), await graduate(), start, () => 0)).rejects.toThrow(
			'no code left'
		);
	});
});

describe('behind the code', () => {
	test('there is a name only if its owner wants that, and never an address', async () => {
		const { who, own } = await certified();
		expect(await proof(shownCode(own.code).toLowerCase())).toMatchObject({
			...{ kind: 'valid', earnedAt: start, erased: false }
		});
		expect(await proof(own.code)).not.toHaveProperty('name');
		const wishes = { showsName: true, afterErasure: 'anonymous' };
		expect(await certificates.setWishes(db(), who.id, wishes)).toBe(true);
		expect(await proof(own.code)).toMatchObject({ name: who.name });
		expect(JSON.stringify(await proof(own.code))).not.toContain(who.email);
		await certificates.setWishes(db(), who.id, { ...wishes, showsName: false });
		expect(await proof(own.code)).not.toHaveProperty('name');
	});

	test('is nothing, when there is nothing', async () => {
		await certified();
		for (const code of ['', 'K7TQ2-M4XWD', 'no code at all', '%00', "' or 1=1 --"])
			expect(await proof(code)).toBeUndefined();
	});

	test('what the owner chose stands when the account is gone: withdrawn, and revoked', async () => {
		const { who, own } = await certified();
		expect(await certificates.withdrawn(db())).toEqual([]);
		await erase(who.id);
		expect(await proof(own.code)).toEqual({ kind: 'withdrawn', code: own.code });
		expect(await certificates.withdrawn(db())).toEqual([own.statusIndex]);
	});

	test('what the owner chose stands when the account is gone: still valid, for nobody by name', async () => {
		const { who, own } = await certified();
		await certificates.setWishes(db(), who.id, { showsName: true, afterErasure: 'anonymous' });
		await erase(who.id);
		const left = await proof(own.code);
		expect(left).toMatchObject({ kind: 'valid', erased: true, earnedAt: start });
		expect(left).not.toHaveProperty('name');
		expect(await certificates.withdrawn(db())).toEqual([]);
		const [row] = await db().select().from(certificate);
		expect(JSON.stringify(row)).not.toContain(who.name);
	});

	test('one cannot want what is not there to choose, and wishes are for one’s own', async () => {
		const [{ who, own }, other] = [await certified(), await certified()];
		const wishes = { showsName: true, afterErasure: 'for ever' };
		expect(await certificates.setWishes(db(), who.id, wishes)).toBe(false);
		await certificates.setWishes(db(), other.who.id, {
			showsName: true,
			afterErasure: 'anonymous'
		});
		expect(await proof(own.code)).not.toHaveProperty('name');
		expect((await certificates.ownedBy(db(), who, 'nl'))!.afterErasure).toBe('withdrawn');
	});
});
