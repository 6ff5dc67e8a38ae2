import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { castPassword } from '#lib/server/demo/cast.ts';
import { table } from '../support/access-table.ts';
import { ids, oddForms } from '../support/hostile.ts';
import { ask, cookieOf, postForm, type Question } from '../support/http.ts';
import { findPostgres, startCluster, type Cluster } from '../support/postgres.ts';
import { part } from '../support/part.ts';
import { pathOf, routesOf, type Route } from '../support/routes.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { dataOf } from '../support/world.ts';

const kinds = ['embedded', ...(findPostgres() ? ['postgres'] : [])];

describe.each(kinds)('on the %s database', (kind) => {
	const dataDir = mkdtempSync(join(tmpdir(), 'course-hostile-'));
	let cluster: Cluster | undefined;
	let server: RunningServer;
	let routes: Route[];
	let cookies: Record<string, string>;
	/** What stands in an address when all is well. */
	const right: Record<string, string> = {
		lang: 'nl',
		lesson: 'a1',
		quiz: 'm1',
		number: '1',
		question: '1',
		code: 'demo-communicatie'
	};

	beforeAll(async () => {
		routes = await routesOf();
		cluster = kind === 'postgres' ? await startCluster() : undefined;
		const databaseUrl = await cluster?.create('course');
		server = await startServer({
			dataDir,
			env: { DEMO: '1' },
			...(databaseUrl !== undefined && { databaseUrl })
		});
		const signIn = (name: string) =>
			cookieOf(server.origin, `${name}@verdewold.example`, castPassword);
		cookies = {
			everybody: '',
			signedIn: await signIn('gerrit'),
			managers: await signIn('hanneke'),
			administrators: await signIn('farida')
		};
		const { cohorts } = await dataOf(server.origin, '/nl/manage', cookies.managers);
		right.cohort = (cohorts as { id: string }[])[0]!.id;
		await postForm(server.origin, '/nl/forgot', { email: 'dirk@verdewold.example' });
		// A mail is there in full a moment after it is there at all.
		right.secret = await vi.waitUntil(
			() =>
				/welcome\/([\w-]{32})/.exec(
					server
						.mails()
						.join('')
						.replace(/=\r?\n/g, '')
				)?.[1],
			{ timeout: 20_000 }
		);
	});
	afterAll(async () => {
		await server.stop();
		await cluster?.remove();
		rmSync(dataDir, { recursive: true, force: true });
	});

	const as = (route: Route) => {
		const cookie = cookies[table[route.id]!.audience];
		return { accept: 'text/html', ...(cookie && { cookie }) };
	};
	/** Sends it and says what is wrong with the answer: a fault of ours, or a header that somebody else wrote. */
	async function stumble(
		question: Question,
		allowed: (status: number) => boolean
	): Promise<string[]> {
		const { status, headers, text } = await ask(server.origin, question);
		const fine = allowed(status) && headers.x === undefined && !/\n\s+at .+:\d+:\d+/.test(text);
		return fine
			? []
			: [
					`${status} for ${question.method ?? 'GET'} ${question.path.slice(0, 80)} ${String(question.body ?? '').slice(0, 80)}`
				];
	}
	/** The path of a route with one parameter as it was typed, and the others as they should be. */
	const withId = (route: Route, name: string, id: string) => {
		return pathOf(route.id, { ...right, [name]: 'PLACE' }).replace('PLACE', id);
	};
	const namesIn = (route: Route) =>
		[...route.id.matchAll(/\[([a-z]+)(?:=[a-z]+)?\]/g)].map(([, name = '']) => name);

	/** All of them on one database; on the other as many as this each day. */
	const ofRoutes = (all: Route[], most: number) => (kind === kinds.at(-1) ? all : part(all, most));

	test('an id that is none is not found or not understood, wherever it stands', async () => {
		const wrong = [];
		let asked = 0;
		const addressed = routes.filter((route) => namesIn(route).length > 0);
		for (const route of ofRoutes(addressed, 12))
			for (const name of namesIn(route))
				for (const [place, id] of ids.entries())
					// What a page's data make of an id is what the page makes of it: a few are enough to see that.
					for (const suffix of route.kind === 'page' && place % 6 === 0
						? ['', '/__data.json']
						: ['']) {
						// A secret is never looked up as it is: an unknown one has a page that says so. `#`-like rests may lead elsewhere.
						const shown = name === 'secret' || suffix !== '';
						const fine = (status: number) =>
							[400, 404].includes(status) || (status < 400 && shown) || status === 308;
						asked += 1;
						wrong.push(
							...(await stumble(
								{ path: withId(route, name, id) + suffix, headers: as(route) },
								fine
							))
						);
					}
		console.log(`${kind}: ${asked} addresses`);
		expect(asked).toBeGreaterThan(kind === kinds.at(-1) ? 500 : 100);
		expect(wrong).toEqual([]);
	});

	test('a query nobody planned for changes nothing', async () => {
		const queries = [
			'?q=%00',
			'?q=%',
			`?q=${'a'.repeat(8000)}`,
			'?next=//evil.test',
			'?next=%00',
			'?again=%00',
			'?q=a&q=b',
			'?x-sveltekit-invalidated=%00',
			'?__proto__=1',
			'?q=(((((',
			'?q=%F0%9F%90%A7'
		];
		const wrong = [];
		for (const route of routes)
			for (const query of queries) {
				const path = withId(route, 'none', '') + query;
				wrong.push(...(await stumble({ path, headers: as(route) }, (status) => status < 500)));
			}
		expect(wrong).toEqual([]);
	});

	test('forms with fields that are missing, doubled, huge or odd are refused, never stumbled over', async () => {
		const wrong = [];
		let asked = 0;
		const forms = routes.filter(
			(each) => each.actions.length > 0 && each.id !== '/[lang=lang]/sign-out'
		);
		for (const route of ofRoutes(forms, 12))
			for (const action of route.actions.filter((each) => each !== 'everywhere')) {
				const row = table[route.id]!.actions![action]!;
				const world = {
					accounts: {},
					cohorts: {},
					links: { communication: {} },
					codes: {}
				} as never;
				const fields = Object.entries(row.harmful(world)).map(([name, value]): [string, string] => [
					name,
					value ?? randomUUID()
				]);
				const path = withId(route, 'none', '') + (action === 'default' ? '' : `?/${action}`);
				for (const [type, body] of oddForms(fields)) {
					const headers = { ...as(route), origin: server.origin, 'content-type': type };
					asked += 1;
					wrong.push(
						...(await stumble({ method: 'POST', path, headers, body }, (status) => status < 500))
					);
				}
			}
		console.log(`${kind}: ${asked} forms`);
		expect(asked).toBeGreaterThan(kind === kinds.at(-1) ? 500 : 100);
		expect(wrong).toEqual([]);
	});

	test('afterwards everything is still there, and nothing was logged as an error', async () => {
		const { status } = await ask(server.origin, {
			path: '/nl/admin',
			headers: { accept: 'text/html', cookie: cookies.administrators! }
		});
		expect(status).toBe(200);
		expect(
			server
				.output()
				.split('\n')
				.filter((line) => line.includes('"event":"error"'))
		).toEqual([]);
	});
});
