import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { keep, keptBy, settle, wipe } from './device.ts';
import { isAnswered, outcomeOf, pause, placeOf, type Kept, type Reply } from './kept-answers.ts';
import { inTurn } from './turn.ts';

/** Longer than the server lets any request take. */
const PATIENCE_MS = 20_000;

/** What tabs tell each other about one person: the device changed, the server changed, or the person left. */
type Message = { owner: string; kind: 'changed' | 'settled' | 'gone' };

export type Queue = ReturnType<typeof queueOf>;

/**
 * What one person answered on this device and the server does not have yet. One per tab.
 *
 * @param owner the pseudonym of who is signed in
 */
export function queueOf(owner: string) {
	let all = $state.raw<Kept[]>([]);
	let state = $state<'idle' | 'sending' | 'unreachable' | 'signed-out'>('idle');
	const waiting = $derived(all.filter((each) => !each.refused));
	const refused = $derived(all.filter((each) => each.refused));
	let closed = false;
	let failures = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tabs = new BroadcastChannel('kept-answers');
	const listening = new AbortController();

	/** Reads the device again. What cannot be read is as good as not there. */
	async function refresh(): Promise<void> {
		all = await keptBy(owner).catch(() => []);
	}
	const tell = (kind: Message['kind']) =>
		listening.signal.aborted || tabs.postMessage({ owner, kind });
	function changed(): Promise<void> {
		tell('changed');
		return refresh();
	}

	async function post(action: string, fields: Kept['fields']): Promise<Reply> {
		let status: number | undefined;
		try {
			const response = await fetch(action, {
				method: 'POST',
				// Whose answer it is goes along: somebody else may be signed in by now.
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true', 'x-kept-by': owner },
				// eslint-disable-next-line svelte/prefer-svelte-reactivity -- sent, not watched
				body: new URLSearchParams(fields),
				cache: 'no-store',
				signal: AbortSignal.timeout(PATIENCE_MS)
			});
			status = response.status;
			return { status, result: deserialize(await response.text()) };
		} catch {
			return { status };
		}
	}

	/** One by one and in order; stops when nothing gets through. Says whether the server settled any. */
	async function sendAll(): Promise<boolean> {
		let settled = false;
		state = 'sending';
		for (let last = 0; ;) {
			await refresh();
			const next = waiting.find((each) => each.seq > last);
			if (!next || closed) break;
			last = next.seq;
			const outcome = outcomeOf(await post(next.action, next.fields));
			if (outcome.kind === 'sent' || outcome.kind === 'refused') {
				await settle(next, outcome.kind === 'refused' ? outcome.why : undefined);
				failures = 0;
				settled = true;
				await changed();
			} else {
				failures++;
				if (outcome.kind === 'failing') continue;
				state = outcome.kind;
				return settled;
			}
		}
		state = 'idle';
		return settled;
	}

	/** Sends what waits. With `patient`, also after another tab that is sending now. */
	async function send(patient = true): Promise<void> {
		let settled = false;
		await inTurn(patient, async () => {
			settled = await sendAll();
		});
		await refresh();
		later();
		if (!settled) return;
		tell('settled');
		await invalidateAll();
	}

	/** The next attempt; signing in happens on a page, and a page that is looked at tries by itself. */
	function later(): void {
		clearTimeout(timer);
		if (waiting.length > 0 && !closed && state !== 'signed-out')
			timer = setTimeout(() => void send(false), pause(failures));
	}
	async function begin(): Promise<void> {
		failures = 0;
		await refresh();
		if (waiting.length > 0 && !closed) await send(false);
	}

	const { signal } = listening;
	addEventListener('online', begin, { signal });
	document.addEventListener('visibilitychange', () => document.hidden || begin(), { signal });
	tabs.onmessage = ({ data }: MessageEvent<Message>) => {
		if (data.owner !== owner) return;
		closed ||= data.kind === 'gone';
		if (data.kind === 'settled') void invalidateAll();
		void refresh();
	};
	void begin();

	return {
		get waiting() {
			return waiting;
		},
		get refused() {
			return refused;
		},
		/** What it is doing, or what stood in the way the last time. */
		get state() {
			return state;
		},
		refresh,
		send,

		/** Whether an answer to this question waits here. */
		holds(action: URL, item: string, tryNumber: number | undefined): boolean {
			const place = placeOf(action.pathname, item, tryNumber);
			return waiting.some((each) => each.place === place);
		},

		/** True once the answer is on the disk of this device; false when it is not, and will not be. */
		async keep(action: URL, form: FormData): Promise<boolean> {
			const fields = [...form].map(([name, value]): [string, string] => [name, String(value)]);
			if (closed || !isAnswered(fields)) return false;
			const item = String(form.get('item'));
			const place = placeOf(action.pathname, item, form.get('try'));
			try {
				await keep({ owner, place, action: action.pathname + action.search, fields, item });
			} catch {
				return false;
			}
			await changed();
			later();
			return true;
		},

		/** Whoever read that something was refused need not see it again. */
		async dismiss(): Promise<void> {
			for (const each of refused) await settle(each);
			await changed();
		},

		/** Signs out on the server, then leaves nothing on the device. False when the server was not reached: nothing happened. */
		async signOut(action: string): Promise<boolean> {
			const { kind } = outcomeOf(await post(action, []));
			// Signed out already is signed out as well.
			if (kind !== 'sent' && kind !== 'signed-out') return false;
			closed = true;
			clearTimeout(timer);
			tell('gone');
			await wipe(owner).catch(() => {});
			return true;
		},

		close(): void {
			closed = true;
			clearTimeout(timer);
			listening.abort();
			tabs.close();
		}
	};
}
