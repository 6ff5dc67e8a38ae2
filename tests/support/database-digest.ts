import { PGlite } from '@electric-sql/pglite';
import postgres from 'postgres';

/** Per table how many rows there are and a digest of all of them: equal before and after means nothing was written. */
export type Digest = Record<string, string>;

type Query = (text: string) => Promise<Record<string, unknown>[]>;

async function digestOf(query: Query): Promise<Digest> {
	const tables = await query(`select table_name as name from information_schema.tables
		where table_schema = 'public' order by table_name`);
	const digest: Digest = {};
	for (const { name } of tables) {
		const [row] = await query(`select count(*)::int as rows,
			md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${String(name)}" t`);
		digest[String(name)] = `${String(row?.rows)} rows ${String(row?.hash)}`;
	}
	return digest;
}

/** The server has to be stopped: one process at a time may open an embedded database. */
export async function digestEmbedded(folder: string): Promise<Digest> {
	const client = await PGlite.create(folder);
	try {
		return await digestOf(async (text) => (await client.query<Record<string, unknown>>(text)).rows);
	} finally {
		await client.close();
	}
}

export async function digestPostgres(url: string): Promise<Digest> {
	const client = postgres(url, { max: 1, onnotice: () => {} });
	try {
		return await digestOf(async (text) => [...(await client.unsafe(text))]);
	} finally {
		await client.end();
	}
}
