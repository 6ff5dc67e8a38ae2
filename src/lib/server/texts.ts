import { error } from '@sveltejs/kit';
import type { Levels } from '#lib/learning/canvas-view.ts';
import { readGiven } from '#lib/learning/read-given.ts';
import { itemOf } from './course.ts';
import { isId } from './ids.ts';
import { isConfidence, type Confidence } from '#lib/learning/confidence.ts';

/**
 * The form in a request. What cannot be read as one is the sender's fault, not ours: 400.
 * The framework's own refusals, such as of a body that is too large, pass through as they are.
 */
export async function formOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (fault) {
		if (fault instanceof TypeError) error(400);
		throw fault;
	}
}

/** Named text fields of a form; what is missing, or is a file, reads as empty. */
export function texts<N extends string>(form: FormData, ...names: N[]): Record<N, string> {
	return Object.fromEntries(
		names.map((name) => {
			const value = form.get(name);
			return [name, typeof value === 'string' ? value : ''];
		})
	) as Record<N, string>;
}

/** A UUID from a form, in lower case; undefined when it is none. */
export function uuidIn(form: FormData, name: string): string | undefined {
	return uuidOf(form.get(name));
}

/** A UUID as somebody sent it, in lower case; undefined when it is none. */
export function uuidOf(value: unknown): string | undefined {
	const id = typeof value === 'string' ? value.toLowerCase() : '';
	return isId(id) ? id : undefined;
}

/** The number of a version; −1, which is none, when it is not one. */
export const versionIn = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : -1);

/** Levels of a rubric and the reasons for them: only the rows in which a level was chosen. */
export function levelsIn(form: FormData): Levels {
	const rows = [...form.keys()].flatMap((name) => /^level:([a-z-]{1,40})$/.exec(name)?.[1] ?? []);
	return Object.fromEntries(
		rows.map((row) => {
			const given = texts(form, `level:${row}`, `evidence:${row}`);
			return [
				row,
				{ level: Number(given[`level:${row}`]), evidence: given[`evidence:${row}`] ?? '' }
			];
		})
	);
}

/** How sure somebody said they were; undefined when they did not say. */
export function confidenceIn(form: FormData): Confidence | undefined {
	const { confidence } = texts(form, 'confidence');
	return isConfidence(confidence) ? confidence : undefined;
}

/** The answer to a check as its form sends it; undefined when no page of ours could have sent this. */
export function checkIn(form: FormData) {
	const { item: id, try: tried } = texts(form, 'item', 'try');
	const item = itemOf(id);
	const answerId = uuidIn(form, 'answerId');
	const attempt = Number(tried);
	if (!item || !answerId || !Number.isInteger(attempt) || attempt < 1 || attempt > 10_000)
		return undefined;
	return { item: id, try: attempt, answerId, given: readGiven(item, form) };
}

/** A whole number from 1 that somebody typed; undefined for anything else. */
export function whole(text: string, most: number): number | undefined {
	const number = Number(text.trim());
	return /^\s*\d{1,5}\s*$/.test(text) && number >= 1 && number <= most ? number : undefined;
}
