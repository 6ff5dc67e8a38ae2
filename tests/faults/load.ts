import { randomUUID } from 'node:crypto';
import { mulberry32 } from '#lib/learning/random.ts';
import { visitor, type Visitor } from '../support/visitor.ts';

/** One answer as a client sent it, and whether it was told that it is kept. */
export type Sent = {
	account: string;
	answerId: string;
	try: number;
	option: string;
	acknowledged: boolean;
};

export type Client = { email: string; visitor: Visitor; sent: Sent[] };

export type LoadReport = {
	sent: Sent[];
	retries: number;
	refused: Map<number, number>;
	gapsMs: number[];
};

const ITEM = 'Q-A1-03';

/**
 * Clients that answer a check of lesson A1 over and over. An answer without an acknowledgement is sent again, with the
 * same id, until it has one: what a person, or a queue on their device, would do.
 *
 * @param answers in all, divided over the clients
 * @param firstTry tries are counted on from here
 */
export async function answerUnderFire(
	clients: Client[],
	answers: number,
	seed: number,
	firstTry: number
): Promise<LoadReport> {
	const report: LoadReport = { sent: [], retries: 0, refused: new Map(), gapsMs: [] };
	await Promise.all(
		clients.map(async (client, index) => {
			const random = mulberry32(seed + index);
			for (let number = 1; number <= Math.ceil(answers / clients.length); number++) {
				const option = 'abc'[Math.floor(random() * 3)] ?? 'a';
				const one: Sent = {
					account: client.email,
					answerId: randomUUID(),
					try: firstTry + number,
					option,
					acknowledged: false
				};
				report.sent.push(one);
				client.sent.push(one);
				await untilAcknowledged(client.visitor, one, report);
				await new Promise((resolve) => setTimeout(resolve, random() * 20));
			}
		})
	);
	return report;
}

async function untilAcknowledged(from: Visitor, one: Sent, report: LoadReport): Promise<void> {
	const began = performance.now();
	let failed = false;
	for (;;) {
		const outcome = await send(from, one);
		if (outcome === 'kept') {
			one.acknowledged = true;
			if (failed) report.gapsMs.push(Math.round(performance.now() - began));
			return;
		}
		if (typeof outcome === 'number')
			report.refused.set(outcome, (report.refused.get(outcome) ?? 0) + 1);
		if (performance.now() - began > 60_000)
			throw new Error(`no acknowledgement within a minute: ${outcome}`);
		failed = true;
		report.retries += 1;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/** "kept" only when the app says so in a complete reply. */
async function send(from: Visitor, one: Sent): Promise<'kept' | number | 'no reply'> {
	try {
		const fields = { item: ITEM, answerId: one.answerId, try: String(one.try), option: one.option };
		const response = await from.post('/nl/lesson/a1?/check', fields, true);
		const body = await response.text();
		if (response.status !== 200) return response.status;
		return (JSON.parse(body) as { type: string }).type === 'success' ? 'kept' : response.status;
	} catch {
		return 'no reply';
	}
}

/** Signs people of the demo cast in, who have nothing to do with each other. */
export async function clientsOf(
	origin: string,
	emails: string[],
	password: string
): Promise<Client[]> {
	const clients: Client[] = [];
	for (const email of emails) {
		const person = visitor(origin);
		const response = await person.signIn(email, password);
		if (response.status !== 303) throw new Error(`${email} could not sign in: ${response.status}`);
		clients.push({ email, visitor: person, sent: [] });
	}
	return clients;
}
