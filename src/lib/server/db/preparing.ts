import type { Sql, TransactionSql } from 'postgres';
import type { Database } from './connect.ts';

/**
 * The most values of a statement that is prepared. The driver keeps what it prepared for as long as a connection lives,
 * so only texts of which there is a bounded number may be: a list of hundreds of rows to insert has a text per length.
 */
const MOST_VALUES = 32;

/**
 * The same client, preparing statements by itself, in transactions too: PostgreSQL reads and plans each text once a
 * connection, and the driver asks in one round trip instead of two. Drizzle has it prepare named queries only.
 */
export function preparing<C extends Sql | TransactionSql>(client: C): C {
	return new Proxy(client, {
		get(target, name, receiver) {
			const own: unknown = Reflect.get(target, name, receiver);
			if (name === 'unsafe')
				return (text: string, values: never[] = [], options = {}) => {
					const prepare = values.length > 0 && values.length <= MOST_VALUES;
					return target.unsafe(text, values, { ...options, prepare });
				};
			if (name === 'begin' || name === 'savepoint')
				return (work: (inner: TransactionSql) => unknown) =>
					(own as (work: unknown) => unknown).call(target, (inner: TransactionSql) =>
						work(preparing(inner))
					);
			return own;
		}
	});
}

const built = new WeakMap<Database, Map<string, unknown>>();

/** A query of the hottest paths: its text is built once per database, under its own name. */
export function prepared<Q>(
	db: Database,
	name: string,
	build: (db: Database, name: string) => Q
): Q {
	const own = built.get(db) ?? new Map<string, unknown>();
	built.set(db, own);
	if (!own.has(name)) own.set(name, build(db, name));
	return own.get(name) as Q;
}
