import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Item } from '#lib/course/item.ts';
import type { Given } from '#lib/learning/grade.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { castPassword } from '#lib/server/demo/cast.ts';
import { pairsOf, shownFor } from '../support/answer-form.ts';
import { crawl, type Seen } from '../support/crawl.ts';
import { cookieOf, postForm } from '../support/http.ts';
import { markedBuild, type MarkedBuild } from '../support/marked-build.ts';
import { fieldNames } from '../support/page-data.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { dataOf } from '../support/world.ts';

// Every key and every feedback of the course carries a marker; then everything a browser can get is searched for them.

const dataDir = mkdtempSync(join(tmpdir(), 'course-secrets-'));
let marked: MarkedBuild;
let server: RunningServer;
/** Joined and never did anything. */
let fresh: string;
let manager: string;
let administrator: string;

beforeAll(async () => {
	marked = markedBuild();
	server = await startServer({ build: marked.build, dataDir, env: { DEMO: '1' } });
	const signIn = (name: string) =>
		cookieOf(server.origin, `${name}@verdewold.example`, castPassword);
	fresh = await signIn('esra');
	manager = await signIn('hanneke');
	administrator = await signIn('farida');
});
afterAll(async () => {
	await server?.stop();
	marked?.remove();
	rmSync(dataDir, { recursive: true, force: true });
});

const markersIn = (text: string) => marked.markersIn(text);
const ownMarkers = (of: Item, given: Given) => markersIn(shownFor(of, given));
const leaks = (seen: Seen[]) =>
	seen.flatMap(({ path, text }) => markersIn(text).map((marker) => `${marker} on ${path}`));
const starts = ['/nl', '/en'];
const lessons = () =>
	marked.course.modules.flatMap((module) => module.lessons.map((lesson) => lesson.id));
const inBoth = (path: string) => starts.map((start) => `${start}${path}`);
const everywhere = () => [
	...starts,
	...inBoth('/course'),
	...inBoth('/search'),
	...lessons().flatMap((lesson) => inBoth(`/lesson/${lesson}`)),
	...marked.course.modules.flatMap((module) => inBoth(`/quiz/${module.quiz.id}`))
];
const quiz = () => marked.course.modules[0]!.quiz;
const item = (id: string): Item => marked.course.items[id]!;
const questionPath = (number: number, question: number, lang = 'nl') =>
	`/${lang}/quiz/${quiz().id}/${number}/${question}`;

async function answer(
	path: string,
	given: Given,
	extra: Record<string, string> = {}
): Promise<string> {
	const body = new URLSearchParams([
		...pairsOf(given),
		...Object.entries({ answerId: randomUUID(), ...extra })
	]);
	const { status, text } = await postForm(server.origin, path, body, { cookie: fresh });
	expect(status, path).toBe(200);
	return text;
}

describe('before the answer', () => {
	test('at least two hundred markers were planted, in every kind of item', () => {
		expect(marked.planted.size).toBeGreaterThanOrEqual(200);
		const without = Object.values(marked.course.items).filter(
			(each) => markersIn(JSON.stringify(each)).length < 2
		);
		expect(without).toEqual([]);
	});

	test('no file for browsers holds a marker', () => {
		const client = join(marked.build, 'client');
		const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) =>
			statSync(join(client, name)).isFile()
		);
		const seen = files.map((path) => ({ path, text: readFileSync(join(client, path), 'latin1') }));
		expect(seen.length).toBeGreaterThan(20);
		expect(leaks(seen)).toEqual([]);
	});

	test('no page or data holds a marker, for somebody who is not signed in', async () => {
		const seen = await crawl(server.origin, everywhere());
		console.log(`${marked.planted.size} markers; ${seen.length} answers for nobody`);
		expect(seen.length).toBeGreaterThan(40);
		expect(leaks(seen)).toEqual([]);
	});

	test('no page, data or question of an open attempt holds a marker or the name of a secret field, for a fresh learner', async () => {
		const questions = [];
		for (const module of marked.course.modules) {
			const path = `/nl/quiz/${module.quiz.id}`;
			expect((await postForm(server.origin, path, {}, { cookie: fresh })).status).toBe(303);
			questions.push(
				...module.quiz.items.flatMap((_, index) => inBoth(`/quiz/${module.quiz.id}/1/${index + 1}`))
			);
		}
		const seen = await crawl(server.origin, [...everywhere(), ...questions], fresh);
		console.log(
			`${seen.length} answers for a fresh learner, ${questions.length} of them questions`
		);
		expect(seen.length).toBeGreaterThan(2 * questions.length);
		expect(leaks(seen)).toEqual([]);

		const names = new Set<string>();
		for (const { path, text } of seen) {
			if (path.endsWith('__data.json')) fieldNames(JSON.parse(text.split('\n')[0] || '{}'), names);
			else for (const [, name = ''] of text.matchAll(/[{,]"?(\w+)"?:/g)) names.add(name);
		}
		expect(names).toContain('stem');
		const secret = [
			'correct',
			'feedback',
			'key',
			'accepted',
			'tolerance',
			'sequence',
			'misconception',
			'refutation',
			'explanation'
		];
		expect(secret.filter((name) => names.has(name))).toEqual([]);
	});

	test('an answer that is none tells nothing', async () => {
		const seen: Seen[] = [];
		for (const [index] of quiz().items.entries()) {
			const path = questionPath(1, index + 1);
			const { status, text } = await postForm(
				server.origin,
				path,
				{ answerId: randomUUID() },
				{ cookie: fresh }
			);
			expect(status, path).toBe(400);
			seen.push({ path, text });
		}
		expect(leaks(seen)).toEqual([]);
	});
});

