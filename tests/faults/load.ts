import { setTimeout as pause } from 'node:timers/promises';
import { answerOn, nothingSeen, type Seen } from './client.ts';
import { spread, type Ground } from './scenario.ts';
import type { Setting } from './setting.ts';

const CLIENTS = 8;

type Load = {
	answers: number;
	/** How often something strikes meanwhile, spread at random over the answers. */
	strikes?: number;
	strike?: () => Promise<unknown>;
};

export type Result = {
	seen: Seen;
	/** Milliseconds from each strike to the next acknowledgement. */
	recovered: number[];
	seconds: number;
};

/** Eight clients answer for all learners in turn, until everything is acknowledged, whatever strikes. */
export async function underLoad(
	ground: Ground,
	{ learners }: Setting,
	origin: string,
	{ answers, strikes = 0, strike = async () => {} }: Load
): Promise<Result> {
	const began = performance.now();
	const seen = nothingSeen();
	const recovered: number[] = [];
	const share = (index: number) =>
		Math.floor(answers / learners.length) + (index < answers % learners.length ? 1 : 0);
	const clients = Array.from({ length: Math.min(CLIENTS, learners.length) }, async (_, client) => {
		for (let index = client; index < learners.length; index += CLIENTS)
			await answerOn(origin, learners[index]!, share(index), ground.seed + index, seen);
	});
	let over = false;
	const done = Promise.all(clients).finally(() => (over = true));
	for (let number = 1; number <= strikes && !over; number++) {
		const after = ((number - ground.random() * 0.8) * answers) / (strikes + 1);
		while (!over && seen.acks < after) await pause(5);
		const back = new Promise<void>((resolve) => (seen.onAck = resolve));
		const struck = performance.now();
		await strike();
		await Promise.race([done, back]);
		recovered.push(performance.now() - struck);
	}
	await done;
	return { seen, recovered, seconds: (performance.now() - began) / 1000 };
}

/** What the clients saw, for the table. */
export function noteLoad(ground: Ground, { seen, recovered, seconds }: Result): void {
	const refusals = [...seen.refusals].map(([reply, count]) => `${reply} ×${count}`).join(', ');
	ground.note({
		...(recovered.length > 0 && { strikes: recovered.length }),
		acknowledged: seen.acks,
		sent: seen.sent.length,
		retries: seen.retries,
		'read back': seen.readsAfterAck,
		...spread('back after', recovered),
		'slowest request (ms)': Math.round(seen.slowest),
		seconds: Math.round(seconds),
		...(refusals && { 'other replies': refusals })
	});
}
