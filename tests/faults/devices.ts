import { expect } from 'vitest';
import { checkAll } from './checkers.ts';
import { acknowledge, answer, nothingSeen, post, untilKept, verdict } from './client.ts';
import type { Scenario } from './scenario.ts';
import { crowd, prepare, type Someone } from './setting.ts';
import { supervise } from './supervisor.ts';

const both: Scenario['databases'] = ['embedded', 'PostgreSQL'];

export const manyCopies: Scenario = {
	id: 'F10',
	title: 'one answer sent many times at once, and its id used for another answer',
	databases: both,
	always: ['PostgreSQL'],
	async run(ground, size) {
		const [perLearner, copies] = size === 'full' ? [125, 20] : [3, 8];
		const setting = await prepare(ground.place, 8);
		const app = await supervise(ground);
		const seen = nothingSeen();
		let others = 0;
		await Promise.all(
			setting.learners.map(async (who) => {
				for (let number = 1; number <= perLearner; number++) {
					const one = answer(who, number, 'abc'[Math.floor(ground.random() * 3)]!);
					seen.sent.push(one);
					const replies = await Promise.all(
						Array.from({ length: copies }, () => post(app.origin, who, one))
					);
					expect(replies.map(verdict)).toEqual(Array(copies).fill('kept'));
					expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
					acknowledge(one, seen);
					const other = { ...one, option: one.option === 'a' ? 'b' : 'a' };
					expect(verdict(await post(app.origin, who, other))).toBe('failure 409');
					others += 1;
				}
			})
		);
		ground.note({
			acknowledged: seen.acks,
			copies: seen.acks * copies,
			'other answers, 409': others
		});
		await checkAll(ground, setting, seen, app);
	}
};

export const twoDevices: Scenario = {
	id: 'F11',
	title: 'two devices answer the same question differently at the same moment',
	databases: both,
	async run(ground, size) {
		const setting = await prepare(ground.place, crowd(size));
		const app = await supervise(ground);
		const seen = nothingSeen();
		const { learners } = setting;
		const rounds = size === 'full' ? 13 : 3;
		async function round(who: Someone, number: number): Promise<void> {
			const [one, other] = ['a', 'b'].map((option) => answer(who, number, option));
			seen.sent.push(one!, other!);
			const verdicts = await Promise.all(
				[one!, other!].map(async (each) => verdict(await post(app.origin, who, each)))
			);
			expect(verdicts.toSorted()).toEqual(['failure 409', 'kept']);
			acknowledge(verdicts[0] === 'kept' ? one! : other!, seen);
		}
		for (let number = 1; number <= rounds; number++)
			for (let at = 0; at < learners.length; at += 8)
				await Promise.all(learners.slice(at, at + 8).map((who) => round(who, number)));
		ground.note({ acknowledged: seen.acks, 'second device, 409': seen.sent.length - seen.acks });
		await checkAll(ground, setting, seen, app);
		// The device that was told so goes on from what counts.
		const next = answer(learners[0]!, rounds + 1, 'b');
		expect(await untilKept(app.origin, learners[0]!, next, seen, ground.random)).toBe(false);
	}
};
