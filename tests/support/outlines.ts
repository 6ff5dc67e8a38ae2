import fc from 'fast-check';
import type { Course } from '../../src/lib/course/course.ts';
import type { Outline, Unit } from '../../src/lib/course/outline.ts';
import type { Facts } from '../../src/lib/learning/completion.ts';

// Courses made for tests of progress: arbitrary ones, with the facts somebody may leave in them.

export const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
export const anyMoment = fc.integer({ min: 0, max: 60 }).map(day);

const checkIds = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'];
const predictionIds = ['p1', 'p2', 'p3'];
const quizIds = ['m1', 'm2', 'm3'];

const anyLesson = fc
	.record({
		checks: fc.subarray(checkIds),
		predictions: fc.subarray(predictionIds),
		since: fc.integer({ min: 1, max: 3 })
	})
	.filter(({ checks, predictions }) => checks.length + predictions.length > 0);

/** Units of up to six lessons and three quizzes, over three editions. */
export const anyUnits: fc.Arbitrary<Unit[]> = fc
	.tuple(
		fc.array(anyLesson, { minLength: 1, maxLength: 6 }),
		fc.subarray(quizIds),
		fc.integer({ min: 1, max: 100 }),
		fc.integer({ min: 1, max: 3 })
	)
	.map(([lessons, quizzes, pass, since]) => [
		...lessons.map((lesson, index): Unit => ({
			...lesson,
			id: `lesson:l${index}`,
			kind: 'lesson',
			module: 'm1'
		})),
		...quizzes.map((id): Unit => ({
			id: `quiz:${id}`,
			kind: 'quiz',
			module: id,
			since,
			pass,
			counts: 'best'
		}))
	]);

export const inEdition = (units: Unit[], edition: number): Outline => ({
	edition,
	units: units.filter((unit) => unit.since <= edition)
});

/** Also facts about items and quizzes that are in no unit: of a lesson that was taken out, say. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
	checks: fc.array(fc.record({ item: fc.constantFrom(...checkIds, 'gone'), at: anyMoment }), {
		maxLength: 14
	}),
	predictions: fc.array(
		fc.record({ id: fc.constantFrom(...predictionIds, 'gone'), at: anyMoment }),
		{ maxLength: 8 }
	),
	attempts: fc.array(
		fc
			.record({
				quiz: fc.constantFrom(...quizIds, 'gone'),
				earned: fc.integer({ min: 0, max: 800 }),
				at: anyMoment
			})
			.map((attempt) => ({ ...attempt, total: 800 })),
		{ maxLength: 8 }
	)
});

export const together = (...all: Facts[]): Facts => ({
	checks: all.flatMap((facts) => facts.checks),
	predictions: all.flatMap((facts) => facts.predictions),
	attempts: all.flatMap((facts) => facts.attempts)
});

/** A course of lessons with one check each and a quiz, for what needs a whole course. */
export function smallCourse(lessons: { id: string; since?: number }[], edition = 1): Course {
	const both = (text: string) => ({ nl: text, en: text });
	return {
		title: both('Course'),
		open: 'a1',
		subtitle: both('Small'),
		edition,
		items: {},
		exercises: [],
		sources: [],
		terms: [],
		misconceptions: [],
		modules: [
			{
				id: 'm1',
				title: both('Module'),
				quiz: {
					id: 'm1',
					since: 1,
					items: ['q'],
					tries: 2,
					counts: 'best',
					pass: 70,
					shuffle: true,
					explains: 'each',
					reveals: 'last'
				},
				lessons: lessons.map(({ id, since = 1 }) => ({
					id,
					since,
					title: both(id),
					summary: both(id),
					minutes: 10,
					objectives: [],
					sources: [],
					steps: { nl: [], en: [] },
					checks: [`check-${id}`],
					predictions: [],
					notes: []
				}))
			}
		]
	};
}
