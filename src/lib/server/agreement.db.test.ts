import { expect, test } from 'vitest';
import { outline } from '#lib/course/outline.ts';
import { mulberry32 } from '#lib/learning/random.ts';
import { useDatabase } from '../../../tests/support/database.ts';
import { life } from '../../../tests/support/life.ts';
import { cohort, member, person, start } from '../../../tests/support/people.ts';
import * as certificates from './certificates.ts';
import * as cohorts from './cohorts.ts';
import { course } from './course.ts';
import * as map from './course-map.ts';
import { outbox } from './db/schema.ts';
import { sendDigests } from './digest.ts';
import { peopleCsv } from './export/people.ts';
import * as overrides from './overrides.ts';

const db = useDatabase();
const units = outline(course, course.edition).units.map(({ id }) => id);

// One person, five places that say how far they are: whatever happened, in whatever order, they say the same.
test.each([4, 5, 6])(
	'the learner, the manager, the file, the mail and the certificate agree, and nothing ever falls (seed %i)',
	async (seed) => {
		const random = mulberry32(seed);
		let ms = start.getTime();
		const now = () => new Date((ms += 1 + Math.floor(random() * 600_000)));
		const manager = await person(db(), { role: 'manager', digest: true });
		const own = await cohort(db(), manager, { sees: 'bands' });
		const people = [];
		for (let n = 0; n < 4; n++) {
			const who = await person(db(), { name: `Person ${n}` });
			await member(db(), own, who);
			people.push({ who, act: life(db(), who, random, now), percent: 0 });
		}
		const except = async (id: string) => {
			const unit = units[Math.floor(random() * units.length)]!;
			const by = { cohort: own, id, managerId: manager.id, now: now(), manager: '', origin: '' };
			const give = random() < 0.5 ? overrides.exempt : overrides.giveTry;
			await give(db(), { ...by, unit, reason: 'because' });
		};
		let exempted = 0;
		for (let n = 0; n < 120; n++) {
			const each = people[Math.floor(random() ** 2 * people.length)]!;
			await (n % 15 === 7 ? except(each.who.id) : each.act());
			const moment = new Date(ms + 1);
			const { progress } = await map.view(db(), each.who, 'nl');
			expect(progress.percent).toBeGreaterThanOrEqual(each.percent);
			expect(progress.percent).toBeLessThanOrEqual(100);
			each.percent = progress.percent;
			const line = (await cohorts.lineOf(db(), own, each.who.id, moment))!;
			const done = line.lessons.done + line.quizzes.done;
			expect([done, line.lessons.required + line.quizzes.required]).toEqual([
				progress.done,
				progress.required
			]);
			expect(line.finishedAt).toEqual(progress.finishedAt);
			const [seen] = await cohorts.seenOf(db(), each.who.id, moment);
			expect(seen!.line).toEqual(line);
			const [, row] = peopleCsv([line], 'nl').trim().split('\r\n');
			expect(row).toContain(
				`${line.lessons.done},${line.lessons.required},${line.quizzes.done},${line.quizzes.required}`
			);
			// A certificate asks for what somebody did themselves: the same, but for what they were exempted from.
			const { lessons, quizzes, exempt } = await certificates.towards(db(), each.who);
			expect(lessons.done + quizzes.done + exempt).toBe(done);
			exempted += exempt;
		}
		expect(exempted).toBeGreaterThan(0);
		expect(Math.max(...people.map(({ percent }) => percent))).toBeGreaterThan(0);

		const tuesday = new Date('2026-11-24T10:15:00Z');
		expect((await sendDigests(db(), tuesday, '')).sent).toBe(1);
		const letters = await db().select().from(outbox);
		const digest = letters.find(({ recipient }) => recipient === manager.email)!;
		const { counts } = await cohorts.stats(db(), own, tuesday);
		expect(digest.body).toContain(
			`niet begonnen: ${counts['not-started']}, achter: ${counts.behind}, op schema: ${counts['on-pace']}, klaar: ${counts.finished}`
		);
	}
);
