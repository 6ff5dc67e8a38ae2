import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { checkAll } from './checkers.ts';
import { ask, read } from './client.ts';
import { noteLoad, underLoad } from './load.ts';
import { spread, type Scenario } from './scenario.ts';
import { crowd, prepare, type Someone } from './setting.ts';
import { supervise, type Supervised } from './supervisor.ts';

const both: Scenario['databases'] = ['embedded', 'PostgreSQL'];

/** Pages one after the other by so many at once for a while: how long each took, and how many came in a second. */
async function pages(origin: string, who: Someone, { at = 1, ms = 2000 } = {}) {
	const took: number[] = [];
	const began = performance.now();
	const visitor = async () => {
		while (performance.now() - began < ms) {
			const asked = performance.now();
			if ((await read(origin, who, '/nl/course')).status === 200)
				took.push(performance.now() - asked);
		}
	};
	await Promise.all(Array.from({ length: at }, visitor));
	return { took, perSecond: took.length / ((performance.now() - began) / 1000) };
}

/** The most memory that the process ever had, in megabytes; 0 where the system does not say. */
function mostMemory(app: Supervised): number {
	try {
		const status = readFileSync(`/proc/${app.server().process.pid}/status`, 'utf8');
		return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
	} catch {
		return 0;
	}
}

export const tooMany: Scenario = {
	id: 'F15',
	title: 'ten times as many pages asked for as can be made',
	databases: both,
	async run(ground, size) {
		const [seconds, answers] = size === 'full' ? [60, 500] : [3, 60];
		const setting = await prepare(ground.place, crowd(size));
		const app = await supervise(ground);
		const capacity = (await pages(app.origin, setting.manager, { at: 8 })).perSecond;
		const [admitted, refused]: number[][] = [[], []];
		const others = new Map<string, number>();
		const visit = async (who: Someone) => {
			const began = performance.now();
			const page = await read(app.origin, who, '/nl/course');
			const took = performance.now() - began;
			if (page.status === 200) admitted!.push(took);
			else if (page.status === 503 && page.headers.has('retry-after')) refused!.push(took);
			else {
				const reply = String(page.status ?? page.why);
				others.set(reply, (others.get(reply) ?? 0) + 1);
			}
		};
		// Whoever comes does not wait for who came before: so many in every tenth of a second, at most a hundred.
		const crowdIn = async () => {
			const coming: Promise<void>[] = [];
			for (let tenth = 0; tenth < seconds * 10; tenth++) {
				for (let n = 0; n < Math.min(100, capacity); n++)
					coming.push(visit(setting.learners[n % setting.learners.length]!));
				await pause(100);
			}
			await Promise.all(coming);
		};
		const [result] = await Promise.all([
			underLoad(ground, setting, app.origin, { answers }),
			crowdIn()
		]);
		const after = await pages(app.origin, setting.manager, { at: 1 });
		noteLoad(ground, result);
		ground.note({
			'pages a second': Math.round(capacity),
			admitted: admitted!.length,
			...spread('admitted', admitted!),
			refused: refused!.length,
			...spread('refused', refused!),
			...spread('page afterwards', after.took),
			'most memory (MB)': mostMemory(app)
		});
		expect([...others]).toEqual([]);
		expect(admitted!.length).toBeGreaterThan(0);
		expect(refused!.length).toBeGreaterThan(0);
		expect(mostMemory(app)).toBeLessThan(512);
		expect(app.ends).toEqual([]);
		await checkAll(ground, setting, result.seen, app);
	}
};

/** A connection that says the beginning and then a letter every five seconds; resolves to how long it was let be. */
function slowly(port: number, beginning: string, sockets: Socket[]): Promise<number> {
	const began = performance.now();
	const socket = connect(port, '127.0.0.1');
	sockets.push(socket);
	socket.on('error', () => {});
	socket.resume().write(beginning);
	const drip = setInterval(() => socket.writable && socket.write('a'), 5000);
	return new Promise((resolve) =>
		socket.once('close', () => {
			clearInterval(drip);
			resolve(performance.now() - began);
		})
	);
}

