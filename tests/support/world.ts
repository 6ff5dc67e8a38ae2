import { randomUUID } from 'node:crypto';
import { createHash } from 'node:crypto';
import { castPassword, cohorts } from '#lib/server/demo/cast.ts';
import { ask, cookieOf, postForm } from './http.ts';
import { readData } from './page-data.ts';

/** Whoever may ask: nobody in particular, and two of each kind of which one has to do with the first cohort. */
export const everybody = [
	'anonymous',
	'learner',
	'otherLearner',
	'manager',
	'otherManager',
	'administrator'
] as const;
export type Who = (typeof everybody)[number];

const first: Record<Exclude<Who, 'anonymous'> | 'fresh' | 'finished' | 'waiting', string> = {
	learner: 'bas',
	otherLearner: 'femke',
	manager: 'hanneke',
	otherManager: 'joris',
	administrator: 'farida',
	/** Joined the first cohort and did nothing yet. */
	fresh: 'esra',
	/** Passed the quiz on the second attempt, and began the check of a month later. */
	finished: 'amina',
	/** Left in the middle of an attempt. */
	waiting: 'gerrit'
};
export type Name = keyof typeof first;

type CohortKey = keyof typeof cohorts;

/** What a test knows about a loaded cast. Sessions are rows, so the cookies hold on every copy of the same database. */
export type World = {
	cookies: Record<Name, string>;
	accounts: Record<Name, string>;
	cohorts: Record<CohortKey, string>;
	links: Record<CohortKey, { open: string; revoked: string }>;
	codes: Record<CohortKey, { open: string; revoked: string }>;
	note: string;
	/** The id of a wrong, typed answer of the learner, who says that it should count. */
	answer: string;
	/** The id of the finished learner's request for a second look, and of the place that `fresh` took at it. */
	request: string;
	review: string;
	/** The code of the finished learner's certificate. */
	certificate: string;
	/** The id of an exercise that the finished learner shares with the manager. */
	share: string;
};

/** What the finished learner wrote in their note; nobody else may ever see it. */
const note = 'Van Amina alleen: zeventien paarse pinguïns';

/** Why the learner's answer should count: for the learner and the administrator. */
export const reason = 'Ook paarse pinguïns tellen mee';

/**
 * Signs the cast in and gives each cohort a revoked link, one learner a note and another an appeal, all through the app
 * itself.
 */
export async function enter(origin: string): Promise<World> {
	const cookies = {} as World['cookies'];
	for (const [name, person] of Object.entries(first))
		cookies[name as Name] = await cookieOf(origin, `${person}@verdewold.example`, castPassword);

	const people = (await dataOf(origin, '/nl/admin', cookies.administrator)).people as {
		id: string;
		email: string;
	}[];
	const accounts = Object.fromEntries(
		Object.entries(first).map(([name, person]) => [
			name,
			people.find((each) => each.email.startsWith(person))?.id ?? ''
		])
	) as World['accounts'];

	const answer = await appealOf(origin, cookies.learner);
	const world: World = {
		cookies,
		accounts,
		note,
		answer,
		cohorts: {},
		links: {},
		codes: {}
	} as never;
	const managers = { communication: cookies.manager, service: cookies.otherManager };
	for (const key of ['communication', 'service'] as const) {
		const [own] = (await dataOf(origin, '/nl/manage', managers[key])).cohorts as { id: string }[];
		const page = `/nl/manage/${own!.id}/joining`;
		const headers = { cookie: managers[key] };
		await postForm(origin, `${page}?/makeLink`, { maxUses: '5', days: '5' }, headers);
		const made = (await linksOn(origin, page, managers[key])).find(
			(link) => link.code !== cohorts[key].code
		)!;
		await postForm(origin, `${page}?/revokeLink`, { link: made.id }, headers);
		const links = await linksOn(origin, page, managers[key]);
		const revoked = links.find((link) => link.state === 'revoked')!;
		const open = links.find((link) => link.state === 'open')!;
		world.cohorts[key] = own!.id;
		world.links[key] = { open: open.id, revoked: revoked.id };
		world.codes[key] = { open: open.code, revoked: revoked.code };
	}
	const written = { field: noteField, body: note, base: '0' };
	const headers = { cookie: cookies.finished };
	await postForm(origin, `/nl/lesson/${noteLesson}?/note`, written, headers);
	const mark = { id: randomUUID(), passage: 'step-1.1', mark: 'idea', body: note };
	await postForm(origin, `/nl/lesson/${noteLesson}?/annotate`, mark, headers);
	await postForm(origin, '/nl/retention/30', {}, headers);
	world.share = await shareOf(origin, world);
	const fresh = `/nl/manage/${world.cohorts.communication}/people/${accounts.fresh}`;
	await postForm(origin, `${fresh}?/nudge`, {}, { cookie: cookies.manager });
	await askedOf(origin, world);
	await postForm(origin, '/nl/certificate?/issue', {}, headers);
	const { certificate } = await dataOf(origin, '/nl/certificate', cookies.finished);
	world.certificate = (certificate as { code: string }).code;
	const run = { simulation: 'S1', state: 'S1.seeded=7' };
	await postForm(origin, `/nl/lesson/${noteLesson}?/simulate`, run, headers);
	const { lesson } = await dataOf(origin, `/nl/lesson/${noteLesson}`, cookies.finished);
	const step = (lesson as { steps: { id: string }[] }).steps.at(-1)!.id;
	await postForm(origin, `/nl/lesson/${noteLesson}?/step`, { step }, headers);
	return world;
}

