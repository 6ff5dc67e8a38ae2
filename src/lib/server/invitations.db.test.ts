import { describe, expect, test } from 'vitest';
import type { Invited } from '#lib/learning/invitation.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { cohort, later, member, person, start } from '../../../tests/support/people.ts';
import * as cohorts from './cohorts.ts';
import type { CohortRow } from './db/cohorts.ts';
import { auditEvent, joinLink, membership, outbox } from './db/schema.ts';
import * as invitations from './invitations.ts';
import { deliver, post } from './mail.ts';

const db = useDatabase();
const DAY = 24 * 60;
const origin = 'https://course.example';

async function setting(given: Partial<CohortRow> = {}) {
	const who = await person(db(), { role: 'manager', name: 'Mira' });
	const own = await cohort(db(), who, given);
	const by = (now: Date) => ({ cohort: own, managerId: who.id, manager: 'Mira', origin, now });
	const bring = (list: Invited[], now = start) => invitations.bring(db(), by(now), list);
	const carry = (id: string, now = later(1)) => invitations.carryOut(db(), by(now), id);
	const invite = async (list: Invited[], now = start) => carry(await bring(list, now), now);
	const preview = async (list: Invited[], now = start) =>
		(await invitations.preview(db(), by(now), await bring(list, now)))!;
	const join = (code: string, account: { id: string; email: string }, now = later(5)) =>
		cohorts.join(db(), { code, account, shown: 'status', at: now });
	return { who, own, by, bring, carry, invite, preview, join };
}
const invited = (row: number, email: string, rest: Partial<Invited> = {}): Invited => ({
	...{ row, email, name: null, language: null },
	...rest
});
const links = () => db().select().from(joinLink);
const letters = () => db().select().from(outbox);

describe('a list of people', () => {
	test('does nothing before it is carried out, and then what was shown, once', async () => {
		const { own, bring, carry, preview } = await setting();
		const there = await person(db());
		await member(db(), own, there);
		const list = [
			invited(1, 'new@test.example', { name: 'Nina', language: 'en' }),
			invited(2, there.email)
		];
		expect((await preview(list)).counts).toEqual({ new: 1, changed: 0, invited: 0, member: 1 });
		expect([await links(), await letters()]).toEqual([[], []]);

		const id = await bring(list);
		const both = await Promise.all([carry(id), carry(id)]);
		expect([...both, await carry(id, later(9))]).toEqual(['done', 'done', 'done']);
		const [letter, ...none] = await letters();
		expect(none).toEqual([]);
		expect(letter).toMatchObject({ recipient: 'new@test.example' });
		expect(letter!.body).toContain('Hello Nina');
		expect(letter!.body).toContain(`${origin}/en/join/${(await links())[0]!.code}`);
		expect(await db().select().from(membership)).toHaveLength(1);
		const events = await db().select().from(auditEvent);
		expect(events.map(({ action, detail }) => [action, detail])).toEqual([['invite', '1']]);
	});

	test('invites nobody twice, changes a name without a mail, and invites anew when an invitation expired', async () => {
		const { invite, preview } = await setting();
		await invite([invited(1, 'a@test.example')]);
		await invite([invited(1, 'a@test.example')], later(10));
		expect(await letters()).toHaveLength(1);
		const renamed = [invited(1, 'a@test.example', { name: 'Ann' })];
		expect((await preview(renamed)).counts.changed).toBe(1);
		await invite(renamed, later(20));
		expect([(await links())[0]!.name, (await letters()).length]).toEqual(['Ann', 1]);
		expect((await preview(renamed, later(31 * DAY))).counts.new).toBe(1);
		await invite(renamed, later(31 * DAY));
		expect([(await links()).length, (await letters()).length]).toEqual([1, 2]);
		expect((await links())[0]!.expiresAt).toEqual(later(61 * DAY));
	});

	test('is there for who brought it only, and not for a cohort that was put away', async () => {
		const [one, other] = [await setting(), await setting({ archivedAt: start })];
		const id = await one.bring([invited(1, 'a@test.example')]);
		expect(await other.carry(id)).toBe('unknown');
		expect(await invitations.preview(db(), other.by(start), id)).toBeUndefined();
		expect(await other.carry(await other.bring([invited(1, 'a@test.example')]))).toBe('archived');
		expect(await links()).toEqual([]);
	});

	test('of 5,000 is carried out as a whole, and a new password does not wait for its mail', async () => {
		const { bring, carry, preview } = await setting();
		const list = Array.from({ length: 5_000 }, (_, n) =>
			invited(n + 1, `person-${n}@large.example`, { name: `Person ${n}` })
		);
		expect((await preview(list)).counts.new).toBe(5_000);
		const id = await bring(list);
		expect(await carry(id, start)).toBe('done');
		expect(await db().$count(joinLink)).toBe(5_000);
		expect(await db().$count(outbox)).toBe(5_000);
		const urgent = { recipient: 'urgent@test.example', subject: 'new password', body: '' };
		// All of the pile is due by now.
		const now = later(60);
		await post(db(), urgent, now);
		const sent: string[] = [];
		await deliver(db(), async ({ recipient }) => String(sent.push(recipient)), now);
		expect(sent).toContain(urgent.recipient);
	}, 60_000);
});

