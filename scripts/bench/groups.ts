import type { Place } from './place.ts';
import type { Goal } from './goals.ts';
import { fetched } from './answering.ts';
import { get, openConnection } from './connection.ts';
import { median } from './load.ts';
import { memory } from './processes.ts';
import type { Seeded } from './seed.ts';

/** The page and the file of every cohort, beside a plain count of the same rows: medians, one request at a time. */
export async function measureGroups(
	place: Place,
	{ cohorts, manager }: Seeded,
	app: { origin: string; pid: number },
	repeats: number
): Promise<{ goals: Goal[] }> {
	const connection = await openConnection(app.origin);
	const goals: Goal[] = [];
	for (const { size, id } of cohorts.toSorted((a, b) => a.size - b.size)) {
		const people = size.toLocaleString('en');
		const ask = (file: string) =>
			fetched(connection, get(app.origin, `/nl/manage/${id}${file}`, manager.cookie));
		const plain = await middleOf(repeats, async () => {
			await place.sql`select count(*) from membership join completion using (account_id)
				where cohort_id = ${id} group by account_id`;
		});
		for (const [what, file, atMost] of [
			['page', '', 30],
			['CSV', '/people.csv', 160]
		] as const) {
			await ask(file);
			const before = memory(app.pid);
			const time = await middleOf(repeats, () => ask(file));
			const { cost } = await place.costOf(app.pid, () => ask(file));
			const name = `group of ${people}, ${what}`;
			const limited = size === 10_000 && { atMost };
			goals.push(
				{ what: `${name}: time`, figure: time, unit: 'ms', ...limited },
				{ what: `${name}: ÷ a plain count`, figure: time / plain, unit: '×' },
				{
					what: `${name}: SQL statements`,
					figure: cost.statements,
					unit: '',
					...(what === 'page' && { atMost: 4 })
				},
				{ what: `${name}: memory more`, figure: memory(app.pid) - before, unit: 'MB' }
			);
		}
	}
	connection.close();
	return { goals };
}

async function middleOf(repeats: number, work: () => Promise<unknown>): Promise<number> {
	const times = [];
	for (let n = 0; n < repeats; n++) {
		const began = performance.now();
		await work();
		times.push(performance.now() - began);
	}
	return median(times);
}
