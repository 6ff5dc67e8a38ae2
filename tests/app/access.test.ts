import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entry, policies } from '#lib/server/auth/policy.ts';
import { accessMatrix } from '../support/access-matrix.ts';
import { table } from '../support/access-table.ts';
import { dayDone } from '../support/day-done.ts';
import { digestEmbedded, digestPostgres, type Digest } from '../support/database-digest.ts';
import { findPostgres, startCluster, type Cluster } from '../support/postgres.ts';
import { routesOf, type Route } from '../support/routes.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { enter, type World } from '../support/world.ts';

let routes: Route[] = [];
beforeAll(async () => {
	routes = await routesOf();
});

describe('every route is accounted for', () => {
	test('each route has a policy, and each policy a route', () => {
		expect(Object.keys(policies).sort()).toEqual(routes.map((route) => route.id).sort());
	});

	test('each route, and each of its actions, has a row in the matrix', () => {
		const actionsIn = Object.fromEntries(
			Object.entries(table).map(([id, row]) => [id, Object.keys(row.actions ?? {}).sort()])
		);
		expect(actionsIn).toEqual(
			Object.fromEntries(routes.map((route) => [route.id, [...route.actions].sort()]))
		);
	});

	test('an endpoint that writes has to be added to the matrix first', () => {
		expect(routes.flatMap((route) => route.methods).filter((method) => method !== 'GET')).toEqual(
			[]
		);
	});

	test('a route without a policy is not there, for nobody and for an administrator', () => {
		const unlisted = [
			entry('/[lang=lang]/new', undefined),
			entry('/[lang=lang]/new', 'administrator'),
			entry('constructor', 'administrator')
		];
		expect(unlisted).toEqual(['not-there', 'not-there', 'not-there']);
	});
});

const kinds = ['embedded', ...(findPostgres() ? ['postgres'] : [])] as ('embedded' | 'postgres')[];

describe.each(kinds)('the access matrix on the %s database', (kind) => {
	const dataDir = mkdtempSync(join(tmpdir(), 'course-access-'));
	let cluster: Cluster | undefined;
	let databaseUrl: string | undefined;
	let server: RunningServer;
	let world: World;
	let before: Digest;

	const start = async (env: Record<string, string> = {}) => {
		server = await startServer({ dataDir, env, ...(databaseUrl !== undefined && { databaseUrl }) });
	};
	const digest = () =>
		databaseUrl === undefined
			? digestEmbedded(join(dataDir, 'database'))
			: digestPostgres(databaseUrl);

	beforeAll(async () => {
		if (kind === 'postgres') {
			cluster = await startCluster();
			databaseUrl = await cluster.create('course');
		}
		await start({ DEMO: '1' });
		world = await enter(server.origin);
		await server.stop();
		await dayDone({ databaseUrl, dataDir });
		before = await digest();
	});
	afterAll(async () => {
		await server.stop();
		await cluster?.remove();
		rmSync(dataDir, { recursive: true, force: true });
	});

	test('whoever may not, does not, and no row changes', async () => {
		await start();
		// The guards do not know which database it is: the whole of it on one, and on the other another part each day.
		const refusals = kind === kinds.at(-1) ? Infinity : 3_000;
		const { cells, wrong } = await accessMatrix(server.origin, routes, world, {
			...{ part: 'refused', refusals }
		});
		await server.stop();
		console.log(`${kind}: ${cells} cells of refusals and isolation`);
		expect(wrong).toEqual([]);
		expect(await digest()).toEqual(before);
		expect(cells).toBeGreaterThan(1500);
	});

	test('whoever may, does', async () => {
		await start();
		const { cells, wrong } = await accessMatrix(server.origin, routes, world, { part: 'rest' });
		console.log(`${kind}: ${cells} cells of what is allowed`);
		expect(wrong).toEqual([]);
		expect(cells).toBeGreaterThan(300);
		// Nothing that was asked, however odd, made the app stumble.
		expect(server.output()).not.toContain('"event":"error"');
	});
});
