import type { SubmitFunction } from '@sveltejs/kit';
import { invalidateAll } from '$app/navigation';
import { isUnreachable } from '../kept/kept-answers.ts';
import { keeper } from './keeper.svelte.ts';

/**
 * Where a form is with what was typed in it. `failed` and `signed-out` mean: not saved, and still on the screen.
 * `kept` means: on the disk of this device, and not on the server.
 */
export type SaveState = 'idle' | 'busy' | 'failed' | 'signed-out' | 'kept';

/** A server that does not answer for so long is not there: longer than it lets any request take. */
const PATIENCE_MS = 20_000;

/**
 * For `use:enhance`: sends the form without leaving the page and without emptying it. When the server cannot be
 * reached the form stays as it was, and says so; sending it again is safe, because every answer carries its own id.
 *
 * @param waits for a form that may be kept on this device: whether an earlier answer to its question is there
 */
export function saving(
	after?: (succeeded: boolean) => void | Promise<void>,
	waits?: () => boolean
): {
	readonly state: SaveState;
	submit: SubmitFunction;
} {
	let state = $state<SaveState>('idle');

	async function keep(action: URL, form: FormData): Promise<void> {
		state = waits && (await keeper.queue?.keep(action, form)) ? 'idle' : 'failed';
	}
	/** Through the queue, so that the older answer cannot overtake this one; the server has the last word. */
	async function replace(action: URL, form: FormData): Promise<void> {
		await keep(action, form);
		if (state === 'failed') return;
		await keeper.queue?.send();
		if (!waits?.()) await after?.(true);
	}
	return {
		get state() {
			return state === 'idle' && waits?.() ? 'kept' : state;
		},
		submit: ({ action, formData, controller, cancel }) => {
			const replaces = waits?.();
			state = 'busy';
			if (replaces) {
				cancel();
				void replace(action, formData);
				return;
			}
			controller.signal.addEventListener('abort', () => void keep(action, formData));
			const patience = waits && setTimeout(() => controller.abort(), PATIENCE_MS);
			return async ({ result, update }) => {
				clearTimeout(patience);
				if (result.type === 'error') {
					if (isUnreachable(result.status)) return keep(action, formData);
					state = result.status === 401 ? 'signed-out' : 'failed';
					return;
				}
				// Some answers bring the page as it is from then on; else it is asked for.
				const brought = 'data' in result && result.data?.view !== undefined;
				await update({ reset: false, invalidateAll: !brought });
				// Another device was first: what it left is what this page has to show.
				if (result.type === 'failure' && result.status === 409 && !brought) await invalidateAll();
				state = 'idle';
				await after?.(result.type === 'success');
			};
		}
	};
}
