import type { Kept } from './kept-answers.ts';

// IndexedDB, as little of it as is needed. Every promise resolves when its transaction is on the disk, not before.

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
	opened ??= new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('kept-answers', 1);
		request.onupgradeneeded = () => {
			const answers = { keyPath: 'seq', autoIncrement: true };
			request.result.createObjectStore('answers', answers).createIndex('owner', 'owner');
			request.result.createObjectStore('turn');
		};
		request.onerror = () => reject(request.error);
		request.onsuccess = () => {
			const db = request.result;
			db.onclose = () => (opened = undefined);
			db.onversionchange = () => {
				db.close();
				opened = undefined;
			};
			resolve(db);
		};
	});
	opened.catch(() => (opened = undefined));
	return opened;
}

async function run<T>(
	name: 'answers' | 'turn',
	mode: IDBTransactionMode,
	work: (store: IDBObjectStore, result: (value: T) => void) => void
): Promise<T | undefined> {
	const db = await open();
	return new Promise((resolve, reject) => {
		const transaction = db.transaction(name, mode, { durability: 'strict' });
		let found: T | undefined;
		transaction.oncomplete = () => resolve(found);
		transaction.onabort = () => reject(transaction.error);
		work(transaction.objectStore(name), (value) => (found = value));
	});
}

/** Calls `each` for everything of one person, in order, within the transaction. */
function eachOf(store: IDBObjectStore, owner: string, each: (kept: Kept) => void): void {
	const request = store.index('owner').getAll(owner);
	request.onsuccess = () => (request.result as Kept[]).forEach(each);
}

/** Everything of one person, in the order in which it was given. */
export async function keptBy(owner: string): Promise<Kept[]> {
	const kept: Kept[] = [];
	await run('answers', 'readonly', (store) => eachOf(store, owner, (one) => kept.push(one)));
	return kept;
}

/** Puts an answer behind the others; an older one to the same question goes. Rejects when the device has no room. */
export async function keep(answer: Omit<Kept, 'seq'>): Promise<void> {
	await run('answers', 'readwrite', (store) => {
		eachOf(store, answer.owner, ({ seq, place }) => {
			if (place === answer.place) store.delete(seq);
		});
		store.add(answer);
	});
}

/** Takes one answer off the device; with a refusal, keeps that it was refused. Nothing happens when a newer one took its place. */
export async function settle({ seq }: Kept, refused?: Kept['refused']): Promise<void> {
	await run('answers', 'readwrite', (store) => {
		if (!refused) return void store.delete(seq);
		const request = store.get(seq) as IDBRequest<Kept | undefined>;
		request.onsuccess = () => {
			if (request.result) store.put({ ...request.result, fields: [], refused });
		};
	});
}

/** Takes everything of one person off the device. */
export async function wipe(owner: string): Promise<void> {
	await run('answers', 'readwrite', (store) =>
		eachOf(store, owner, ({ seq }) => store.delete(seq))
	);
}

/** Takes the turn to send until a moment, unless another tab has it. For browsers that have no locks. */
export async function takeTurn(holder: string, now: number, until: number): Promise<boolean> {
	const mine = await run<boolean>('turn', 'readwrite', (store, result) => {
		const request = store.get(0) as IDBRequest<{ holder: string; until: number } | undefined>;
		request.onsuccess = () => {
			const free = !request.result || request.result.until <= now;
			if (free || request.result?.holder === holder) store.put({ holder, until }, 0);
			result(free || request.result?.holder === holder);
		};
	});
	return mine === true;
}
