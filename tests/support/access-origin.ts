import type { Cell } from './access-cells.ts';
import { table } from './access-table.ts';
import type { Audience } from './access-row.ts';
import { pathOf, type Route } from './routes.ts';
import type { Who, World } from './world.ts';

/** Whoever has the most to lose: signed in, and let in. */
const victim: Record<Audience, Who> = {
	everybody: 'anonymous',
	signedIn: 'learner',
	managers: 'manager',
	administrators: 'administrator'
};

/** What a browser sends along from somewhere else, or what somebody sends who is no browser. */
function senders(origin: string): Record<string, Record<string, string>> {
	const { hostname, port } = new URL(origin);
	return {
		'another site': { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' },
		'another site, old browser': { origin: 'https://evil.test' },
		'another site with our origin': { origin, 'sec-fetch-site': 'cross-site' },
		'our site, another origin': { origin, 'sec-fetch-site': 'same-site' },
		'typed in the address bar': { origin, 'sec-fetch-site': 'none' },
		'a contradiction': { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' },
		'another port': { origin: `http://${hostname}:${Number(port) + 1}` },
		'another scheme': { origin: `https://${hostname}:${port}` },
		'our name as a prefix': { origin: `${origin}.evil.test` },
		'a sandbox': { origin: 'null' },
		'no headers': {}
	};
}

const bodies: Record<string, (fields: Record<string, string>) => string> = {
	'application/x-www-form-urlencoded': (fields) => new URLSearchParams(fields).toString(),
	'multipart/form-data; boundary=b': (fields) =>
		Object.entries(fields)
			.map(
				([name, value]) =>
					`--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
			)
			.join('') + '--b--\r\n',
	'text/plain': (fields) => new URLSearchParams(fields).toString(),
	'application/json': (fields) => JSON.stringify(fields)
};

/** Every action and every other method that could change something, sent from elsewhere in every way: always 403. */
export function originCells(route: Route, world: World, origin: string): Cell[] {
	const row = table[route.id];
	const place = row?.places[0];
	if (!row || !place) return [];
	const who = victim[row.audience];
	const path = pathOf(route.id, place.params(world));
	const cell = (
		name: string,
		method: string,
		search: string,
		headers: Record<string, string>,
		body: string
	): Cell => ({
		name: `${method} ${route.id}${search} from ${name}`,
		who,
		kind: 'plain',
		question: { method, path: path + search, headers: { accept: 'text/html', ...headers }, body },
		expected: { status: 403 },
		phase: 'refused'
	});
	const posts = Object.entries(row.actions ?? {}).flatMap(([action, { harmful }]) =>
		Object.entries(senders(origin)).flatMap(([name, sent]) =>
			Object.entries(bodies).map(([type, write]) =>
				cell(
					`${name} as ${type}`,
					'POST',
					action === 'default' ? '' : `?/${action}`,
					{ ...sent, 'content-type': type },
					write(harmful(world))
				)
			)
		)
	);
	const others = ['PUT', 'PATCH', 'DELETE'].flatMap((method) =>
		['another site', 'no headers'].map((name) =>
			cell(name, method, '', senders(origin)[name] ?? {}, '')
		)
	);
	return [...posts, ...others];
}
