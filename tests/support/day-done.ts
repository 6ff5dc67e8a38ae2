import { connect } from '#lib/server/db/connect.ts';
import * as insights from '#lib/server/insights.ts';
import * as itemSums from '#lib/server/item-sums.ts';
import * as rollups from '#lib/server/rollups.ts';

/** Does what the app does by itself once a day, and once a minute if anything changed, so that a server that runs for minutes writes nothing of its own. */
export async function dayDone(place: { databaseUrl: string | undefined; dataDir: string }) {
	const now = () => new Date();
	const { db, close } = await connect({ ...place, now });
	await insights.refreshDue(db, now());
	await itemSums.refreshDue(db, now());
	await rollups.freshenAll(db);
	await rollups.recountDue(db, now());
	await close();
}
