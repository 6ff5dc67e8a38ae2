import postgres from 'postgres';
import type { Query } from './fingerprint.ts';

// One PostgreSQL database in the place of another.

/** One connection of its own, without the app's limits of time. */
export function openAlone(url: string) {
	const client = postgres(url, {
		max: 1,
		onnotice: () => {},
		connect_timeout: 10,
		prepare: false,
		connection: { statement_timeout: 0, idle_in_transaction_session_timeout: 0 }
	});
	const query: Query = async (text) => [...(await client.unsafe(text))];
	return { client, query, close: () => client.end({ timeout: 2 }) };
}

/** The address of another database of the same server. */
export function beside(url: string, database: string): string {
	const other = new URL(url);
	other.pathname = `/${encodeURIComponent(database)}`;
	return other.href;
}

export const databaseIn = (url: string): string =>
	decodeURIComponent(new URL(url).pathname.slice(1));

/** From where databases are made and renamed: that of which the server has one by itself. */
const maintenance = (url: string) => openAlone(beside(url, 'postgres'));

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export async function exists(url: string): Promise<boolean> {
	const { client, close } = maintenance(url);
	try {
		const rows = await client`select from pg_database where datname = ${databaseIn(url)}`;
		return rows.length > 0;
	} finally {
		await close();
	}
}

export async function create(url: string, name: string): Promise<void> {
	const { query, close } = maintenance(url);
	try {
		await query(`create database ${quoted(name)} template template0`);
	} finally {
		await close();
	}
}

export async function drop(url: string, name: string): Promise<void> {
	const { query, close } = maintenance(url);
	try {
		await query(`drop database if exists ${quoted(name)} with (force)`);
	} finally {
		await close();
	}
}

/** How many others are connected to a database. */
export async function connections(url: string): Promise<number> {
	const { client, close } = maintenance(url);
	try {
		const rows = await client`select from pg_stat_activity where datname = ${databaseIn(url)}`;
		return rows.length;
	} finally {
		await close();
	}
}

/**
 * Gives `fresh` the name that the address says, and what had that name the name `before`: both, or neither.
 *
 * @throws while anybody is connected to either
 */
export async function swap(url: string, fresh: string, before: string | undefined): Promise<void> {
	const { client, close } = maintenance(url);
	const name = databaseIn(url);
	try {
		await client.begin(async (tx) => {
			if (before !== undefined)
				await tx.unsafe(`alter database ${quoted(name)} rename to ${quoted(before)}`);
			await tx.unsafe(`alter database ${quoted(fresh)} rename to ${quoted(name)}`);
		});
	} finally {
		await close();
	}
}
