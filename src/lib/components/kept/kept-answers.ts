/** An answer that waits on this device until the server has it, or that the server refused. */
export type Kept = {
	/** Given out by the device, rising: the order in which answers were given. */
	seq: number;
	/** Whose answer this is: the pseudonym of the account. */
	owner: string;
	/** Which question this answers; a newer answer takes the place of an older one. */
	place: string;
	/** Path and query of the form action. */
	action: string;
	/** The form as it is sent; emptied once it is refused. */
	fields: [name: string, value: string][];
	/** The id of the item, so that a page can lead to it. */
	item: string;
	refused?: Refusal;
};

/** Why an answer was not taken over: it was incomplete, the question has another answer, or there is no such question. */
export type Refusal = 'invalid' | 'conflict' | 'gone' | 'other';

/** What came back: a status, if anything did, and the result of the form action, if that is what it was. */
export type Reply = {
	status?: number | undefined;
	result?: { type: string; status?: number | undefined } | undefined;
};

export type Outcome =
	| { kind: 'sent' }
	| { kind: 'refused'; why: Refusal }
	/** Stays, and goes once somebody signs in. */
	| { kind: 'signed-out' }
	/** Stays; nothing else will get through either. */
	| { kind: 'unreachable' }
	/** Stays; something is wrong with this one, and those behind it need not wait. */
	| { kind: 'failing' };

/** Statuses that say: later. */
const later = [408, 425, 429, 502, 503, 504];

/** Whether nobody who could judge the answer was reached. A status that is not there: no connection, or no page of ours. */
export const isUnreachable = (status: number | undefined) =>
	status === undefined || later.includes(status);

/** What to do with a kept answer. Only words of our own server make an end to it; a page of somebody in between does not. */
export function outcomeOf({ status, result }: Reply): Outcome {
	if (!result) {
		if (status === 401) return { kind: 'signed-out' };
		const refused = status !== undefined && status >= 400 && status < 500;
		return { kind: refused && !isUnreachable(status) ? 'failing' : 'unreachable' };
	}
	if (result.type === 'success' || result.type === 'redirect') return { kind: 'sent' };
	const said = result.status ?? status;
	if (said === 401) return { kind: 'signed-out' };
	if (isUnreachable(said)) return { kind: 'unreachable' };
	if (said === 400) return { kind: 'refused', why: 'invalid' };
	if (said === 404) return { kind: 'refused', why: 'gone' };
	if (said === 409) return { kind: 'refused', why: 'conflict' };
	return said! < 500 ? { kind: 'refused', why: 'other' } : { kind: 'failing' };
}

/** The same for the same question in either language and in any tab. */
export function placeOf(pathname: string, item: string, tryNumber: unknown): string {
	return [pathname.replace(/^\/(nl|en)(?=\/)/, ''), item, tryNumber ?? ''].join(' ');
}

/** Whether a form holds anything beside what belongs to every answer: empty is refused, so it need not be kept. */
export function isAnswered(fields: Kept['fields']): boolean {
	const around = ['item', 'answerId', 'try', 'confidence'];
	return fields.some(([name, value]) => !around.includes(name) && value.trim() !== '');
}

/** Milliseconds until the next attempt after so many in vain: from two seconds, doubling, to a minute. */
export const pause = (failures: number) => Math.min(60_000, 1000 * 2 ** Math.max(1, failures));
