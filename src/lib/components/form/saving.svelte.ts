import type { SubmitFunction } from '@sveltejs/kit';
import { invalidateAll } from '$app/navigation';

/** Where a form is with what was typed in it. `failed` and `signed-out` mean: not saved, and still on the screen. */
export type SaveState = 'idle' | 'busy' | 'failed' | 'signed-out';

/**
 * For `use:enhance`: sends the form without leaving the page and without emptying it. When the server cannot be
 * reached the form stays as it was, and says so; sending it again is safe, because every answer carries its own id.
 */
export function saving(after?: (succeeded: boolean) => void | Promise<void>): {
	readonly state: SaveState;
	submit: SubmitFunction;
} {
	let state = $state<SaveState>('idle');
	return {
		get state() {
			return state;
		},
		submit: () => {
			state = 'busy';
			return async ({ result, update }) => {
				if (result.type === 'error') {
					state = result.status === 401 ? 'signed-out' : 'failed';
					return;
				}
				await update({ reset: false });
				// Another device was first: what it left is what this page has to show.
				if (result.type === 'failure' && result.status === 409) await invalidateAll();
				state = 'idle';
				await after?.(result.type === 'success');
			};
		}
	};
}
