import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort, serverFolder, serverUser } from './postgres.ts';

// What stands around several processes of the app, set up by the files of deploy/ and by nothing else.

const found = (...paths: string[]) => paths.find((path) => existsSync(path));
export const findProxy = () => found('/usr/sbin/haproxy', '/usr/local/sbin/haproxy');
export const findPooler = () => found('/usr/sbin/pgbouncer', '/usr/bin/pgbouncer');

type Beside = { stdout: string };

function keep(program: string, args: string[], env = {}, ids = {}): Beside {
	const said: Beside = { stdout: '' };
	const child = spawn(program, args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { PATH: process.env.PATH, ...env },
		...ids
	});
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (data: Buffer) => (said.stdout += data.toString()));
	onTestFinished(() => void child.kill('SIGKILL'));
	return said;
}

/** Waits until something listens; says what it printed when nothing ever does. */
async function listening(port: number, said: Beside): Promise<void> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const open = await new Promise<boolean>((resolve) => {
			const socket = connect(port, '127.0.0.1');
			socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
			socket.once('connect', () => socket.destroy());
		});
		if (open) return;
		if (Date.now() > deadline) throw new Error(`nothing listens on ${port}: ${said.stdout}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/** HAProxy by deploy/haproxy.cfg. */
export async function startProxy(apps: number[]): Promise<{ origin: string; said: Beside }> {
	const port = await freePort();
	const names = Object.fromEntries(
		apps.map((each, index) => [`APP_${index + 1}`, `127.0.0.1:${each}`])
	);
	const env = { BIND: `127.0.0.1:${port}`, ...names };
	const said = keep(findProxy()!, ['-db', '-f', 'deploy/haproxy.cfg'], env);
	await listening(port, said);
	return { origin: `http://localhost:${port}`, said };
}

/** PgBouncer by deploy/pgbouncer.ini, with the addresses of this run; gives the address of the database through it. */
export async function startPooler(database: string): Promise<{ url: string; said: Beside }> {
	const { port: server } = new URL(database);
	const port = await freePort();
	const folder = serverFolder();
	const users = join(folder, 'users');
	writeFileSync(users, '"course" ""\n');
	const file = join(folder, 'pgbouncer.ini');
	const own = readFileSync('deploy/pgbouncer.ini', 'utf8')
		.replace('port=5432', `port=${server}`)
		.replace('listen_port = 6432', `listen_port = ${port}`)
		.replace('auth_type = scram-sha-256', 'auth_type = trust')
		.replace('/etc/pgbouncer/userlist.txt', users);
	// PgBouncer makes a socket in /tmp unless told otherwise.
	writeFileSync(file, `${own}\nunix_socket_dir =\n`);
	for (const path of [users, file]) chmodSync(path, 0o644);
	const said = keep(findPooler()!, [file], {}, serverUser());
	await listening(port, said);
	return { url: `postgres://course@127.0.0.1:${port}/course`, said };
}
