import { expect, test } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import { completions, type Completion } from '#lib/learning/completion.ts';
import { mulberry32 } from '#lib/learning/random.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { check, person, predict, start } from '../../../tests/support/people.ts';
import { answer, begin, current, quiz } from '../../../tests/support/quiz.ts';
import type { Account } from './accounts.ts';
import { course, itemOf } from './course.ts';
import type { AttemptRow } from './db/attempts.ts';
import { completionsOf, factsOf } from './db/progress.ts';

const db = useDatabase();
const lessons = course.modules[0]!.lessons;
const sorted = (list: Completion[]) => [...list].sort((a, b) => (a.unit < b.unit ? -1 : 1));

/** One person's day: each call does something at random, in whatever order and as often as it comes. */
function life(who: Account, random: () => number, now: () => Date) {
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const tries = new Map<string, number>();
	let open: AttemptRow | undefined;
	return async function act(): Promise<void> {
		const lesson = pick(lessons);
		const what = random();
		if (what < 0.25 && lesson.predictions.length > 0) {
			await predict(db(), who, pick(lesson.predictions).id, pick(['a', 'b', 'c']), now());
		} else if (what < 0.6) {
			const item = pick(lesson.checks);
			const given = random() < 0.5 ? rightAnswer(itemOf(item)!) : wrongAnswer(itemOf(item)!);
			const number = (tries.get(item) ?? 0) + (random() < 0.2 ? 0 : 1) || 1;
			tries.set(item, number);
			await check(db(), who, { item, given, try: number, at: now() });
		} else if (!open || open.submittedAt) {
			open = await begin(db(), who, now()).catch(() => undefined);
		} else {
			await answer(db(), open, Math.floor(random() * open.items.length), {
				right: random() < 0.8,
				at: now()
			});
			open = await current(db(), open);
		}
	};
}

test.each([11, 22, 33])(
	'everything shown as done follows from the facts, and the facts from nothing else (seed %i)',
	async (seed) => {
		const random = mulberry32(seed);
		let ms = start.getTime();
		const now = () => new Date((ms += 1 + Math.floor(random() * 600_000)));
		const people = [];
		for (let n = 0; n < 5; n++) people.push(await person(db()));
		// Some stop early, some do everything: each has a share of the acts.
		const acts = people.map((who) => life(who, random, now));
		for (let n = 0; n < 260; n++) await acts[Math.floor(random() ** 2 * acts.length)]!();

		let done = 0;
		for (const who of people) {
			const rebuilt = completions(outline(course, course.edition), await factsOf(db(), who.id));
			const kept = await completionsOf(db(), who.id);
			expect(sorted(kept)).toEqual(sorted(rebuilt));
			done += kept.length;
		}
		// A history in which nothing happened would prove nothing.
		expect(done).toBeGreaterThan(3);
		expect(quiz.items.length).toBeGreaterThan(1);
	}
);
