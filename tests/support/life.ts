import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import type { Account } from '#lib/server/accounts.ts';
import { course, itemOf } from '#lib/server/course.ts';
import type { AttemptRow } from '#lib/server/db/attempts.ts';
import type { Database } from '#lib/server/db/connect.ts';
import { check, predict } from './people.ts';
import { answer, begin, current } from './quiz.ts';

const lessons = course.modules[0]!.lessons;

/** One person's day: each call does something at random, in whatever order and as often as it comes. */
export function life(db: Database, who: Account, random: () => number, now: () => Date) {
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const tries = new Map<string, number>();
	let open: AttemptRow | undefined;
	return async function act(): Promise<void> {
		const lesson = pick(lessons);
		const what = random();
		if (what < 0.25 && lesson.predictions.length > 0) {
			await predict(db, who, pick(lesson.predictions).id, pick(['a', 'b', 'c']), now());
		} else if (what < 0.6) {
			const item = pick(lesson.checks);
			const given = random() < 0.5 ? rightAnswer(itemOf(item)!) : wrongAnswer(itemOf(item)!);
			const number = (tries.get(item) ?? 0) + (random() < 0.2 ? 0 : 1) || 1;
			tries.set(item, number);
			await check(db, who, { item, given, try: number, at: now() });
		} else if (!open || open.submittedAt) {
			open = await begin(db, who, now()).catch(() => undefined);
		} else {
			await answer(db, open, Math.floor(random() * open.items.length), {
				right: random() < 0.8,
				at: now()
			});
			open = await current(db, open);
		}
	};
}
