import { page } from '$app/state';

/** How long a run is left alone before it is saved. */
const SETTLE_MS = 900;

/** Saves where somebody is in a simulation, so that any device can go on there. Visitors keep nothing. */
export function keeperOf(simulation: string) {
	const path = page.url.pathname;
	let state = $state<'idle' | 'saved' | 'failed'>('idle');
	let waiting: Record<string, string> | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;

	/** What became of a run that is not the last one any more says nothing about the last one. */
	function told(what: typeof state) {
		if (!waiting) state = what;
	}
	async function send() {
		clearTimeout(timer);
		if (!waiting) return;
		const body = waiting;
		waiting = undefined;
		try {
			const response = await fetch(`${path}?/simulate`, {
				method: 'POST',
				// eslint-disable-next-line svelte/prefer-svelte-reactivity -- sent, not watched
				body: new URLSearchParams(body),
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				keepalive: true
			});
			const { type } = (await response.json()) as { type: string };
			told(type === 'success' ? 'saved' : 'failed');
		} catch {
			told('failed');
		}
	}

	return {
		get state() {
			return state;
		},
		/** @param meets whether this very run meets the challenge: the server works that out again */
		keep(run: URLSearchParams, meets: boolean) {
			if (page.data.visitor) return;
			state = 'idle';
			waiting = { simulation, state: run.toString(), ...(meets && { reached: '1' }) };
			clearTimeout(timer);
			timer = setTimeout(() => void send(), SETTLE_MS);
		},
		/** Whoever leaves does not wait. */
		flush: () => void send()
	};
}
