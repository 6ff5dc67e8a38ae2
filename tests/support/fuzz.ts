import fc from 'fast-check';
import type { Audience } from './access-row.ts';
import { table } from './access-table.ts';
import { ids, texts } from './hostile.ts';
import type { Question } from './http.ts';
import { dataPathOf, pathOf, type Route } from './routes.ts';
import type { Name, World } from './world.ts';

// Requests by chance: right, nearly right, and anything at all.

/** One thing that can be asked of a route: to be read, or one of its actions. */
export type Endpoint = { name: string; route: Route; action?: string };

export function endpointsOf(routes: Route[]): Endpoint[] {
	return routes.flatMap((route) => [
		{ name: `GET ${route.id}`, route },
		...route.actions
			// They end the session with which everything else is asked.
			.filter((action) => route.id !== '/[lang=lang]/sign-out' && action !== 'everywhere')
			.map((action) => ({ name: `POST ${route.id} ${action}`, route, action }))
	]);
}

type Who = Name | 'anonymous';
const may: Record<Audience, Who[]> = {
	everybody: ['anonymous', 'learner', 'manager', 'administrator'],
	signedIn: ['learner', 'manager', 'administrator'],
	managers: ['manager', 'administrator'],
	administrators: ['administrator']
};
/** Who is refused at the door of a route, and who comes in. */
export function peopleOf({ route }: Endpoint): { in: Who[]; out: Who[] } {
	const inside = may[table[route.id]!.audience];
	return { in: inside, out: may.everybody.filter((who) => !inside.includes(who)) };
}

const anything = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.constantFrom(...Object.values(texts)),
	fc.integer().map(String),
	fc.double().map(String),
	fc.uuid(),
	fc.json({ maxDepth: 3 }),
	fc.string({ maxLength: 3_000 })
);
/** The right one with a bit of something else in it. */
const nearly = (value: string) =>
	fc
		.tuple(fc.nat(value.length), fc.nat(3), fc.string({ unit: 'binary', maxLength: 4 }))
		.map(([at, less, more]) => value.slice(0, at) + more + value.slice(at + less));
const around = (value: string) =>
	fc.oneof(
		{ weight: 5, arbitrary: fc.constant([value]) },
		{ weight: 3, arbitrary: nearly(value).map((text) => [text]) },
		{ weight: 3, arbitrary: anything.map((text) => [text]) },
		{ weight: 1, arbitrary: fc.constant<string[]>([]) },
		{ weight: 1, arbitrary: anything.map((text) => [value, text]) }
	);

/** Half a sign has no bytes of its own; what is sent is what a browser would make of it. */
const wellFormed = (text: string) => text.replace(/[\ud800-\udfff]/gu, '\ufffd');
const encoded = (text: string) => encodeURIComponent(wellFormed(text));

type Body = { type: string; body: string | Buffer };

function bodies(fields: [name: string, value: string][]): fc.Arbitrary<Body> {
	const form = fc
		.tuple(
			...fields.map(([name, value]) =>
				around(value).map((all) => all.map((text): [string, string] => [name, text]))
			)
		)
		.map((lists) => lists.flat());
	const more = fc.array(
		fc.tuple(fc.oneof(anything, fc.constantFrom('__proto__', 'role', 'id')), anything),
		{ maxLength: 3 }
	);
	const both = fc
		.tuple(form, more)
		.map(([own, others]) => [...own, ...(others as [string, string][])]);
	const plain = both.map((list): Body => ({
		type: 'application/x-www-form-urlencoded',
		body: list.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
	}));
	const parts = both.map((list): Body => ({
		type: 'multipart/form-data; boundary=b',
		body:
			list
				.map(
					([name, value], index) =>
						`--b\r\ncontent-disposition: form-data; name="${name}"${index % 3 === 2 ? '; filename="x.csv"' : ''}\r\n\r\n${value}\r\n`
				)
				.join('') + '--b--\r\n'
	}));
	const bytes = fc
		.tuple(
			fc.constantFrom(
				'application/x-www-form-urlencoded',
				'multipart/form-data; boundary=b',
				'application/json',
				'text/plain',
				'application/octet-stream',
				'application/x-sveltekit-formdata'
			),
			fc.uint8Array({ maxLength: 300 })
		)
		.map(([type, body]): Body => ({ type, body: Buffer.from(body) }));
	return fc.oneof(
		{ weight: 7, arbitrary: plain },
		{ weight: 2, arbitrary: parts },
		{ weight: 1, arbitrary: bytes }
	);
}

