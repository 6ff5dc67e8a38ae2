import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = 'src/routes';

export type Route = {
	/** As the framework names it: `/[lang=lang]/manage/[cohort]` */
	id: string;
	kind: 'page' | 'endpoint';
	/** Names of form actions; `default` for the one without a name. */
	actions: string[];
	/** What an endpoint exports. */
	methods: string[];
};

/** Every route there is, read from the folder and from what its server files export. */
export async function routesOf(folder = root): Promise<Route[]> {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const folders = new Set(
		files
			.filter((file) => /(^|\/)\+(page\.(svelte|server\.ts)|server\.ts)$/.test(file))
			.map((file) => dirname(file))
	);
	return Promise.all(
		[...folders].sort().map(async (each) => {
			const inside = (name: string) => (each === '.' ? name : `${each}/${name}`);
			const exported = async (name: string) =>
				files.includes(inside(name))
					? ((await import(pathToFileURL(resolve(folder, inside(name))).href)) as Record<
							string,
							unknown
						>)
					: {};
			const page = await exported('+page.server.ts');
			const endpoint = await exported('+server.ts');
			return {
				id: each === '.' ? '/' : `/${each}`,
				kind: files.includes(inside('+server.ts')) ? 'endpoint' : 'page',
				actions: Object.keys((page.actions as object | undefined) ?? {}),
				methods: Object.keys(endpoint).filter((name) => /^[A-Z]+$/.test(name))
			} satisfies Route;
		})
	);
}

/** The path of a route with its parameters filled in, percent-encoded as a browser would. */
export function pathOf(id: string, params: Record<string, string>): string {
	const path = id
		.split('/')
		.filter((part) => !/^\(.*\)$/.test(part))
		.map((part) =>
			// The framework writes some signs by their number.
			part
				.replace(/\[x\+([0-9a-f]{2})\]/g, (_, sign: string) =>
					String.fromCharCode(parseInt(sign, 16))
				)
				.replace(/^\[([a-z]+)(=[a-z]+)?\]$/, (_, name: string) =>
					encodeURIComponent(params[name] ?? '')
				)
		)
		.join('/');
	return path === '' ? '/' : path;
}

export const dataPathOf = (path: string) => (path === '/' ? '/__data.json' : `${path}/__data.json`);
