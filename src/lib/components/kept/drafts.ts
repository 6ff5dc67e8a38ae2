import { deserialize } from '$app/forms';
import type { Cells, Field } from '#lib/course/exercise.ts';
import { cellName, same } from '#lib/learning/cells.ts';
import { draftsBy, dropDraft, putDraft, wipeDrafts } from './drafts-device.ts';
import { outcomeOf } from './kept-answers.ts';

/** What is being written in one field of the canvas, in one tab, until the server has acknowledged it. */
export type Draft = {
	/** The pseudonym of who writes. */
	owner: string;
	field: string;
	/** Of one page load. */
	tab: string;
	/** Path of the exercise. */
	path: string;
	columns: string[];
	cells: Cells;
	/** The version that was there when this was begun. */
	base: number;
	/** What is under way: sent again as it was, so that a lost acknowledgement makes no second version. */
	sending?: Sending;
};
export type Sending = { saveId: string; cells: Cells };

export type Sent =
	| { kind: 'saved' | 'aside'; revision: number; at: Date }
	| { kind: 'unreachable' | 'signed-out' | 'refused' };

/** Longer than the server lets any request take. */
const PATIENCE_MS = 20_000;

/** What goes to the server now, under a name of its own. */
export const begin = (cells: Cells): Sending => ({ saveId: crypto.randomUUID(), cells });

/** Sends what is under way, once. It stays on the device as it is until somebody knows what became of it. */
export async function sendOnce(draft: Draft & { sending: Sending }): Promise<Sent> {
	await putDraft(draft).catch(() => {});
	return post(draft);
}

/** Sends a draft that nobody is writing any more, until the server has all of it. */
async function sendWhole(draft: Draft): Promise<Sent> {
	for (let now = draft; ;) {
		const sending = now.sending ?? begin(now.cells);
		const sent = await sendOnce({ ...now, sending });
		const done = sent.kind === 'saved' || sent.kind === 'aside';
		if (sent.kind === 'refused' || (done && same(now.cells, sending.cells)))
			await dropDraft(now).catch(() => {});
		if (!done || same(now.cells, sending.cells)) return sent;
		now = { ...draft, base: sent.revision };
		delete now.sending;
	}
}

async function post({
	owner,
	field,
	path,
	columns,
	base,
	sending
}: Draft & { sending: Sending }): Promise<Sent> {
	const { saveId, cells } = sending;
	const body = new URLSearchParams([
		['saveId', saveId],
		[`base:${field}`, String(base)],
		...columns.map((column) => [cellName(field, 0, column), '']),
		...cells.flatMap((row, at) =>
			row.map((cell, index) => [cellName(field, at, columns[index]!), cell])
		)
	]);
	let status: number | undefined;
	try {
		const response = await fetch(`${path}?/save`, {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true', 'x-kept-by': owner },
			body,
			cache: 'no-store',
			signal: AbortSignal.timeout(PATIENCE_MS)
		});
		status = response.status;
		const result = deserialize<SavedFields, SavedFields>(await response.text());
		const outcome = outcomeOf({ status, result });
		const saved =
			result.type === 'success' || result.type === 'failure'
				? result.data?.fields?.[field]
				: undefined;
		if (saved) return { kind: saved.kind, revision: saved.revision, at: saved.at };
		if (outcome.kind === 'signed-out' || outcome.kind === 'unreachable') return outcome;
		return { kind: outcome.kind === 'failing' ? 'unreachable' : 'refused' };
	} catch {
		return { kind: status === 401 ? 'signed-out' : 'unreachable' };
	}
}
type SavedFields = {
	fields?: Record<string, { kind: 'saved' | 'aside'; revision: number; at: Date }>;
};

/** The name of the lock that a tab holds as long as it lives. */
const lockOf = (tab: string) => `canvas ${tab}`;

/** Says that this tab lives, until it does not. */
export function live(tab: string): void {
	void navigator.locks?.request(lockOf(tab), () => new Promise(() => {}));
}

/** Sends what tabs left behind that are no more. Says whether anything reached the server. */
export async function adopt(owner: string): Promise<boolean> {
	let any = false;
	for (const draft of await draftsBy(owner).catch(() => [])) {
		const work = async () => {
			const { kind } = await sendWhole(draft);
			any ||= kind === 'saved' || kind === 'aside';
		};
		if (navigator.locks)
			await navigator.locks.request(lockOf(draft.tab), { ifAvailable: true }, (lock) =>
				lock ? work() : undefined
			);
		else await work();
	}
	return any;
}

/** A draft of what stands in a field now. */
export function draftOf(
	field: { id: string; columns: { id: Field['id'] }[] },
	around: Pick<Draft, 'owner' | 'tab' | 'path'>,
	cells: Cells,
	base: number,
	sending: Sending | undefined
): Draft {
	const { owner, tab, path } = around;
	return {
		...{ owner, tab, path, cells, base },
		...(sending && { sending }),
		field: field.id,
		columns: field.columns.map(({ id }) => id)
	};
}

/**
 * Sends what is still here of somebody who is about to leave.
 *
 * @param wipe takes it off the device instead: they have left, or said that it may go
 * @returns how many fields the server does not have
 */
export async function unsent(owner: string, wipe = false): Promise<number> {
	if (wipe) await wipeDrafts(owner).catch(() => {});
	else for (const draft of await draftsBy(owner).catch(() => [])) await sendWhole(draft);
	return (await draftsBy(owner).catch(() => [])).length;
}
