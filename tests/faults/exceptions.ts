import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { checkAll } from './checkers.ts';
import { read, type Reply, type NoReply } from './client.ts';
import { withProxyToDatabase } from './connections.ts';
import { noteLoad, underLoad } from './load.ts';
import type { Scenario } from './scenario.ts';
import type { Setting } from './setting.ts';

/** Asks as people who may not: whatever goes wrong in the database, none of them is let in. */
async function intrude(origin: string, { learners, cohortId }: Setting, isOver: () => boolean) {
	const nobody = { id: '', name: '', cookie: '' };
	const granted: string[] = [];
	let asked = 0;
	const look = (who: string, page: Reply | NoReply) => {
		asked += 1;
		if (page.status === 200) granted.push(who);
	};
	while (!isOver()) {
		look('learner', await read(origin, learners[0]!, `/nl/manage/${cohortId}`));
		look('learner', await read(origin, learners[0]!, '/nl/admin'));
		look('nobody', await read(origin, nobody, `/nl/manage/${cohortId}/people.csv`));
		look('nobody', await read(origin, nobody, '/nl/course'));
		await pause(20);
	}
	return { asked, granted };
}

export const exceptions: Scenario = {
	id: 'F18',
	title: 'one in a hundred statements fails in PostgreSQL',
	databases: ['PostgreSQL'],
	async run(ground, size) {
		const between = await withProxyToDatabase(ground, size);
		const { setting, app, proxy } = between;
		let failed = 0;
		proxy.treat({
			// A word that is none: PostgreSQL refuses the statement, which is as long as it was.
			garble(asked) {
				const text = asked.toString('latin1');
				if (!/\b(select|insert|update) /.test(text) || ground.random() > 0.01) return asked;
				failed += 1;
				return Buffer.from(
					text.replace(/\b(select|insert|update) /, (word) => `zz${word.slice(2)}`),
					'latin1'
				);
			}
		});
		let over = false;
		const intruders = intrude(app.origin, setting, () => over);
		const answers = size === 'full' ? 4000 : 300;
		const result = await underLoad(ground, setting, app.origin, { answers });
		over = true;
		const { asked, granted } = await intruders;
		proxy.treat({});
		noteLoad(ground, result);
		ground.note({
			'statements that failed': failed,
			'asked without leave': asked,
			granted: granted.length
		});
		expect(failed).toBeGreaterThan(0);
		expect(granted).toEqual([]);
		expect(app.ends).toEqual([]);
		await checkAll(ground, setting, result.seen, app);
	}
};
