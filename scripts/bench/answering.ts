import { randomUUID } from 'node:crypto';
import { rightAnswer, wrongAnswer } from '../../src/lib/learning/sample-answers.ts';
import { pairsOf } from '../../tests/support/answer-form.ts';
import type { OpenAttempt } from '../../tests/support/crowd.ts';
import { realCourse } from '../../tests/support/real-course.ts';
import { get, post, type Connection } from './connection.ts';
import type { Work } from './load.ts';
import { cookieOf } from './seed.ts';

/** The requests after an answer was acknowledged, until what comes next is there: a question, or after the last one the result. */
export type ThenAsks = (quiz: string, next: string | undefined) => string[];

/**
 * What a browser with scripts asks for. The next question came along with the acknowledgement, which `bringsTheNext`
 * looks at; for the result it asks which page the address is, and what that page shows.
 */
export const inBrowser: ThenAsks = (quiz, next) =>
	next ? [] : [`${quiz}/__route.js`, `${quiz}/__data.json?x-sveltekit-invalidated=01`];

/** The bare server brings what comes next along as well. */
export const bare: ThenAsks = () => [];

/** Gives an answer and looks whether the next question is in what comes back; else the benchmark would measure half of it. */
export async function bringsTheNext(origin: string, attempt: OpenAttempt): Promise<void> {
	const { items, quiz, number, account } = attempt;
	const response = await fetch(`${origin}/nl/quiz/${quiz}/${number}/1`, {
		method: 'POST',
		headers: {
			...{ origin, accept: 'application/json', 'x-sveltekit-action': 'true' },
			cookie: cookieOf(account)
		},
		body: formOf(items[0]!, 1)
	});
	const text = await response.text();
	if (!text.includes(items[1]!))
		throw new Error(`The next question did not come along: ${text.slice(0, 200)}`);
}

/** How many answers were sent and acknowledged, so that the table can be compared with it. */
export type Answering = {
	work: Work;
	acknowledged(): number;
	left(): number;
	/** Requests that were told to come back later, because there were more than the app takes on at once. */
	refused(): number;
};

/**
 * Every connection is a learner who goes through an attempt question by question, and then somebody else with another one.
 * An answer is done when it is acknowledged and the page with the next question is there.
 */
export function answering(origin: string, attempts: OpenAttempt[], thenAsks: ThenAsks): Answering {
	const under = new Map<number, { attempt: OpenAttempt; question: number }>();
	let [acknowledged, refused] = [0, 0];
	return {
		acknowledged: () => acknowledged,
		left: () => attempts.length,
		refused: () => refused,
		async work(connection, index) {
			const place = under.get(index) ?? { attempt: attempts.pop(), question: 1 };
			const { attempt, question } = place;
			if (!attempt) throw new Error('All attempts are used: seed more learners');
			const { items, quiz, number, account } = attempt;
			const page = `/nl/quiz/${quiz}`;
			const base = `${page}/${number}`;
			const cookie = cookieOf(account);
			const sent = post(
				origin,
				`${base}/${question}`,
				cookie,
				formOf(items[question - 1]!, question)
			);
			const reply = await connection.send(sent);
			if (reply.status === 503) {
				refused += 1;
				under.set(index, place as { attempt: OpenAttempt; question: number });
				return;
			}
			// What it says is compressed; whether it is true shows afterwards, when the rows are counted.
			if (reply.status !== 200) throw new Error(`An answer got ${reply.status}`);
			acknowledged += 1;
			const next = question < items.length ? `${base}/${question + 1}` : undefined;
			for (const path of thenAsks(page, next))
				if ((await fetched(connection, get(origin, path, cookie, '*/*'), 503)) === undefined)
					refused += 1;
			if (next) under.set(index, { attempt, question: question + 1 });
			else under.delete(index);
		}
	};
}

/**
 * Sends a request; anything but a page is a fault of the benchmark.
 *
 * @param or another status that may be, too
 * @returns the bytes of the page; undefined with the other status
 */
export async function fetched(
	connection: Connection,
	request: Buffer,
	or?: number
): Promise<number | undefined> {
	const { status, bytes, body } = await connection.send(request);
	if (status === or) return undefined;
	if (status !== 200)
		throw new Error(
			`${request.toString().split('\r\n')[0]} got ${status}: ${body.toString().slice(0, 200)}`
		);
	return bytes;
}

function formOf(id: string, question: number): URLSearchParams {
	const item = realCourse.items[id]!;
	const given = question % 3 === 0 ? wrongAnswer(item) : rightAnswer(item);
	return new URLSearchParams([['item', id], ['answerId', randomUUID()], ...pairsOf(given)]);
}
