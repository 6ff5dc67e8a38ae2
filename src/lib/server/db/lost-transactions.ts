import type { Sql, TransactionSql } from 'postgres';
import { connectionIsGone } from './errors.ts';

type Body = (tx: TransactionSql) => Promise<unknown>;

/**
 * Keeps the process alive when a connection goes in the middle of a transaction. The driver (3.4.9) then rejects the
 * transaction, but also writes a ROLLBACK to the socket that is gone, and that ends the process with an exception nobody
 * can catch (porsager/postgres issues 1066, 1154, 1208). A body that never ends writes nothing; its caller has been
 * told already. Can go when the driver guards its writes.
 */
export function surviveLostTransactions(client: Sql): void {
	const begin = client.begin.bind(client) as (body: Body) => Promise<unknown>;
	const neverEnds = new Promise<never>(() => {});
	client.begin = ((body: Body) =>
		begin((tx) =>
			body(tx).catch((error: unknown) => {
				if (connectionIsGone(error)) return neverEnds;
				throw error;
			})
		)) as typeof client.begin;
}
