import { expect, test } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import { completions, type Completion } from '#lib/learning/completion.ts';
import { mulberry32 } from '#lib/learning/random.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { person, start } from '../../../tests/support/people.ts';
import { life } from '../../../tests/support/life.ts';
import { quiz } from '../../../tests/support/quiz.ts';
import { course } from './course.ts';
import { completionsOf, factsOf } from './db/progress.ts';

const db = useDatabase();
const sorted = (list: Completion[]) => [...list].sort((a, b) => (a.unit < b.unit ? -1 : 1));

test.each([11, 22, 33])(
	'everything shown as done follows from the facts, and the facts from nothing else (seed %i)',
	async (seed) => {
		const random = mulberry32(seed);
		let ms = start.getTime();
		const now = () => new Date((ms += 1 + Math.floor(random() * 600_000)));
		const people = [];
		for (let n = 0; n < 5; n++) people.push(await person(db()));
		// Some stop early, some do everything: each has a share of the acts.
		const acts = people.map((who) => life(db(), who, random, now));
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
