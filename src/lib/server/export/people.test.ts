import { readSheet } from 'read-excel-file/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay } from '#lib/i18n/format.ts';
import type { PersonLine } from '#lib/learning/cohort.ts';
import { peopleCsv, peopleXlsx } from './people.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n, 22, 59));
const anyPerson: fc.Arbitrary<PersonLine> = fc
	.record({
		name: fc.constantFrom('Zoë, "Zo" Çelik', '=1+1', '+31 6', '@bas', 'José', '0012'),
		done: fc.nat(15),
		finished: fc.option(fc.nat(300)),
		late: fc.option(fc.integer({ min: 1, max: 9 }))
	})
	.map(({ name, done, finished, late }) => ({
		...{ id: name, name, pace: 'behind' as const },
		...{ lessons: { done, required: 15 }, quizzes: { done: 1, required: 6 } },
		...(finished !== null && { finishedAt: day(finished) }),
		...(late !== null && { need: { kind: 'behind' as const, weeks: late }, endsAt: day(late) })
	}));

describe('the people of a group as a workbook', () => {
	it('holds what the CSV holds: numbers as numbers, days as days, texts as they are', async () => {
		const check = fc.asyncProperty(
			fc.array(anyPerson, { minLength: 1, maxLength: 8 }),
			fc.constantFrom('nl' as const, 'en' as const),
			async (people, language) => {
				const [head, ...rows] = await readSheet(await peopleXlsx(people, language));
				expect(peopleCsv(people, language)).toContain(head!.join(','));
				expect(rows).toHaveLength(people.length);
				rows.forEach((row, index) => {
					const { name, lessons, finishedAt, endsAt } = people[index]!;
					expect(row[0]).toBe(name);
					expect(row[1]).toBe(lessons.done);
					expect(row[2]).toBe(15);
					const days = [row[6], row[8]].map((each) => each && isoDay(each as unknown as Date));
					expect(days).toEqual([finishedAt, endsAt].map((each) => (each ? isoDay(each) : null)));
				});
			}
		);
		await fc.assert(check, { numRuns: 60 });
	});
});
