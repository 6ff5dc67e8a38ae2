import { randomUUID } from 'node:crypto';
import type { Account } from '../accounts.ts';
import { hashPassword } from '../auth/password.ts';
import * as canvas from '../canvas.ts';
import * as certificates from '../certificates.ts';
import * as cohortVerbs from '../cohorts.ts';
import { course } from '../course.ts';
import * as accounts from '../db/accounts.ts';
import * as cohortRows from '../db/cohorts.ts';
import type { Database } from '../db/connect.ts';
import { castPassword, cohorts, staff, stories, type Story } from './cast.ts';
import { tell } from './tell.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Plays the cast's story through the same verbs that real people use, with their moments in the past.
 * A database with anybody in it is left as it is.
 *
 * @param say is called while it works
 * @returns what to tell the person who started the demo
 */
export async function loadCast(
	db: Database,
	now: Date,
	origin: string,
	say: (line: string) => void
): Promise<string> {
	if (await accounts.isEmpty(db)) {
		say('Loading the demo cast …');
		// All or nothing: half a cast, left by a start that was cut off, would stay for ever.
		await db.transaction((tx) => play(tx, now, say));
	} else if (!(await accounts.byEmail(db, staff.farida.email))) {
		return 'This database has people of its own: the demo cast was not loaded.';
	}
	return guide(origin);
}

/** @returns the accounts by first name, in lower case */
export async function play(
	db: Database,
	now: Date,
	say: (line: string) => void
): Promise<Map<string, Account>> {
	const passwordHash = await hashPassword(castPassword);
	const people = new Map<string, Account>();
	const add = async (person: Story['person'], daysAgo: number) => {
		const createdAt = new Date(now.getTime() - daysAgo * DAY);
		const account = {
			...person,
			id: randomUUID(),
			passwordHash,
			edition: course.edition,
			...accounts.unset,
			createdAt
		};
		await accounts.insert(db, account);
		people.set(person.email.split('@')[0] ?? '', account);
		return account;
	};
	for (const person of Object.values(staff)) await add(person, 90);
	for (const plan of Object.values(cohorts)) {
		const manager = people.get(plan.manager)!;
		const id = await cohortVerbs.create(db, {
			managerId: manager.id,
			sees: 'status',
			language: 'nl',
			name: plan.name,
			startsAt: startOfDay(now, -plan.starts),
			endsAt: startOfDay(now, plan.ends),
			lessonsPerWeek: null,
			at: new Date(now.getTime() - 80 * DAY)
		});
		await cohortRows.insertLink(db, {
			id: randomUUID(),
			cohortId: id,
			code: plan.code,
			maxUses: 50,
			createdAt: new Date(now.getTime() - 80 * DAY),
			expiresAt: new Date(now.getTime() + 60 * DAY),
			...cohortRows.forAnybody
		});
	}
	for (const story of stories) {
		await tell(db, story, await add(story.person, story.joined), now);
		say(`  ${story.person.name} – ${story.about}`);
		// The embedded database keeps the only thread busy; let others have a turn.
		await new Promise((resolve) => setImmediate(resolve));
	}
	await fillCanvas(db, people.get('henry')!, now);
	await planAhead(db, people.get('henry')!, now);
	await certificates.issue(db, people.get('henry')!, new Date(now.getTime() - DAY));
	return people;
}

/** One of them has filled in a canvas: with what the fictional case of the course wrote. */
async function fillCanvas(db: Database, { id: accountId, language }: Account, now: Date) {
	const at = new Date(now.getTime() - 2 * DAY);
	for (const { id: field, example } of course.exercises.flatMap((exercise) => exercise.fields))
		if (example[language].length > 0)
			await canvas.save(db, {
				...{ accountId, field, language, at },
				...{ cells: example[language], base: 0, saveId: randomUUID() }
			});
}

/** And a plan, long enough ago to be asked what became of it. */
async function planAhead(db: Database, { id: accountId, language }: Account, now: Date) {
	const plan = {
		nl: ['Als het maandag is', 'vraag ik één lid van de groep wat er speelt'],
		en: ['If it is Monday', 'I ask one member of the group what is going on']
	}[language];
	await canvas.save(db, {
		...{ accountId, language, field: 'plans_alsdan', cells: [plan], base: 0 },
		...{ saveId: randomUUID(), at: new Date(now.getTime() - 33 * DAY) }
	});
}

function startOfDay(now: Date, days: number): Date {
	const day = new Date(now.getTime() + days * DAY);
	day.setUTCHours(0, 0, 0, 0);
	return day;
}

function guide(origin: string): string {
	const line = (who: string, email: string, page: string) =>
		`  ${who.padEnd(46)} ${email.padEnd(32)} ${origin}${page}`;
	return [
		'',
		`The demo is on ${origin}. Everybody's password: ${castPassword}`,
		line('administrator', staff.farida.email, '/nl/admin'),
		line('manager of Communicatie', staff.hanneke.email, '/nl/manage'),
		line('manager of Klantenservice', staff.joris.email, '/nl/manage'),
		...stories.map(({ person, about }) =>
			line(`learner, ${about}`, person.email, `/${person.language}/course`)
		),
		''
	].join('\n');
}
