import { randomUUID } from 'node:crypto';
import { mulberry32 } from '#lib/learning/random.ts';
import type { Someone } from './setting.ts';

export const ITEM = 'Q-A1-03';

/** Milliseconds after which a client gives up and the test fails: something is not coming back. */
const LONGEST = 45_000;

/** One answer as it was sent, and whether the app said that it is kept. */
export type Sent = {
	learner: string;
	answerId: string;
	try: number;
	option: string;
	acknowledged: boolean;
};

/** What the clients saw, together. */
export type Seen = {
	sent: Sent[];
	acks: number;
	retries: number;
	/** Every reply that was no acknowledgement, by status; when there was none, why. */
	refusals: Map<string, number>;
	slowest: number;
	/** Called with each acknowledgement, for the stopwatch after a kill. */
	onAck: () => void;
	/** Acknowledged answers that the next read did not show: there may be none. */
	unseen: string[];
	readsAfterAck: number;
};

export function nothingSeen(): Seen {
	return {
		sent: [],
		acks: 0,
		retries: 0,
		refusals: new Map(),
		slowest: 0,
		onAck: () => {},
		unseen: [],
		readsAfterAck: 0
	};
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export type Reply = { status: number; headers: Headers; text: string };
/** Why there was no reply, as the system calls it. */
export type NoReply = { status?: undefined; headers?: undefined; text?: undefined; why: string };

/** A request that is timed and never waited for longer than a person would. */
export async function ask(url: string, init: RequestInit, seen?: Seen): Promise<Reply | NoReply> {
	const began = performance.now();
	try {
		const response = await fetch(url, {
			...init,
			redirect: 'manual',
			signal: AbortSignal.timeout(20_000)
		});
		return { status: response.status, headers: response.headers, text: await response.text() };
	} catch (error) {
		const { name, cause } = error as Error & { cause?: { code?: string } };
		return { why: cause?.code ?? name };
	} finally {
		if (seen) seen.slowest = Math.max(seen.slowest, performance.now() - began);
	}
}

export const read = (origin: string, who: Someone, path: string, seen?: Seen) =>
	ask(origin + path, { headers: { accept: 'text/html', cookie: who.cookie } }, seen);

/** Answers the check again and again, each with its own id; what is not acknowledged is sent again until it is. */
export async function answerOn(
	origin: string,
	who: Someone,
	answers: number,
	seed: number,
	seen: Seen,
	goOn: () => boolean = () => true
): Promise<void> {
	const random = mulberry32(seed);
	for (let number = 1; number <= answers && goOn(); number++) {
		const option = 'abc'[Math.floor(random() * 3)]!;
		const one = answer(who, number, option);
		seen.sent.push(one);
		const retried = await untilKept(origin, who, one, seen, random);
		// Always after trouble, and now and then otherwise.
		if (retried || random() < 0.1) await readBack(origin, who, one, seen);
		await pause(random() * 20);
	}
}

export function acknowledge(one: Sent, seen: Seen): void {
	one.acknowledged = true;
	seen.acks += 1;
	seen.onAck();
}

/** Sends it again and again until it is kept; gives whether it took more than once. */
export async function untilKept(
	origin: string,
	who: Someone,
	one: Sent,
	seen: Seen,
	random: () => number
): Promise<boolean> {
	const began = performance.now();
	for (let tries = 0; ; tries++) {
		const status = verdict(await post(origin, who, one, seen));
		if (status === 'kept') {
			acknowledge(one, seen);
			return tries > 0;
		}
		seen.refusals.set(status, (seen.refusals.get(status) ?? 0) + 1);
		seen.retries += 1;
		if (performance.now() - began > LONGEST)
			throw new Error(`nothing was saved for ${LONGEST} ms; the last reply: ${status}`);
		await pause(50 + random() * 100);
	}
}

/** An answer that was not sent yet. */
export const answer = (who: Someone, number: number, option: string): Sent => ({
	...{ learner: who.id, answerId: randomUUID(), try: number, option },
	acknowledged: false
});

/** Sends an answer as the browser's script does it. */
export function post(origin: string, who: Someone, one: Sent, seen?: Seen) {
	const { answerId, option } = one;
	const body = new URLSearchParams({ item: ITEM, answerId, try: String(one.try), option });
	const headers = {
		accept: 'application/json',
		'x-sveltekit-action': 'true',
		origin,
		cookie: who.cookie
	};
	return ask(`${origin}/nl/lesson/a1?/check`, { method: 'POST', body, headers }, seen);
}

/** What a reply says became of an answer; kept only when the app says so in a complete reply. */
export function verdict(reply: Reply | NoReply): string {
	if (reply.status === undefined) return reply.why;
	if (reply.status !== 200)
		return `${reply.status}${reply.headers.has('retry-after') ? ' retry-after' : ''}`;
	const { type, status } = JSON.parse(reply.text) as { type: string; status: number };
	return type === 'success' ? 'kept' : `${type} ${status}`;
}

/** The lesson offers the try after the one that is kept. */
async function readBack(origin: string, who: Someone, one: Sent, seen: Seen): Promise<void> {
	const began = performance.now();
	for (;;) {
		const page = await read(origin, who, `/nl/lesson/a1?again=${ITEM}`, seen);
		if (page.status === 200) {
			const next = /name="try" value="(\d+)"/.exec(page.text)?.[1];
			seen.readsAfterAck += 1;
			if (Number(next) !== one.try + 1)
				seen.unseen.push(`${who.name} try ${one.try}: the page offers ${next}`);
			return;
		}
		const reply = `read ${page.status ?? page.why}`;
		seen.refusals.set(reply, (seen.refusals.get(reply) ?? 0) + 1);
		if (performance.now() - began > LONGEST)
			throw new Error(`nothing could be read for ${LONGEST} ms: ${reply}`);
		await pause(50);
	}
}