describe('an invitation', () => {
	test('is for one address, once, and is gone when it did what it was for', async () => {
		const { invite, join, own } = await setting();
		// In the language of their account, which a manager does not see.
		const [who, other] = [await person(db(), { language: 'en' }), await person(db())];
		await invite([invited(1, who.email)]);
		expect((await letters())[0]!.body).toContain('Hello');
		const { code } = (await links())[0]!;
		expect(await join(code, other)).toBe('not-yours');
		const seen = (account: typeof who | undefined) =>
			cohorts.behindLink(db(), code, account, later(2));
		expect(await seen(other)).toMatchObject({ state: 'not-yours' });
		expect(await seen(undefined)).toMatchObject({ state: 'open', personal: true });
		expect(await join(code, who)).toBe('joined');
		expect(await links()).toEqual([]);
		expect(await join(code, who)).toBeUndefined();
		expect((await invitations.open(db(), own, later(3))).all).toBe(0);
	});

	test('that was taken back does not work, and can be given again', async () => {
		const { invite, join, own, who } = await setting();
		const guest = await person(db());
		await invite([invited(1, guest.email)]);
		const [link] = await links();
		expect((await invitations.open(db(), own, later(1))).rows).toHaveLength(1);
		const revoke = { cohort: own, managerId: who.id, id: link!.id, at: later(2) };
		await cohorts.revokeLink(db(), revoke);
		expect(await join(link!.code, guest)).toBe('revoked');
		await invite([invited(1, guest.email)], later(3));
		expect(await letters()).toHaveLength(2);
	});

	test('and its address are forgotten a month after it ended, a list after a day', async () => {
		const { invite, bring } = await setting();
		await invite([invited(1, 'a@test.example')]);
		await bring([invited(1, 'b@test.example')]);
		await invitations.forgetOld(db(), later(59 * DAY));
		expect(await links()).toHaveLength(1);
		await invitations.forgetOld(db(), later(61 * DAY));
		expect(await links()).toEqual([]);
	});
});

test('a link for domains lets in who has an address there, and nobody else', async () => {
	const { own, who, join } = await setting();
	const given = { cohort: own, managerId: who.id, maxUses: 9, domains: ['inside.example'] };
	const code = await cohorts.makeLink(db(), { ...given, expiresAt: later(DAY), at: start });
	const inside = await person(db(), { email: 'a@inside.example' });
	expect(await join(code, await person(db(), { email: 'a@not-inside.example' }))).toBe(
		'other-domain'
	);
	expect(await join(code, inside)).toBe('joined');
});
