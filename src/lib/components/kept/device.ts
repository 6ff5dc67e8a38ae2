import type { Kept } from './kept-answers.ts';

// IndexedDB, as little of it as is needed. Every promise resolves when its transaction is on the disk, not before.

let opened: Promise<IDBDatabase> | undefined;

export function open(): Promise<IDBDatabase> {
	opened ??= new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('kept-answers', 2);
		request.onupgradeneeded = ({ oldVersion }) => {
			const db = request.result;
			if (oldVersion < 1)
				db.createObjectStore('answers', { keyPath: 'seq', autoIncrement: true }).createIndex(
					'owner',
					'owner'
				);
			// What is being written in the canvas: per tab, so that two of them do not write over each other.
			db.createObjectStore('drafts', { keyPath: ['owner', 'field', 'tab'] }).createIndex(
				'owner',
				'owner'
			);
		};
		request.onerror = () => reject(request.error);
		request.onsuccess = () => {
			const db = request.result;
			// The browser closes it when somebody clears what it keeps.
			db.onclose = () => (opened = undefined);
			// Another tab has newer code and needs the database in its shape.
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

/**
 * Everything of one person, in the order in which it was given.
 *
 * @param work what to do with it, within the same transaction
 */
export async function keptBy(
	owner: string,
	work?: (store: IDBObjectStore, kept: Kept[]) => void
): Promise<Kept[]> {
	const db = await open();
	return new Promise((resolve, reject) => {
		const mode = work ? 'readwrite' : 'readonly';
		const transaction = db.transaction('answers', mode, { durability: 'strict' });
		const store = transaction.objectStore('answers');
		const request: IDBRequest<Kept[]> = store.index('owner').getAll(owner);
		request.onsuccess = () => work?.(store, request.result);
		transaction.oncomplete = () => resolve(request.result);
		transaction.onabort = () => reject(transaction.error);
	});
}

/** Puts an answer behind the others; an older one to the same question goes. Rejects when the device has no room. */
export async function keep(answer: Omit<Kept, 'seq'>): Promise<void> {
	await keptBy(answer.owner, (store, kept) => {
		for (const { seq, place } of kept) if (place === answer.place) store.delete(seq);
		store.add(answer);
	});
}

/** Takes one answer off the device; with a refusal, keeps that it was refused. Nothing happens when a newer one took its place. */
export async function settle({ seq, owner }: Kept, refused?: Kept['refused']): Promise<void> {
	await keptBy(owner, (store, kept) => {
		const one = kept.find((each) => each.seq === seq);
		if (one && refused) store.put({ ...one, fields: [], refused });
		else store.delete(seq);
	});
}

/** Takes everything of one person off the device. */
export async function wipe(owner: string): Promise<void> {
	await keptBy(owner, (store, kept) => kept.forEach(({ seq }) => store.delete(seq)));
}
