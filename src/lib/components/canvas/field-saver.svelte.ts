import type { Cells } from '#lib/course/exercise.ts';
import { same } from '#lib/learning/cells.ts';
import { dropDraft, putDraft } from '../kept/drafts-device.ts';
import { begin, draftOf, sendOnce, type Draft, type Sending } from '../kept/drafts.ts';
import { pause } from '../kept/kept-answers.ts';

/** Where what stands in a field is: on the server, on its way there, on this device, or only on the screen. */
export type SaverState =
	'none' | 'saved' | 'busy' | 'typing' | 'device' | 'failed' | 'refused' | 'signed-out' | 'aside';

/** So long after the last change a field is sent. */
const REST_MS = 900;

type Given = {
	id: string;
	columns: { id: string }[];
	cells: Cells;
	revision: number;
	savedAt?: Date | undefined;
};

/**
 * Keeps one field of the canvas: on this device with every change, on the server a moment later.
 *
 * @param around whose it is, in which tab, and where it is sent
 * @param told called when the server has another version than the one that was written here
 */
export function fieldSaver(
	given: Given,
	around: Pick<Draft, 'owner' | 'tab' | 'path'>,
	told: () => void
) {
	let cells = given.cells;
	let base = given.revision;
	let state = $state<SaverState>(given.savedAt ? 'saved' : 'none');
	let savedAt = $state(given.savedAt);
	let revision = $state(given.revision);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let sending: Promise<void> | undefined;
	let failures = 0;
	/** What the server has, as far as this page knows. */
	let onServer = given.cells;
	/** What is on its way, and stays so until it is known what became of it. */
	let pending: Sending | undefined;
	const draft = () => draftOf(given, around, cells, base, pending);

	async function keep(): Promise<void> {
		const kept = cells;
		try {
			await putDraft(draft());
			if (same(kept, cells) && state === 'typing') state = 'device';
		} catch {
			if (state === 'typing' || state === 'device') state = 'failed';
		}
	}

	async function sendAll(): Promise<void> {
		state = 'busy';
		for (;;) {
			pending ??= begin(cells);
			const { cells: under } = pending;
			const sent = await sendOnce({ ...draft(), sending: pending });
			if (sent.kind !== 'saved' && sent.kind !== 'aside') return notSent(sent.kind);
			failures = 0;
			pending = undefined;
			base = sent.revision;
			onServer = under;
			if (!same(cells, under)) continue;
			await dropDraft(draft()).catch(() => {});
			// Something was typed while the device was tidied up.
			if (!same(cells, under)) continue;
			state = sent.kind;
			if (sent.kind === 'aside') return told();
			revision = sent.revision;
			savedAt = sent.at;
			return;
		}
	}
	async function notSent(kind: 'unreachable' | 'signed-out' | 'refused'): Promise<void> {
		if (kind === 'refused') pending = undefined;
		state = kind === 'unreachable' ? 'typing' : kind;
		await keep();
		if (kind !== 'unreachable') return;
		failures++;
		later(pause(failures));
	}
	function later(wait: number): void {
		clearTimeout(timer);
		timer = setTimeout(() => void flush(), wait);
	}
	/** Sends what the server does not have; resolves when it has it, or cannot be reached. */
	async function flush(): Promise<void> {
		clearTimeout(timer);
		if (sending) {
			await sending;
			if (same(cells, onServer)) return;
		}
		if (same(cells, onServer)) return;
		sending = sendAll().finally(() => (sending = undefined));
		return sending;
	}

	return {
		get state() {
			return state;
		},
		/** The version that the next save goes on from: the one that counts, or one of this field's own that stands aside. */
		get base() {
			return base;
		},
		get revision() {
			return revision;
		},
		get savedAt() {
			return savedAt;
		},
		/** Whether everything that stands here is on the server. */
		get settled() {
			return same(cells, onServer);
		},
		change(next: Cells): void {
			cells = next;
			if (same(cells, onServer) && !sending) return;
			if (state !== 'busy') state = 'typing';
			void keep();
			later(REST_MS);
		},
		flush,
		/** The server has this now, from elsewhere or because it was chosen. */
		replace(next: Cells, number: number, at: Date | undefined): void {
			cells = onServer = next;
			base = revision = number;
			savedAt = at;
			state = at ? 'saved' : 'none';
		}
	};
}
export type FieldSaver = ReturnType<typeof fieldSaver>;
