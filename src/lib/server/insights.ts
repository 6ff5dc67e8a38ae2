import type { Module } from '#lib/course/course.ts';
import type { Language } from '#lib/course/language.ts';
import { findLesson } from '#lib/course/outline.ts';
import { isoDay } from '#lib/i18n/format.ts';
import type { InsightsView } from '#lib/learning/insights-view.ts';
import {
	ENOUGH_ITEMS,
	entering,
	holdings,
	inFives,
	masteries,
	masteryOf
} from '#lib/learning/insights.ts';
import { fullFives, retentionId, whatStays } from '#lib/learning/retention.ts';
import { course } from './course.ts';
import { finishedInCohort } from './db/attempts.ts';
import type { CohortRow } from './db/cohorts.ts';
import type { Database } from './db/connect.ts';
import * as daily from './db/daily.ts';
import * as figures from './db/figures.ts';
import * as rows from './db/insights.ts';

// What a group shows together of objectives, misconceptions and what stays: worked out once a day in the background, only read by pages.

const objectiveId = (id: string) => `objective:${id}`;
const misconceptionId = (id: string) => `misconception:${id}`;

const itemsIn = ({ id }: Module) =>
	Object.values(course.items).filter((item) => findLesson(course, item.lesson)?.module.id === id);

function objectivesIn(module: Module) {
	return itemsIn(module).map(({ id, objective }) => ({
		...{ subject: objectiveId(objective), item: id }
	}));
}

/** A misconception may be in options of items of several modules. */
const optionsThatHold = Object.values(course.items).flatMap((item) =>
	'options' in item
		? item.options.flatMap(({ id, misconception }) =>
				misconception
					? [{ subject: misconceptionId(misconception), item: item.id, option: id }]
					: []
			)
		: []
);

/** Brings every cohort up to date that was not looked at today. Doing it more often, or in two processes, changes nothing. */
export async function refreshDue(db: Database, now: Date): Promise<number> {
	const day = isoDay(now);
	let done = 0;
	for (const id of await rows.due(db, day)) {
		if (!(await daily.claim(db, 'insightsOn', { id, day }))) continue;
		await refresh(db, id);
		done += 1;
	}
	return done;
}

/** Adds to the sums of a cohort who showed enough since, five people at a time. */
export async function refresh(db: Database, cohortId: string): Promise<void> {
	for (const module of course.modules) {
		const about = objectivesIn(module);
		if (about.length === 0) continue;
		const shown = await rows.points(db, cohortId, { about, enough: ENOUGH_ITEMS });
		await addAll(db, cohortId, shown, masteries.length, (share) =>
			masteries.indexOf(masteryOf(share))
		);
	}
	const chosen = await rows.choices(db, cohortId, optionsThatHold);
	await addAll(db, cohortId, chosen, holdings.length, (share) =>
		holdings.indexOf(share > 0 ? 'held' : 'not-held')
	);
	await addStays(db, cohortId);
}

/** Adds who took the questions of 30 days later since, to what a cohort still knew by then. */
async function addStays(db: Database, cohortId: string): Promise<void> {
	const taken = await finishedInCohort(db, cohortId, retentionId(30));
	const added = fullFives(
		taken.map(({ submittedAt, joinedAt, ...row }) => ({
			...row,
			at: submittedAt > joinedAt ? submittedAt : joinedAt
		}))
	);
	await figures.add(db, cohortId, added);
}

async function addAll(
	db: Database,
	cohortId: string,
	shown: rows.Shown[],
	levels: number,
	levelOf: (share: number) => number
): Promise<void> {
	for (const subject of new Set(shown.map((each) => each.subject))) {
		const waiting = shown.filter((each) => each.subject === subject);
		const added = entering(waiting.map((each) => ({ ...each, level: levelOf(each.share) })));
		if (added.length === 0) continue;
		const counts = Array.from(
			{ length: levels },
			(_, level) => added.filter((each) => each.level === level).length
		);
		const accountIds = added.map(({ accountId }) => accountId);
		await rows.add(db, { cohortId, subject }, { accountIds, levels: counts });
	}
}

/** What the managers of a cohort read of it. Reads sums only, never a person's row. */
export async function view(
	db: Database,
	cohort: Pick<CohortRow, 'id'>,
	language: Language
): Promise<InsightsView> {
	const sums = new Map(
		(await rows.ofCohort(db, cohort.id)).map((row) => [row.subject, row.levels])
	);
	const shownOf = (subject: string) => inFives(sums.get(subject) ?? []);
	const modules = course.modules.map((module) => ({
		id: module.id,
		title: module.title[language],
		objectives: module.lessons
			.flatMap((lesson) => lesson.objectives)
			.filter(({ id }) => sums.has(objectiveId(id)))
			.map(({ id, text }) => {
				const shown = shownOf(objectiveId(id));
				return { id, text: text[language], ...(shown && { shown }) };
			})
	}));
	const [people = 0, right = 0] = sums.get(rows.STAYS) ?? [];
	const stays = whatStays({ people, right });
	return {
		modules: modules.filter(({ objectives }) => objectives.some(({ shown }) => shown)),
		misconceptions: mostHeld(shownOf, language),
		...(stays && { stays })
	};
}

/** A list one can discuss in a meeting. */
const MOST_MISCONCEPTIONS = 3;

function mostHeld(
	shownOf: (subject: string) => ReturnType<typeof inFives>,
	language: Language
): InsightsView['misconceptions'] {
	const held = course.misconceptions.flatMap((each) => {
		const shown = shownOf(misconceptionId(each.id));
		const at = course.items[each.items[0] ?? '']?.lesson;
		const lesson = at === undefined ? undefined : findLesson(course, at)?.lesson;
		if (!shown || !lesson || shown.atLeast[0] === 0) return [];
		return [
			{
				...{ id: each.id, statement: each.statement[language] },
				refutation: each.refutation[language],
				lesson: { id: lesson.id, title: lesson.title[language] },
				...{ held: shown.atLeast[0]!, people: shown.people }
			}
		];
	});
	return held.sort((a, b) => b.held / b.people - a.held / a.people).slice(0, MOST_MISCONCEPTIONS);
}
