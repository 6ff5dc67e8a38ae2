import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser, type AddressObject } from 'mailparser';
import { afterEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { mailServer, type MailServer } from '../../../tests/support/mail-server.ts';
import { later, start } from '../../../tests/support/people.ts';
import { freePort } from '../../../tests/support/postgres.ts';
import { outbox } from './db/schema.ts';
import { carrier, deliver, post, type Carrier } from './mail.ts';

const db = useDatabase();
const letter = {
	recipient: 'noor@test.example',
	subject: 'Kies je wachtwoord – één keer',
	body: 'Hallo,\n\n.\nhttps://course.test/nl/welcome/abc\n'
};
const rows = () => db().select().from(outbox);
const over = (smtpUrl: string | undefined, dataDir = 'nowhere') =>
	carrier({ smtpUrl, from: 'course@course.test', dataDir });

const open: MailServer[] = [];
async function serve(port?: number): Promise<MailServer> {
	const server = await mailServer(port);
	open.push(server);
	return server;
}
afterEach(async () => {
	for (const server of open.splice(0)) await server.close();
});

describe('a letter', () => {
	test('goes out once, as it was written, over a real conversation', async () => {
		const server = await serve();
		await post(db(), letter, start);
		expect(await deliver(db(), over(server.url), start)).toMatchObject([
			{ outcome: 'sent', failed: false }
		]);
		expect(await deliver(db(), over(server.url), later(60))).toEqual([]);
		const [mail, ...more] = await Promise.all(server.mails.map((each) => simpleParser(each.raw)));
		expect(more).toEqual([]);
		expect(mail).toMatchObject({ subject: letter.subject, text: letter.body });
		expect((mail?.to as AddressObject).value).toMatchObject([{ address: letter.recipient }]);
		expect(server.mails[0]!.to).toEqual([letter.recipient]);
		expect(await rows()).toMatchObject([{ sentAt: start, tries: 1 }]);
	});

	test('is sent once, also when a round takes longer than letters wait after a try', async () => {
		for (let n = 0; n < 5; n++) await post(db(), { ...letter, subject: `nummer ${n}` }, start);
		const sent: string[] = [];
		let time = start;
		const another: Carrier = async ({ subject }) => String(sent.push(subject));
		const slow: Carrier = async ({ subject }) => {
			sent.push(subject);
			time = new Date(time.getTime() + 40_000);
			if (sent.length === 2) await deliver(db(), another, time);
			return 'sent';
		};
		await deliver(db(), slow, start, () => time);
		expect(sent.sort()).toEqual([0, 1, 2, 3, 4].map((n) => `nummer ${n}`));
	});

	test('is sent once when two processes look at the same moment', async () => {
		const server = await serve();
		for (let n = 0; n < 30; n++) await post(db(), { ...letter, subject: `nummer ${n}` }, start);
		for (let round = 0; round < 3; round++)
			await Promise.all([
				deliver(db(), over(server.url), start),
				deliver(db(), over(server.url), start)
			]);
		const subjects = await Promise.all(
			server.mails.map(async (each) => (await simpleParser(each.raw)).subject)
		);
		expect(subjects.length).toBe(30);
		expect(new Set(subjects).size).toBe(30);
	});

	test('waits while the mail server is away, a little longer each time, and is not lost', async () => {
		const port = await freePort();
		const carry = over(`smtp://127.0.0.1:${port}`);
		await post(db(), letter, start);
		expect(await deliver(db(), carry, start)).toMatchObject([{ failed: true }]);
		expect(await deliver(db(), carry, new Date(later(1).getTime() - 1))).toEqual([]);
		expect(await deliver(db(), carry, later(1))).toMatchObject([{ failed: true }]);
		expect(await rows()).toMatchObject([{ sentAt: null, tries: 2, nextTryAt: later(6) }]);
		const server = await serve(port);
		expect(await deliver(db(), carry, later(5))).toEqual([]);
		expect(await deliver(db(), carry, later(6))).toMatchObject([{ failed: false }]);
		expect(server.mails).toHaveLength(1);
	});

	test('that the mail server refuses does not hold up the others', async () => {
		const server = await serve();
		server.refuse = (recipient) => recipient === 'gone@test.example';
		await post(db(), { ...letter, recipient: 'gone@test.example' }, start);
		await post(db(), letter, later(0.1));
		const outcomes = await deliver(db(), over(server.url), later(1));
		expect(outcomes.map((each) => each.failed).sort()).toEqual([false, true]);
		expect(server.mails.map((each) => each.to)).toEqual([[letter.recipient]]);
	});

	test('is given up after eleven tries over a day and more, and stays in the table', async () => {
		const carry = () => Promise.reject(new Error('away'));
		await post(db(), letter, start);
		let tries = 0;
		for (let minute = 0; minute < 4 * 24 * 60; minute += 1 + minute / 20)
			tries += (await deliver(db(), carry, later(minute))).length;
		expect(tries).toBe(11);
		expect(await rows()).toMatchObject([{ sentAt: null, tries: 11 }]);
	});

	test('becomes a file when there is no mail server, and the outcome says which', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'course-mail-'));
		await post(db(), letter, start);
		const [{ outcome } = { outcome: '' }] = await deliver(db(), over(undefined, folder), start);
		expect(readdirSync(join(folder, 'mail')).map((name) => join(folder, 'mail', name))).toEqual([
			outcome
		]);
		const mail = await simpleParser(readFileSync(outcome));
		expect(mail).toMatchObject({ subject: letter.subject, text: letter.body });
		rmSync(folder, { recursive: true });
	});

	test.each([
		['a subject', { subject: 'Hallo\r\nBcc: spy@evil.test\r\n\r\nVerborgen' }],
		['a recipient', { recipient: 'noor@test.example\r\nBcc: spy@evil.test' }],
		['a recipient with a list', { recipient: 'noor@test.example, spy@evil.test' }],
		['a recipient with a command', { recipient: 'noor@test.example>\r\nRCPT TO:<spy@evil.test' }],
		['a body', { body: 'Hallo\r\n.\r\nMAIL FROM:<spy@evil.test>\r\nRCPT TO:<spy@evil.test>\r\n' }]
	])(
		'with line breaks or more in %s reaches nobody else and adds no header',
		async (_, hostile) => {
			const server = await serve();
			await post(db(), { ...letter, ...hostile }, start);
			await deliver(db(), over(server.url), start);
			for (const { to, raw } of server.mails) {
				expect(to).toEqual([letter.recipient]);
				const mail = await simpleParser(raw);
				expect(mail.bcc).toBeUndefined();
				expect([...mail.headers.keys()].sort()).toEqual([
					'content-transfer-encoding',
					'content-type',
					'date',
					'from',
					'message-id',
					'mime-version',
					'subject',
					'to'
				]);
			}
			expect(server.mails.length).toBeLessThanOrEqual(1);
		}
	);
});
