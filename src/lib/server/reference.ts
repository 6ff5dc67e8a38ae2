import type { Language } from '#lib/course/language.ts';
import { evidenceLabel } from '#lib/course/evidence.ts';
import { course } from './course.ts';

const titleOf = (lesson: string, language: Language) =>
	course.modules.flatMap((module) => module.lessons).find((each) => each.id === lesson)?.title[
		language
	] ?? lesson;

/** Terms that a lesson of this course uses, by the alphabet of the language. */
export function glossary(language: Language) {
	return course.terms
		.filter((term) => term.lessons.length > 0)
		.map((term) => ({
			id: term.id,
			term: term[language].term,
			text: term[language].text,
			lessons: term.lessons.map((id) => ({ id, title: titleOf(id, language) }))
		}))
		.sort((a, b) => a.term.localeCompare(b.term, language));
}

/** The source ledger: what each source is, what we use of it, how far it was checked, and when. */
export function sources(language: Language) {
	return course.sources
		.filter((source) => source.lessons.length > 0)
		.map((source) => ({
			id: source.id,
			short: source.short[language],
			reference: source.reference.replace(/\*/g, ''),
			kind: evidenceLabel(source.kind, language),
			status: source.status,
			used: source.verified[language],
			consulted: source.consulted,
			checked: source.checked,
			lessons: source.lessons.map((id) => ({ id, title: titleOf(id, language) }))
		}))
		.sort((a, b) => a.short.localeCompare(b.short, language));
}
