import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import * as device from './device.ts';
import { isAnswered, outcomeOf, pause, placeOf, type Kept, type Reply } from './kept-answers.ts';
import { inTurn } from './turn.ts';

/** Longer than the server lets any request take. */
const PATIENCE_MS = 20_000;

type Message = { owner: string; kind: 'changed' | 'settled' | 'gone' };

/** What one person answered on this device and the server does not have yet. One per tab; tabs tell each other. */
export class Queue {
	#kept = $state.raw<Kept[]>([]);
	readonly waiting = $derived(this.#kept.filter((each) => !each.refused));
	readonly refused = $derived(this.#kept.filter((each) => each.refused));
	sending = $state(false);
	/** What stood in the way the last time. */
	trouble = $state<'unreachable' | 'signed-out' | undefined>();

	#owner: string;
	#closed = false;
	#failures = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#tabs = new BroadcastChannel('kept-answers');
	#listening = new AbortController();

	/** @param owner the pseudonym of who is signed in */
	constructor(owner: string) {
		this.#owner = owner;
		const { signal } = this.#listening;
		const again = () => void this.#begin();
		addEventListener('online', again, { signal });
		document.addEventListener('visibilitychange', () => document.hidden || again(), { signal });
		this.#tabs.addEventListener('message', ({ data }: MessageEvent<Message>) => this.#hear(data), {
			signal
		});
		again();
	}

	/** Whether an answer to this question waits here. */
	holds(action: URL, item: string, tryNumber?: number): boolean {
		const place = placeOf(action.pathname, item, tryNumber);
		return this.waiting.some((each) => each.place === place);
	}

	/** True once the answer is on the disk of this device; false when it is not, and will not be. */
	async keep(action: URL, form: FormData): Promise<boolean> {
		const fields = [...form].filter(
			(field): field is [string, string] => !(field[1] instanceof File)
		);
		if (this.#closed || !isAnswered(fields)) return false;
		const item = String(form.get('item'));
		const place = placeOf(action.pathname, item, form.get('try'));
		const path = action.pathname + action.search;
		try {
			await device.keep({ owner: this.#owner, place, action: path, fields, item });
		} catch {
			return false;
		}
		await this.#changed();
		this.#later();
		return true;
	}

	/** Sends what waits, one by one and in order. With `patient`, also after another tab that is sending now. */
	async send(patient = true): Promise<void> {
		clearTimeout(this.#timer);
		let settled = false;
		await inTurn(patient, async (mayGoOn) => {
			this.sending = true;
			this.trouble = undefined;
			for (let last = 0; await mayGoOn();) {
				await this.refresh();
				const next = this.waiting.find((each) => each.seq > last);
				if (!next) break;
				last = next.seq;
				const outcome = outcomeOf(await this.#post(next.action, next.fields));
				if (outcome.kind === 'sent' || outcome.kind === 'refused') {
					await device.settle(next, outcome.kind === 'refused' ? outcome.why : undefined);
					this.#failures = 0;
					settled = true;
					await this.#changed();
				} else {
					this.#failures++;
					if (outcome.kind === 'failing') continue;
					this.trouble = outcome.kind;
					break;
				}
			}
		}).catch(() => (this.trouble = 'unreachable'));
		this.sending = false;
		await this.refresh();
		this.#later();
		if (!settled) return;
		this.#tell('settled');
		await invalidateAll();
	}

	/** Reads the device again. What cannot be read is as good as not there. */
	async refresh(): Promise<void> {
		this.#kept = await device.keptBy(this.#owner).catch(() => []);
	}

	/** Whoever read that something was refused need not see it again. */
	async dismiss(): Promise<void> {
		for (const each of this.refused) await device.settle(each);
		await this.#changed();
	}

	/** Signs out on the server, and then leaves nothing on the device. False when the server was not reached: nothing happened. */
	async signOut(action: string): Promise<boolean> {
		const { kind } = outcomeOf(await this.#post(action, []));
		// Signed out already is signed out as well.
		if (kind !== 'sent' && kind !== 'signed-out') return false;
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#tell('gone');
		await device.wipe(this.#owner).catch(() => {});
		return true;
	}

	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#listening.abort();
		this.#tabs.close();
	}

	async #post(action: string, fields: Kept['fields']): Promise<Reply> {
		let status: number | undefined;
		try {
			const response = await fetch(action, {
				method: 'POST',
				// Whose answer it is goes along: somebody else may be signed in by now.
				headers: {
					accept: 'application/json',
					'x-sveltekit-action': 'true',
					'x-kept-by': this.#owner
				},
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

	async #begin(): Promise<void> {
		this.#failures = 0;
		await this.refresh();
		if (this.waiting.length > 0 && !this.#closed) await this.send(false);
	}

	/** The next attempt; signing in happens on a page, and a page that is looked at tries by itself. */
	#later(): void {
		clearTimeout(this.#timer);
		if (this.waiting.length === 0 || this.#closed || this.trouble === 'signed-out') return;
		this.#timer = setTimeout(() => void this.send(false), pause(this.#failures));
	}

	async #changed(): Promise<void> {
		this.#tell('changed');
		await this.refresh();
	}

	#tell(kind: Message['kind']): void {
		if (!this.#listening.signal.aborted) this.#tabs.postMessage({ owner: this.#owner, kind });
	}

	#hear({ owner, kind }: Message): void {
		if (owner !== this.#owner) return;
		if (kind === 'gone') this.#closed = true;
		if (kind === 'settled') void invalidateAll();
		void this.refresh();
	}
}