export const slowClients: Scenario = {
	id: 'F16',
	title: 'hundreds of connections that say a letter every five seconds',
	databases: ['PostgreSQL'],
	async run(ground, size) {
		const [heads, bodies] = size === 'full' ? [500, 200] : [100, 100];
		const setting = await prepare(ground.place, 1);
		const app = await supervise(ground);
		const port = Number(new URL(app.origin).port);
		const usual = await pages(app.origin, setting.manager);
		const sockets: Socket[] = [];
		ground.after(() => sockets.forEach((socket) => socket.destroy()));
		const head = 'GET /nl/course HTTP/1.1\r\nhost: localhost\r\nx-slow: ';
		const body = [
			'POST /nl/sign-in HTTP/1.1',
			`host: localhost:${port}`,
			`origin: ${app.origin}`,
			'content-type: application/x-www-form-urlencoded',
			'content-length: 1000',
			'\r\nemail='
		].join('\r\n');
		const many = (count: number, beginning: string) =>
			Promise.all(Array.from({ length: count }, () => slowly(port, beginning, sockets)));
		const cut = Promise.all([many(heads, head), many(bodies, body)]);
		const meanwhile = await pages(app.origin, setting.manager, { ms: 8000 });
		const [headsCut, bodiesCut] = await cut;
		ground.note({
			...spread('usual page', usual.took),
			...spread('page meanwhile', meanwhile.took),
			...spread('head cut', headsCut),
			...spread('body cut', bodiesCut)
		});
		expect(Math.max(...headsCut)).toBeLessThan(20_000);
		expect(Math.max(...bodiesCut)).toBeLessThan(45_000);
		expect(meanwhile.took.length).toBeGreaterThan(0);
		expect(await app.stop()).toBe(0);
	}
};

export const loginStorm: Scenario = {
	id: 'F17',
	title: 'everybody signs in at once',
	databases: ['PostgreSQL'],
	async run(ground, size) {
		const [logins, seconds] = size === 'full' ? [300, 10] : [100, 3];
		const setting = await prepare(ground.place, 1);
		const app = await supervise(ground, { env: { TRUST_PROXY: '1' } });
		const usual = await pages(app.origin, setting.manager);
		const replies = new Map<string, number>();
		const took: number[] = [];
		// Addresses that are not known cost as much as those that are; each comes from a place of its own.
		const signIn = async (number: number) => {
			await pause((number / logins) * seconds * 1000);
			const began = performance.now();
			const reply = await ask(`${app.origin}/nl/sign-in`, {
				method: 'POST',
				headers: {
					...{ accept: 'text/html', origin: app.origin },
					'x-forwarded-for': `192.0.2.${number % 250}`
				},
				body: new URLSearchParams({
					email: `somebody-${number}@test.example`,
					password: 'vier schapen in de mist'
				})
			});
			took.push(performance.now() - began);
			const wait = reply.headers?.has('retry-after') ? ' retry-after' : '';
			const said = `${reply.status ?? reply.why}${wait}`;
			replies.set(said, (replies.get(said) ?? 0) + 1);
		};
		const storm = Promise.all(Array.from({ length: logins }, (_, number) => signIn(number)));
		const meanwhile = await pages(app.origin, setting.manager, { ms: seconds * 1000 });
		await storm;
		ground.note({
			logins,
			replies: [...replies].map(([reply, count]) => `${reply} ×${count}`).join(', '),
			...spread('login', took),
			...spread('usual page', usual.took),
			...spread('page meanwhile', meanwhile.took)
		});
		expect([...replies.keys()].filter((each) => !/^(400|503 retry-after)$/.test(each))).toEqual([]);
		expect(Math.max(...took)).toBeLessThan(12_000);
		expect(meanwhile.took.length).toBeGreaterThan(0);
		expect(await app.stop()).toBe(0);
	}
};
