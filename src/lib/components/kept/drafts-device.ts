import { open } from './device.ts';
import type { Draft } from './drafts.ts';

/** Does something with the drafts of the canvas; resolves once it is on the disk. */
async function withDrafts<T>(
	mode: IDBTransactionMode,
	work: (store: IDBObjectStore) => IDBRequest<T> | undefined
): Promise<T | undefined> {
	const db = await open();
	return new Promise((resolve, reject) => {
		const transaction = db.transaction('drafts', mode, { durability: 'strict' });
		const request = work(transaction.objectStore('drafts'));
		transaction.oncomplete = () => resolve(request?.result);
		transaction.onabort = () => reject(transaction.error);
	});
}

/** What somebody wrote in fields of the canvas on this device and the server has not acknowledged. */
export async function draftsBy(owner: string): Promise<Draft[]> {
	const all = await withDrafts<Draft[]>('readonly', (store) => store.index('owner').getAll(owner));
	return all ?? [];
}

export async function putDraft(draft: Draft): Promise<void> {
	// So that other pages need not load what looks for drafts.
	localStorage.setItem('canvas-drafts', '');
	await withDrafts('readwrite', (store) => store.put(draft));
}

export async function dropDraft({ owner, field, tab }: Draft): Promise<void> {
	await withDrafts('readwrite', (store) => store.delete([owner, field, tab]));
}

/** Takes all drafts of one person off the device. */
export async function wipeDrafts(owner: string): Promise<void> {
	await Promise.all((await draftsBy(owner)).map(dropDraft));
}
