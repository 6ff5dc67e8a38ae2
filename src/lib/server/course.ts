import loaded from 'virtual:course';
import type { Course } from '#lib/course/course.ts';
import type { Item } from '#lib/course/item.ts';

/** The course this build was made with. */
export const course: Course = loaded;

export function itemOf(id: string): Item | undefined {
	return Object.hasOwn(course.items, id) ? course.items[id] : undefined;
}
