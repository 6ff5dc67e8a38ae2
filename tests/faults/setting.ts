import { randomUUID } from 'node:crypto';
import { sessionKeeper } from '#lib/server/auth/session.ts';
import { connect } from '#lib/server/db/connect.ts';
import type { Database } from '#lib/server/db/connect.ts';
import type { Size } from './scenario.ts';
import { cohort, member, person, predict } from '../support/people.ts';

export type Place = { databaseUrl?: string; dataDir: string };
export type Someone = { id: string; name: string; cookie: string };
export type Setting = { learners: Someone[]; manager: Someone; cohortId: string };

/** Does some work in a database that no server has open. */
export async function inDatabase<T>(place: Place, work: (db: Database) => Promise<T>): Promise<T> {
	const now = () => new Date();
	const connection = await connect({ databaseUrl: place.databaseUrl, dataDir: place.dataDir, now });
	try {
		return await work(connection.db);
	} finally {
		await connection.close();
	}
}

/** How many learners: as many as stand on one page of their manager. */
export const crowd = (size: Size) => (size === 'full' ? 40 : 8);

/**
 * A cohort of signed-in learners with their manager. Every second learner has made the prediction of A1, so that the
 * check completes the lesson for them and for nobody else.
 */
export const prepare = (place: Place, size: number): Promise<Setting> =>
	inDatabase(place, (db) => prepareIn(db, size));

export async function prepareIn(db: Database, size: number): Promise<Setting> {
	const now = new Date();
	const sessions = sessionKeeper(db, false);
	const run = randomUUID().slice(0, 8);
	const signedIn = async (name: string, role: 'learner' | 'manager') => {
		const who = await person(db, {
			name,
			role,
			email: `${name.replace(' ', '-').toLowerCase()}-${run}@test.example`
		});
		const { name: cookie, value } = await sessions.create(who, now);
		return { who, someone: { id: who.id, name, cookie: `${cookie}=${value}` } };
	};
	const boss = await signedIn('De baas', 'manager');
	const day = 24 * 60 * 60 * 1000;
	const own = await cohort(db, boss.who, {
		name: 'Onder vuur',
		startsAt: new Date(now.getTime() - day),
		endsAt: new Date(now.getTime() + 60 * day)
	});
	const learners: Someone[] = [];
	for (let index = 0; index < size; index++) {
		const { who, someone } = await signedIn(`Learner ${index + 1}`, 'learner');
		await member(db, own, who, now);
		if (index % 2 === 0) await predict(db, who, 'p-a1-1', 'b', now);
		learners.push(someone);
	}
	return { learners, manager: boss.someone, cohortId: own.id };
}
