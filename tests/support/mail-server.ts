import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type MailServer = {
	url: string;
	/** What came in: the envelope's recipients, and the message as it was sent. */
	mails: { to: string[]; raw: string }[];
	refuse: (recipient: string) => boolean;
	close(): Promise<void>;
};

/** A mail server on this machine that keeps what it is given. */
export async function mailServer(port = 0): Promise<MailServer> {
	const self: MailServer = { url: '', mails: [], refuse: () => false, close: async () => {} };
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onRcptTo: ({ address }, _session, done) =>
			done(self.refuse(address) ? new Error('no such mailbox') : null),
		onData(stream, session, done) {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				const to = session.envelope.rcptTo.map((each) => each.address);
				self.mails.push({ to, raw: Buffer.concat(parts).toString() });
				done();
			});
		}
	});
	// A client that hangs up in the middle is no fault of the server.
	server.on('error', () => {});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	self.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	self.close = () => new Promise((resolve) => server.close(() => resolve()));
	return self;
}
