// Whether two databases hold the same, told by the databases themselves.

/** Sends a text of SQL without values. */
export type Query = (text: string) => Promise<Record<string, unknown>[]>;

/** Per table how many rows it has, and one hash of all of them whatever their order. */
export type Tables = Record<string, { rows: number; hash: string }>;

/** So that the same value is the same text, whatever a server or a person has set. */
const settings = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
	set bytea_output = 'hex'; set extra_float_digits = 1`;

/**
 * Two sums of hashes of rows (128 bits together): no sorting and next to no memory, also with millions of rows. It finds
 * what went missing or wrong; whether somebody changed a file on purpose is for its seal to say.
 */
export async function fingerprint(query: Query): Promise<Tables> {
	for (const setting of settings.split(';')) await query(setting);
	const names =
		await query(`select table_schema as schema, table_name as name from information_schema.tables
		where table_schema in ('public', 'drizzle') and table_type = 'BASE TABLE' order by 1, 2`);
	const tables: Tables = {};
	for (const { schema, name } of names) {
		const half = (from: number) =>
			`coalesce(sum(('x' || substr(hash, ${from}, 16))::bit(64)::bigint::numeric), 0)`;
		const [row] =
			await query(`select count(*)::text as rows, md5(${half(1)} || ':' || ${half(17)}) as hash
			from (select md5(t::text) as hash from ${quoted(schema)}.${quoted(name)} t) each`);
		tables[`${String(schema)}.${String(name)}`] = {
			rows: Number(row?.rows),
			hash: String(row?.hash)
		};
	}
	return tables;
}

const quoted = (name: unknown) => `"${String(name).replaceAll('"', '""')}"`;

export type Migrations = { count: number; last: number };

/** How far the schema is; nothing when the app never opened this database. */
export async function migrationsOf(query: Query): Promise<Migrations> {
	const [there] = await query(
		`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`
	);
	if (there?.yes !== true) return { count: 0, last: 0 };
	const [row] = await query(
		`select count(*)::text as count, coalesce(max(created_at), 0)::text as last from drizzle.__drizzle_migrations`
	);
	return { count: Number(row?.count), last: Number(row?.last) };
}

/** The tables of which two fingerprints say something else. */
export function differences(wanted: Tables, found: Tables): string[] {
	const names = [...new Set([...Object.keys(wanted), ...Object.keys(found)])].sort();
	return names.flatMap((name) => {
		const [a, b] = [wanted[name], found[name]];
		if (a && b && a.rows === b.rows && a.hash === b.hash) return [];
		const said = (table: Tables[string] | undefined) => (table ? `${table.rows} rows` : 'no table');
		return [`${name}: ${said(a)} in the backup, ${said(b)} restored`];
	});
}
