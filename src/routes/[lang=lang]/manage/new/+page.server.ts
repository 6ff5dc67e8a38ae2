import { fail, redirect } from '@sveltejs/kit';
import { isoDay } from '#lib/i18n/format.ts';
import { outline } from '#lib/course/outline.ts';
import { weeksAt } from '#lib/learning/plan.ts';
import { tidyName } from '#lib/server/accounts.ts';
import * as cohorts from '#lib/server/cohorts.ts';
import { course } from '#lib/server/course.ts';
import { endOfDay, startOfDay } from '#lib/server/days.ts';
import { signedIn } from '#lib/server/learner.ts';
import { formOf, texts, whole } from '#lib/server/texts.ts';
import type { Actions, PageServerLoad } from './$types';

const EIGHT_WEEKS = 56 * 24 * 60 * 60 * 1000;

/** A faster pace is not a plan. */
const MOST_LESSONS = 10;

export const load: PageServerLoad = ({ locals }) => {
	const lessons = outline(course, course.edition).units.filter(({ kind }) => kind === 'lesson');
	return {
		startsOn: isoDay(locals.now),
		endsOn: isoDay(new Date(locals.now.getTime() + EIGHT_WEEKS)),
		lessons: lessons.length,
		weeksAtTwo: weeksAt(lessons.length, 2)
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { id: managerId } = signedIn(locals);
		const { db, now: at, language } = locals;
		const typed = texts(await formOf(request), 'name', 'startsOn', 'endsOn', 'lessonsPerWeek');
		const name = tidyName(typed.name);
		const startsAt = startOfDay(typed.startsOn);
		const endsAt = endOfDay(typed.endsOn);
		const badEnd = !endsAt || (startsAt !== undefined && endsAt <= startsAt);
		const asked = typed.lessonsPerWeek.trim();
		const lessonsPerWeek = asked === '' ? null : whole(asked, MOST_LESSONS);
		const badLessons = lessonsPerWeek === undefined;
		if (!name || !startsAt || badEnd || badLessons) {
			const kept = {
				name: typed.name.slice(0, 300),
				startsOn: typed.startsOn.slice(0, 20),
				endsOn: typed.endsOn.slice(0, 20),
				lessonsPerWeek: typed.lessonsPerWeek.slice(0, 20)
			};
			return fail(400, { ...kept, badName: !name, badStart: !startsAt, badEnd, badLessons });
		}
		const plan = { startsAt, endsAt, lessonsPerWeek };
		const id = await cohorts.create(db, { managerId, name, ...plan, at });
		redirect(303, `/${language}/manage/${id}`);
	}
};
