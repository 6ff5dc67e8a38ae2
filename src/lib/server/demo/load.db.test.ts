import { expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database.ts';
import { person } from '../../../../tests/support/people.ts';
import { outline } from '#lib/course/outline.ts';
import { authenticate } from '../accounts.ts';
import * as cohorts from '../cohorts.ts';
import { course } from '../course.ts';
import * as retention from '../retention.ts';
import * as accounts from '../db/accounts.ts';
import { account, completion, response } from '../db/schema.ts';
import { castPassword, staff, stories } from './cast.ts';
import { loadCast } from './load.ts';

const db = useDatabase();
const now = new Date('2026-11-20T10:00:00Z');
const load = (into = db(), say: (line: string) => void = () => {}) =>
	loadCast(into, now, 'http://localhost:3000', say);
const everything = async () => [
	await db().select().from(account).orderBy(account.id),
	await db().select().from(response).orderBy(response.accountId, response.answerId),
	await db().select().from(completion).orderBy(completion.accountId, completion.unit)
];

/** Name, lessons done, and whether they began at all: as their story says. */
const toldOf = (cohort: 'communication' | 'service') =>
	stories
		.filter((story) => story.cohort === cohort)
		.map(({ person: { name }, lessons, then }) => [
			name,
			then ? lessonsAmong(then.units) : lessons.filter((each) => !each.part).length,
			then !== undefined || lessons.length > 0
		]);

/** How many of the first so many units are lessons; without a number, how many the course has. */
const lessonsAmong = (units?: number) =>
	outline(course, course.edition)
		.units.slice(0, units)
		.filter((unit) => unit.kind === 'lesson').length;

async function tableOf(manager: keyof typeof staff) {
	const boss = (await accounts.byEmail(db(), staff[manager].email))!;
	const [own] = await cohorts.managedBy(db(), boss.id);
	const { people } = await cohorts.stats(db(), own!.cohort, now);
	return people.map((each) => [each.name, each.lessons.done, each.pace !== 'not-started']);
}

test('the cast comes into an empty database, each as their story says', async () => {
	const guide = await load();
	expect(await tableOf('hanneke')).toEqual(toldOf('communication'));
	expect(await tableOf('joris')).toEqual(toldOf('service'));
	for (const email of [staff.farida.email, ...stories.map(({ person }) => person.email)])
		expect(guide).toContain(email);
	const given = { email: staff.farida.email, password: castPassword, address: 'here', now };
	expect(await authenticate(db(), given)).toMatchObject({
		kind: 'signed-in',
		account: { role: 'administrator' }
	});
});

test('of two who finished long enough ago one is asked what stayed, and one has said', async () => {
	await load();
	const said = async (name: string) => {
		const who = (await accounts.byEmail(db(), `${name}@verdewold.example`))!;
		return (await retention.notices(db(), { account: who, now })).map(({ kind }) => kind);
	};
	expect(await said('amina')).toEqual(['open']);
	expect(await said('henry')).toEqual(['taken', 'waiting']);
	expect(await said('bas')).toEqual([]);
});

test('a second start keeps what is there', async () => {
	await load();
	const before = await everything();
	const said: string[] = [];
	expect(await load(db(), (line) => said.push(line))).toContain('Everybody');
	expect(await everything()).toEqual(before);
	expect(said).toEqual([]);
});

test('a database with other people in it is left alone', async () => {
	const who = await person(db());
	expect(await load()).toContain('was not loaded');
	expect(await db().select().from(account)).toMatchObject([{ id: who.id }]);
});

test('a start that is cut off half-way leaves nothing, so that the next one loads the whole cast', async () => {
	let told = 0;
	const cut = load(db(), () => {
		if (++told === 4) throw new Error('the power went');
	});
	await expect(cut).rejects.toThrow('the power went');
	expect(await db().select().from(account)).toEqual([]);
	await load();
	expect(await tableOf('joris')).toHaveLength(3);
});
