import { ask } from './http.ts';
import { dataPathOf } from './routes.ts';

export type Seen = { path: string; text: string };

/** Follows every link from these pages and reads each page and its data, as somebody with this cookie. */
export async function crawl(origin: string, from: string[], cookie?: string): Promise<Seen[]> {
	const queue = [...from];
	const known = new Set(queue);
	const seen: Seen[] = [];
	for (const path of queue) {
		for (const each of [path, dataPathOf(path)]) {
			const headers = { accept: 'text/html', ...(cookie && { cookie }) };
			const { text } = await ask(origin, { path: each, headers });
			seen.push({ path: each, text });
			for (const [, link = ''] of text.matchAll(/href="(\/[^"#?]*)/g)) {
				// Looking is enough: pages only, and not the way out.
				if (known.has(link) || !/^\/(nl|en)(\/|$)/.test(link) || link.includes('sign-out'))
					continue;
				known.add(link);
				queue.push(link);
			}
		}
	}
	return seen;
}