/** The finished learner writes, judges and shares an exercise. */
async function shareOf(origin: string, world: World): Promise<string> {
	const page = '/nl/canvas/e1';
	const headers = { cookie: world.cookies.finished };
	const written = { saveId: randomUUID(), 'base:e1_opdracht': '0', 'e1_opdracht.0.text': note };
	await postForm(origin, `${page}?/save`, written, headers);
	const levels = { 'level:diagnosis': '2', 'level:peoples-why': '2', 'level:evidence': '2' };
	await postForm(origin, `${page}?/assess`, levels, headers);
	await postForm(origin, `${page}?/share`, { cohort: world.cohorts.communication }, headers);
	const list = `/nl/manage/${world.cohorts.communication}/canvas`;
	const { shared } = await dataOf(origin, list, world.cookies.manager);
	const [first] = shared as { id: string }[];
	if (!first) throw new Error('nothing is shared');
	return first.id;
}

/** The finished learner asks for a second look, and somebody takes a place at it. */
async function askedOf(origin: string, world: World): Promise<void> {
	const cohort = { cohort: world.cohorts.communication };
	await postForm(origin, '/nl/canvas/e1?/ask', cohort, { cookie: world.cookies.finished });
	const open = async () => {
		const { requests } = await dataOf(origin, '/nl/canvas/reviews', world.cookies.fresh);
		return (requests as { id: string; own?: { id: string } }[])[0];
	};
	world.request = (await open())?.id ?? '';
	const headers = { cookie: world.cookies.fresh };
	await postForm(origin, '/nl/canvas/reviews', { request: world.request }, headers);
	world.review = (await open())?.own?.id ?? '';
	if (!world.review) throw new Error('no place was taken');
}

/** Somebody answers a question with a wrong number and says that it should count. */
async function appealOf(origin: string, cookie: string): Promise<string> {
	const answerId = randomUUID();
	const fields = { item: 'Q-B10-04', try: '1', answerId, value: '987654' };
	await postForm(origin, '/nl/lesson/b10?/check', fields, { cookie });
	const appealed = await postForm(origin, `/nl/appeals/${answerId}`, { reason }, { cookie });
	if (appealed.status !== 303) throw new Error(`no appeal: ${appealed.status}`);
	return answerId;
}

export const noteLesson = 'a1';
export const noteField = 'note_a1';

type Link = { id: string; code: string; state: string };
async function linksOn(origin: string, page: string, cookie: string): Promise<Link[]> {
	return (await dataOf(origin, page, cookie)).links as Link[];
}

export async function dataOf(
	origin: string,
	path: string,
	cookie?: string
): Promise<Record<string, unknown>> {
	const answer = await ask(origin, {
		path: `${path}/__data.json`,
		headers: { ...(cookie && { cookie }) }
	});
	const { status, data } = readData(answer.text);
	if (status !== 200) throw new Error(`${path}: ${status}`);
	return data;
}

/** What the session table holds for a cookie: whoever reads the table must not get in with it. */
export function storedIdOf(cookie: string): string {
	const secret = cookie.slice(cookie.indexOf('=') + 1);
	return `sha256:${createHash('sha256').update(secret).digest('base64url')}`;
}