/** Questions to an endpoint by these people. */
export function questions(
	endpoint: Endpoint,
	who: Who[],
	world: World,
	origin: string
): fc.Arbitrary<Question> {
	const { route, action } = endpoint;
	const row = table[route.id]!;
	const places = row.places.map((place) => place.params(world));
	const names = [...route.id.matchAll(/\[([a-z]+)(?:=[a-z]+)?\]/g)].map(([, name = '']) => name);
	const odd = fc.oneof(
		fc.constantFrom(...ids),
		anything.map((text) => encoded(text.slice(0, 2_000)))
	);
	/** Mostly a place that there is; sometimes one part of its address is something else. */
	const path = fc
		.tuple(
			fc.constantFrom(...places),
			fc.constantFrom('nl', 'en'),
			fc.constantFrom('', '', ...names),
			odd
		)
		.map(([params, lang, spoilt, id]) =>
			pathOf(route.id, { ...params, lang, ...(spoilt && { [spoilt]: 'PLACE' }) }).replace(
				'PLACE',
				() => id
			)
		);
	const query = fc.oneof(
		{ weight: 3, arbitrary: fc.constant('') },
		{
			weight: 2,
			arbitrary: fc
				.array(
					fc.tuple(
						fc.oneof(
							fc.constantFrom(
								'q',
								'next',
								'sort',
								'state',
								'page',
								'again',
								'secret',
								'x-sveltekit-invalidated'
							),
							anything
						),
						anything
					),
					{ minLength: 1, maxLength: 3 }
				)
				.map((list) =>
					list
						.map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
						.join('&')
						.slice(0, 6_000)
				)
		}
	);
	const from = fc.tuple(fc.constantFrom(...who), fc.nat(19));
	const headersOf = ([by, place]: [Who, number]) => ({
		...(by !== 'anonymous' && { cookie: world.cookies[by] }),
		// A few offices, so that not everything ends at the limit of one address.
		'x-forwarded-for': `10.0.0.${place}`
	});
	const search = (text: string, first: string) => [first, text].filter(Boolean).join('&');
	const withSearch = (text: string, at: string) => (at === '' ? text : `${text}?${at}`);
	if (action === undefined)
		return fc
			.tuple(
				path,
				query,
				from,
				fc.constantFrom('GET', 'GET', 'data', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE')
			)
			.map(([place, asked, by, method]) => ({
				method: method === 'data' ? 'GET' : method,
				path: withSearch(
					method === 'data' && route.kind === 'page' ? dataPathOf(place) : place,
					asked
				),
				headers: { accept: 'text/html', ...headersOf(by), ...(method !== 'GET' && { origin }) }
			}));
	const { harmless, harmful } = row.actions![action]!;
	// What would do harm is there by name only: what it holds comes by chance.
	const fields = Object.entries({
		...Object.fromEntries(Object.keys(harmful(world)).map((name) => [name, 'x'])),
		...harmless(world)
	});
	return fc
		.tuple(path, query, from, bodies(fields), fc.constantFrom('text/html', 'application/json'))
		.map(([place, asked, by, { type, body }, accept]) => ({
			method: 'POST',
			path: withSearch(place, search(asked, action === 'default' ? '' : `/${action}`)),
			headers: {
				origin,
				accept,
				...headersOf(by),
				'content-type': type,
				...(accept === 'application/json' && { 'x-sveltekit-action': 'true' })
			},
			body
		}));
}
