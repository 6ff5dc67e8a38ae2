import { Agent, request } from 'node:http';

export type Answer = {
	status: number;
	headers: Record<string, string>;
	cookies: string[];
	text: string;
};

export type Question = {
	method?: string;
	/** Sent as it is: `%2e%2e%2f` stays what it is. */
	path: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
};

/** One connection after another is opened as needed and kept: a test asks thousands of questions. */
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** HTTP as typed: no path is tidied, no redirect followed, and Host and Origin are whatever the test says. */
export function ask(
	origin: string,
	{ method = 'GET', path, headers = {}, body }: Question
): Promise<Answer> {
	const { host, port } = new URL(origin);
	return new Promise((resolve, reject) => {
		const sent = request(
			{
				agent,
				host: '127.0.0.1',
				port,
				method,
				path,
				headers: {
					host,
					...headers,
					...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) })
				}
			},
			(response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('error', reject);
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						headers: Object.fromEntries(
							Object.entries(response.headers).map(([name, value]) => [name, String(value)])
						),
						cookies: response.headers['set-cookie'] ?? [],
						text: Buffer.concat(parts).toString('utf8')
					})
				);
			}
		);
		sent.on('error', reject);
		sent.end(body);
	});
}

const formType = 'application/x-www-form-urlencoded';

/** A form sent from one of our own pages. */
export function postForm(
	origin: string,
	path: string,
	fields: Record<string, string> | URLSearchParams,
	headers: Record<string, string> = {}
): Promise<Answer> {
	const body = new URLSearchParams(fields).toString();
	return ask(origin, {
		method: 'POST',
		path,
		body,
		headers: { origin, accept: 'text/html', 'content-type': formType, ...headers }
	});
}

/** Signs in and gives the cookie header for everything after it. */
export async function cookieOf(origin: string, email: string, password: string): Promise<string> {
	const answer = await postForm(origin, '/nl/sign-in', { email, password });
	const cookie = answer.cookies[0]?.split(';')[0];
	if (answer.status !== 303 || !cookie)
		throw new Error(`${email} could not sign in: ${answer.status}`);
	return cookie;
}
