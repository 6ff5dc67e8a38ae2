import { findLesson } from '#lib/course/outline.ts';
import { mulberry32 } from '#lib/learning/random.ts';
import type { Account } from '#lib/server/accounts.ts';
import { course, itemOf } from '#lib/server/course.ts';
import type { CohortRow } from '#lib/server/db/cohorts.ts';
import { cohort, member, person, start } from '../../support/people.ts';
import { isDeath, type Memory } from './memory.ts';
import { placeOf, serve, type Reply, type Request } from './request.ts';

/** What the network and the machine do to one request. */
export type Fate = 'fine' | 'never arrives' | 'nobody hears' | { dies: number };

/** A phone or laptop of one person: what its page shows, and what it keeps until the server has it. */
export type Device = {
	who: Account;
	online: boolean;
	/** The try that its page offers, per item; absent: the first. */
	tries: Map<string, number>;
	/** The version its page had, per field of the canvas. */
	bases: Map<string, number>;
	attempt?: { id: string; items: string[] };
	waiting: Request[];
};

export type People = { learners: Account[]; manager: Account; cohort: CohortRow };

/** Those who are there before any history. */
export async function settle({ db }: Memory): Promise<People> {
	const manager = await person(db, { role: 'manager' });
	const own = await cohort(db, manager, { sees: 'bands' });
	const learners = [];
	for (let number = 0; number < 3; number++) {
		const who = await person(db, { name: `Person ${number}` });
		await member(db, own, who);
		learners.push(who);
	}
	return { learners, manager, cohort: own };
}

export const lessons = ['a1', 'a2'].map((id) => findLesson(course, id)!.lesson);
export const checks = lessons.flatMap((lesson) =>
	lesson.checks.map((id) => ({ lesson: lesson.id, item: itemOf(id)! }))
);
export const predictions = lessons.flatMap((lesson) =>
	lesson.predictions.map(({ id }) => ({ lesson: lesson.id, prediction: id }))
);
export const fields = course.exercises[0]!.fields.filter(({ kind }) => kind === 'text').slice(0, 2);

/** One history as it goes: who has which device, what was given, and what the server said of it. */
export class World {
	now = start;
	readonly devices: Device[];
	readonly erased = new Set<string>();
	/** Everything that was given, whether it was sent or not. */
	readonly given: Request[] = [];
	readonly kept: { request: Request; reply: Reply & { kind: 'kept' } }[] = [];
	readonly refused: { request: Request; why: string }[] = [];
	readonly counts = { steps: 0, deaths: 0, replays: 0, looks: 0 };
	private readonly random: () => number;

	constructor(
		readonly memory: Memory,
		readonly people: People,
		seed: number
	) {
		this.random = mulberry32(seed);
		this.devices = people.learners.flatMap((who) =>
			[1, 2].map(() => ({
				...{ who, online: true },
				...{ tries: new Map(), bases: new Map(), waiting: [] }
			}))
		);
	}

	/** An id as a device makes one, the same for the same seed. */
	id(): string {
		const hex = Array.from({ length: 32 }, () => Math.floor(this.random() * 16).toString(16));
		hex[12] = '4';
		hex[16] = '8';
		return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	}

	/** Gives an answer on a device. What is waiting there for the same place gives way to it and leaves it its id. */
	async give(device: Device, made: Request, fate: Fate): Promise<void> {
		const at = device.waiting.findIndex((each) => placeOf(each) === placeOf(made));
		const request = at < 0 ? made : { ...made, id: device.waiting[at]!.id };
		if (at >= 0) device.waiting.splice(at, 1);
		this.given.push(request);
		if (device.online && (await this.send(request, fate))) return;
		device.waiting.push(request);
	}

	/** Sends what waits on a device, in order, until something does not get through. */
	async flush(device: Device, fate: Fate): Promise<void> {
		while (device.online && device.waiting.length > 0) {
			const settled = await this.send(device.waiting[0]!, fate);
			if (!settled) return;
			device.waiting.shift();
		}
	}

	/** True when the device heard what became of it. */
	async send(request: Request, fate: Fate): Promise<boolean> {
		// Whoever erased themselves is signed out everywhere.
		if (fate === 'never arrives' || this.erased.has(request.who)) return false;
		const reply = await this.serve(fate, () => serve(this.memory.db, request, this.now));
		if (!reply || fate === 'nobody hears') return false;
		if (reply.kind === 'kept') this.kept.push({ request, reply });
		else this.refused.push({ request, why: reply.why });
		return true;
	}

	/** Has the server do something; undefined when it died of it. */
	async serve<T>(fate: Fate, work: () => Promise<T>): Promise<T | undefined> {
		if (typeof fate === 'string') return work();
		try {
			return await this.memory.dyingAt(fate.dies, work);
		} catch (error) {
			if (!isDeath(error)) throw error;
			this.counts.deaths += 1;
			return undefined;
		}
	}
}
