import { afterAll, expect, test } from 'vitest';
import { findPostgres, startCluster, type Cluster } from '../support/postgres.ts';
import { scenarios } from './all.ts';
import { onGround, type Figures, type Kind, type Scenario, type Size } from './scenario.ts';

// If the screen says "saved", the answer is in the database exactly once, whatever dies next.
// The short form of every fault; scripts/faults.ts asks for others, a seed or the full form.

const SIZE: Size = process.env.FAULT_SIZE === 'full' ? 'full' : 'short';
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
/** Ids, or `all`; absent: what is part of every run of the tests. */
const asked = process.env.FAULTS?.split(' ');
const minutes = SIZE === 'full' || asked ? 60 : 4;

const isAsked = ({ id, always }: Scenario, kind: Kind) =>
	asked ? asked.includes('all') || asked.includes(id) : (always ?? []).includes(kind);
const chosen = scenarios.flatMap((scenario) =>
	scenario.databases
		.filter((kind) => isAsked(scenario, kind))
		.map((kind) => ({ ...scenario, kind }))
);

let cluster: Cluster | undefined;
const rows: Figures[] = [];

async function clusterFor(kind: Kind): Promise<{ cluster?: Cluster }> {
	if (kind === 'embedded') return {};
	return { cluster: (cluster ??= await startCluster()) };
}

afterAll(async () => {
	await cluster?.remove();
	const columns = ['fault', 'database', 'promise', 'acknowledged', 'lost', 'doubled', 'strikes'];
	console.log(`seed ${SEED}, ${SIZE}`);
	console.table(
		rows.map((row) => ({ ...row })),
		columns
	);
});

for (const { id, title, kind, run } of chosen)
	test.skipIf(kind === 'PostgreSQL' && !findPostgres())(
		`${id}, ${title} (${kind}): nothing lost, nothing twice`,
		async () => {
			const row: Figures = { fault: id, database: kind, promise: 'broken' };
			rows.push(row);
			try {
				const note = (figures: Figures) => void Object.assign(row, figures);
				await onGround({ seed: SEED, note, ...(await clusterFor(kind)) }, (ground) =>
					run(ground, SIZE)
				);
				row.promise = 'kept';
			} catch (error) {
				// The others may take an hour.
				console.error(error);
				throw error;
			} finally {
				const figures = Object.entries(row).map(([name, value]) => `${name} ${value}`);
				console.log(`${title}: seed ${SEED}, ${figures.join(', ')}`);
			}
			expect(row.promise).toBe('kept');
		},
		minutes * 60_000
	);
