import { outline } from '#lib/course/outline.ts';
import { weeksAt } from '#lib/learning/plan.ts';
import { tidyName } from './accounts.ts';
import type { PlanGiven } from './cohort-settings.ts';
import { course } from './course.ts';
import { endOfDay, startOfDay } from './days.ts';
import { texts, whole } from './texts.ts';

/** A faster pace is not a plan. */
const MOST_LESSONS = 10;

const lessons = outline(course, course.edition).units.filter(
	({ kind }) => kind === 'lesson'
).length;
/** How long the course is, for who has to choose a pace. */
export const sizeOfCourse = { lessons, weeksAtTwo: weeksAt(lessons, 2) };

/** What was typed and what is wrong with it, for the fields. */
export type BadPlan = {
	name: string;
	startsOn: string;
	endsOn: string;
	lessonsPerWeek: string;
	seesChosen: string;
	languageChosen: string;
	badName: boolean;
	badStart: boolean;
	badEnd: boolean;
	badLessons: boolean;
};

/** The name and the plan of a cohort as a manager typed them. */
export function planIn(form: FormData): { plan: PlanGiven } | { problem: BadPlan } {
	const typed = texts(form, 'name', 'startsOn', 'endsOn', 'lessonsPerWeek', 'language', 'sees');
	const name = tidyName(typed.name);
	const startsAt = startOfDay(typed.startsOn);
	const endsAt = endOfDay(typed.endsOn);
	const badEnd = !endsAt || (startsAt !== undefined && endsAt <= startsAt);
	const asked = typed.lessonsPerWeek.trim();
	const lessonsPerWeek = asked === '' ? null : whole(asked, MOST_LESSONS);
	const badLessons = lessonsPerWeek === undefined;
	if (name && startsAt && !badEnd && !badLessons) {
		const language = typed.language === 'en' ? 'en' : 'nl';
		return { plan: { name, startsAt, endsAt, lessonsPerWeek, language } };
	}
	return {
		problem: {
			...{ name: typed.name.slice(0, 300), startsOn: typed.startsOn.slice(0, 20) },
			...{ endsOn: typed.endsOn.slice(0, 20), lessonsPerWeek: typed.lessonsPerWeek.slice(0, 20) },
			...{ seesChosen: typed.sees.slice(0, 20), languageChosen: typed.language.slice(0, 20) },
			...{ badName: !name, badStart: !startsAt, badEnd, badLessons }
		}
	};
}
