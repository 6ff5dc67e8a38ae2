import { expect } from 'vitest';
import { carrier, deliver, post, type Carrier } from '#lib/server/mail.ts';
import { outbox } from '#lib/server/db/schema.ts';
import { mailServer } from '../support/mail-server.ts';
import { freePort } from '../support/postgres.ts';
import type { Scenario } from './scenario.ts';
import { inDatabase } from './setting.ts';

const MINUTE = 60_000;
const start = new Date('2026-11-02T09:00:00Z');

export const mailDown: Scenario = {
	id: 'F20',
	title: 'the mail server is down, and the process dies after a letter was sent',
	databases: ['embedded', 'PostgreSQL'],
	async run(ground, size) {
		const [letters, minutesDown] = [size === 'full' ? 200 : 40, 5];
		const port = await freePort();
		const options = { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'course@test.example' };
		const carry = carrier({ ...options, dataDir: ground.place.dataDir });
		// One letter in ten is sent by a process that dies before it could write that down.
		let deaths = 0;
		const dying: Carrier = async (letter) => {
			const outcome = await carry(letter);
			if (ground.random() > 0.1) return outcome;
			deaths += 1;
			throw new Error('died');
		};
		const came = await inDatabase(ground.place, async (db) => {
			for (let number = 0; number < letters; number++)
				await post(
					db,
					{ recipient: `person-${number}@test.example`, subject: 'Hello', body: 'Hello' },
					start
				);
			let server: Awaited<ReturnType<typeof mailServer>> | undefined;
			for (let minute = 0; minute < 12 * 60; minute++) {
				if (minute === minutesDown) server = await mailServer(port);
				const now = new Date(start.getTime() + minute * MINUTE);
				// Two processes look at the same outbox.
				await Promise.all([deliver(db, dying, now), deliver(db, dying, now)]);
				const rows = await db.select().from(outbox);
				if (rows.every(({ sentAt }) => sentAt !== null)) break;
			}
			const rows = await db.select().from(outbox);
			expect(rows.filter(({ sentAt }) => sentAt === null)).toEqual([]);
			await server!.close();
			return server!.mails.flatMap(({ to }) => to);
		});
		const times = new Map<string, number>();
		for (const to of came) times.set(to, (times.get(to) ?? 0) + 1);
		ground.note({
			letters,
			arrived: times.size,
			'died after sending': deaths,
			'sent more than once': [...times.values()].filter((count) => count > 1).length
		});
		expect(times.size).toBe(letters);
		// Every one once, and once more for each process that died in between.
		expect(came).toHaveLength(letters + deaths);
	}
};
