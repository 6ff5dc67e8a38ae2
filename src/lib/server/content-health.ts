import type { Module } from '#lib/course/course.ts';
import type { Item } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import { findLesson, newerThan, outline, type Unit } from '#lib/course/outline.ts';
import { stemText } from '#lib/course/public-item.ts';
import { TOGETHER } from '#lib/learning/cohort.ts';
import type { ContentHealth, ItemLine, QuizLine, UnitLine } from '#lib/learning/content-view.ts';
import { ENOUGH_PEOPLE, itemReport } from '#lib/learning/item-report.ts';
import { questionsIn } from '#lib/learning/quiz.ts';
import { reliability } from '#lib/learning/reliability.ts';
import { course } from './course.ts';
import * as accounts from './db/accounts.ts';
import * as appeals from './db/appeals.ts';
import type { Database } from './db/connect.ts';
import * as itemSums from './item-sums.ts';

// How the course itself is doing, for those who write it. Reads sums only: no answer of anybody.

type Sums = Awaited<ReturnType<typeof itemSums.current>>;

/** A constant number of statements, however many people there are. */
export async function view(db: Database, language: Language): Promise<ContentHealth> {
	const sums = await itemSums.current(db);
	const open = new Map((await appeals.openByItem(db)).map((row) => [row.item, row.open]));
	const people = new Map((await accounts.byEdition(db)).map((row) => [row.edition, row.people]));
	const items = Object.values(course.items);
	const lineOf = (item: Item) =>
		itemLine(item, sums, { language, appeals: open.get(item.id) ?? 0 });
	const modules = course.modules
		.filter(({ lessons }) => lessons.length > 0)
		.map((module) => {
			const own = (lesson: string) => items.filter((item) => item.lesson === lesson);
			return {
				id: module.id,
				title: module.title[language],
				lessons: module.lessons.map(({ id, title, minutes, checks }) => ({
					...{ id, title: title[language], minutes, checks: checks.length },
					items: own(id).length
				})),
				items: flaggedFirst(module.lessons.flatMap(({ id }) => own(id).map(lineOf)))
			};
		});
	const lines = modules.flatMap((module) => module.items);
	return {
		...(sums.day && { day: sums.day }),
		lessons: modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
		items: lines.length,
		shown: lines.filter(({ shown }) => shown).length,
		flagged: lines.filter(isFlagged),
		openAppeals: [...open.values()].reduce((sum, count) => sum + count, 0),
		modules,
		quizzes: course.modules.map((module) => quizLine(module, sums, language)),
		editions: editions(people, language)
	};
}

const isFlagged = ({ shown }: ItemLine) => (shown?.flags.length ?? 0) > 0;
const flaggedFirst = (lines: ItemLine[]) => [
	...lines.filter(isFlagged),
	...lines.filter((line) => !isFlagged(line))
];

function itemLine(
	item: Item,
	sums: Sums,
	{ language, appeals }: { language: Language; appeals: number }
): ItemLine {
	const quiz = quizOf(item.id, language);
	const cells = sums.ofItem(item.id).filter(({ version }) => version === item.version);
	const report = itemReport(item, cells);
	return {
		id: item.id,
		stem: stemText(item.stem[language]),
		...(quiz && { quiz }),
		...(report && {
			shown: {
				...{ n: report.n, facility: report.facility, flags: report.flags },
				...(report.discrimination && { discrimination: report.discrimination })
			}
		}),
		appeals
	};
}

/** The quiz in which an item is judged, by the name of its module. */
export function quizOf(item: string, language: Language) {
	const home = itemSums.homeOf(item);
	const module = home && course.modules.find(({ quiz }) => quiz === home);
	return module && { id: module.quiz.id, title: module.title[language] };
}

function quizLine({ quiz, title }: Module, sums: Sums, language: Language): QuizLine {
	const together = sums.together(quiz.id);
	const enough = together && together.attempts >= ENOUGH_PEOPLE;
	const found = enough && reliability(together);
	return {
		...{ id: quiz.id, title: title[language] },
		...{ questions: questionsIn(quiz), bank: quiz.items.length },
		asked: quiz.draw === undefined ? 'same' : 'drawn',
		...(enough && {
			shown: { attempts: together.attempts, ...(found && { reliability: found }) }
		})
	};
}

function editions(people: Map<number, number>, language: Language): ContentHealth['editions'] {
	const all = outline(course, course.edition).units;
	const line = (unit: Unit) => unitLine(unit, language);
	return Array.from({ length: course.edition }, (_, index) => index + 1).map((edition) => {
		const count = people.get(edition) ?? 0;
		return {
			edition,
			current: edition === course.edition,
			units: all.filter(({ since }) => since === edition).map(line),
			people: count > 0 && count < TOGETHER ? ('few' as const) : count,
			later: newerThan(course, edition).map(line)
		};
	});
}

function unitLine({ id, kind, module }: Unit, language: Language): UnitLine {
	const lesson = findLesson(course, id.slice(kind.length + 1))?.lesson;
	const own = course.modules.find((each) => each.id === module);
	const title = kind === 'lesson' ? lesson?.title : own?.title;
	return { id, kind, title: title?.[language] ?? id };
}
