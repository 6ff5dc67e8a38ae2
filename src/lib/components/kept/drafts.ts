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
	sending?: { saveId: string; cells: Cells };
};

export type Sent =
	| { kind: 'saved' | 'aside'; revision: number; at: Date }
	| { kind: 'unreachable' | 'signed-out' | 'refused' };

/** Longer than the server lets any request take. */
const PATIENCE_MS = 20_000;

/** Sends a draft until the server has all of it, keeping on the device how far it is. */
export async function send(draft: Draft, latest: () => Draft = () => draft): Promise<Sent> {
	for (let now = draft; ;) {
		now = { ...now, sending: now.sending ?? { saveId: crypto.randomUUID(), cells: now.cells } };
		await putDraft(now).catch(() => {});
		const sent = await post(now);
		if (sent.kind === 'refused') {
			await dropDraft(now).catch(() => {});
			return sent;
		}
		if (sent.kind !== 'saved' && sent.kind !== 'aside') return sent;
		const next: Draft = { ...latest(), base: sent.revision };
		delete next.sending;
		if (same(next.cells, now.sending!.cells)) {
			await dropDraft(now).catch(() => {});
			return sent;
		}
		now = next;
	}
}

async function post({ owner, field, path, columns, base, sending }: Draft): Promise<Sent> {
	const { saveId, cells } = sending!;
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
			const { kind } = await send(draft);
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
	base: number
): Draft {
	const { owner, tab, path } = around;
	return {
		...{ owner, tab, path, cells, base },
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
	else for (const draft of await draftsBy(owner).catch(() => [])) await send(draft);
	return (await draftsBy(owner).catch(() => [])).length;
}