describe('after the answer', () => {
	const view = async (number: number, question: number) =>
		JSON.stringify(await dataOf(server.origin, questionPath(number, question), fresh));
	const itemAt = async (number: number, question: number) =>
		item(
			(
				(await dataOf(server.origin, questionPath(number, question), fresh)).view as {
					item: { id: string };
				}
			).item.id
		);

	test('a wrong check in a lesson shows its own key, and nothing of any other item', async () => {
		const { id: lesson, checks } = marked.course.modules[0]!.lessons[0]!;
		const check = item(checks[0]!);
		const text = await answer(`/nl/lesson/${lesson}?/check`, wrongAnswer(check), {
			item: check.id,
			try: '1'
		});
		const own = markersIn(JSON.stringify(check));
		const shown = markersIn(text);
		expect(shown.length).toBeGreaterThan(0);
		expect(shown.filter((marker) => !own.includes(marker))).toEqual([]);
	});

	test('wrong in an attempt: only what was chosen is explained, and the key stays closed while there is another try', async () => {
		for (const [index] of quiz().items.entries()) {
			const asked = await itemAt(1, index + 1);
			const given = wrongAnswer(asked);
			const text = await answer(questionPath(1, index + 1), given);
			const own = ownMarkers(asked, given);
			expect(markersIn(text), `${asked.id} in the answer`).toEqual(own);
			expect(markersIn(await view(1, index + 1)), `${asked.id} in the data`).toEqual(own);
			const others = await crawl(
				server.origin,
				[questionPath(1, ((index + 1) % quiz().items.length) + 1)],
				undefined
			);
			expect(leaks(others), 'for nobody').toEqual([]);
		}
	});

	test('an answered attempt tells nobody else anything', async () => {
		const seen = [
			...(await crawl(server.origin, everywhere(), manager)),
			...(await crawl(server.origin, everywhere(), administrator))
		];
		expect(leaks(seen)).toEqual([]);
	});

	test('the key of a quiz opens when no try is left', async () => {
		expect(
			(await postForm(server.origin, `/nl/quiz/${quiz().id}`, {}, { cookie: fresh })).status
		).toBe(303);
		const keys = [];
		for (const [index] of quiz().items.entries()) {
			const asked = await itemAt(2, index + 1);
			const last = index === quiz().items.length - 1;
			await answer(questionPath(2, index + 1), last ? rightAnswer(asked) : wrongAnswer(asked));
		}
		for (const [index] of quiz().items.entries()) {
			const asked = await itemAt(1, index + 1);
			const all = markersIn(JSON.stringify(asked));
			const shown = markersIn(await view(1, index + 1));
			expect(
				shown.filter((marker) => !all.includes(marker)),
				asked.id
			).toEqual([]);
			keys.push(
				...shown.filter((marker) => !ownMarkers(asked, wrongAnswer(asked)).includes(marker))
			);
		}
		expect(keys.length).toBeGreaterThan(0);
	});
});
