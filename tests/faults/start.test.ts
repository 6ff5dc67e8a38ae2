import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { findPostgres, freePort, startCluster } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';
import { visitor } from '../support/visitor.ts';
import { startAndWait, temporaryFolder } from './raw-start.ts';

const person = {
	email: 'Farida@Test.example',
	name: 'Farida',
	password: 'vier schapen in de mist'
};

test.each(['embedded', ...(findPostgres() ? ['PostgreSQL'] : [])])(
	'an empty database (%s) prints one link, and the link makes the first administrator, once',
	async (kind) => {
		const dataDir = temporaryFolder();
		const cluster = kind === 'embedded' ? undefined : await startCluster();
		if (cluster) onTestFinished(() => cluster.remove());
		const database = cluster && { databaseUrl: await cluster.create('course') };
		const first = await startServer({ dataDir, ...database });
		const old = /\/nl\/welcome\/[\w-]+/.exec(first.output())?.[0];
		expect(old).toBeDefined();
		await first.stop();

		// Still empty: another start gives another link, and the old one is worth nothing.
		const server = await startServer({ dataDir, ...database });
		onTestFinished(() => void server.process.kill('SIGKILL'));
		const link = new RegExp(`^  ${server.origin}(/nl/welcome/[\\w-]+)$`, 'm').exec(
			server.output()
		)![1]!;
		expect(link).not.toBe(old);
		expect((await visitor(server.origin).post(old!, person)).status).toBe(410);

		const someone = visitor(server.origin);
		expect((await someone.get(link)).status).toBe(200);
		expect((await someone.post(link, { ...person, password: 'kort' })).status).toBe(400);
		const made = await someone.post(link, person);
		expect([made.status, made.headers.get('location')]).toEqual([303, '/nl/admin']);
		expect((await someone.get('/nl/admin')).status).toBe(200);
		expect(await (await someone.get('/nl/admin')).text()).toContain('farida@test.example');
		expect(
			(await visitor(server.origin).post(link, { ...person, email: 'other@test.example' })).status
		).toBe(410);
		expect(
			(await visitor(server.origin).signIn(person.email, person.password)).headers.get('location')
		).toBe('/nl/admin');
		expect(await server.stop()).toBe(0);

		// Somebody is there now: no link any more.
		const last = await startServer({ dataDir, ...database });
		expect(last.output()).not.toContain('welcome');
		await last.stop();
	}
);

test.each([
	['PORT', { PORT: 'many' }],
	['PORT', { PORT: '70000' }],
	['ORIGIN', { ORIGIN: 'course.example' }],
	['ORIGIN', { ORIGIN: 'https://course.example/path' }],
	['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/course' }],
	['SMTP_URL', { SMTP_URL: 'mail.example' }],
	['MAIL_FROM', { MAIL_FROM: 'nobody' }],
	['TRUST_PROXY', { TRUST_PROXY: 'yes' }],
	['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
	['DEMO', { DEMO: 'true' }]
])('%s that makes no sense ends with a message that names it: %j', async (name, env) => {
	const { code, output } = await startAndWait({ DATA_DIR: temporaryFolder(), ...env });
	expect(code).toBe(1);
	expect(output).toMatch(new RegExp(`The configuration is not right:\\n  ${name} \\S`));
	expect(output).not.toMatch(/^\s+at /m);
});

test('several things that are wrong are all named at once', async () => {
	const { output } = await startAndWait({ DATA_DIR: temporaryFolder(), PORT: 'x', DEMO: 'x' });
	expect(output).toMatch(/PORT .*\n {2}DEMO /);
});

test('a port that is taken ends with a message and leaves the folder free', async () => {
	const dataDir = temporaryFolder();
	const taken = createServer().listen(0, '127.0.0.1');
	onTestFinished(() => void taken.close());
	await new Promise((resolve) => taken.once('listening', resolve));
	const { port } = taken.address() as { port: number };
	const { code, output } = await startAndWait({ DATA_DIR: dataDir, PORT: String(port) });
	expect(code).toBe(1);
	expect(output).toContain(`Port ${port} is in use`);
	const server = await startServer({ dataDir });
	expect(await server.stop()).toBe(0);
});

test('PostgreSQL that does not answer ends with a message that says so, without the password', async () => {
	const port = await freePort();
	const databaseUrl = `postgres://course:very-secret@127.0.0.1:${port}/course`;
	const { code, output } = await startAndWait({
		DATA_DIR: temporaryFolder(),
		DATABASE_URL: databaseUrl
	});
	expect(code).toBe(1);
	expect(output).toContain(`127.0.0.1:${port}`);
	expect(output).not.toContain('very-secret');
	expect(output).not.toMatch(/^\s+at /m);
});

test('a folder that cannot be made ends with a message', async () => {
	const { code, output } = await startAndWait({
		DATA_DIR: '/dev/null/data',
		PORT: String(await freePort())
	});
	expect(code).toBe(1);
	expect(output).toContain('/dev/null/data');
	expect(output).not.toMatch(/^\s+at /m);
});
