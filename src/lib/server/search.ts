import MiniSearch from 'minisearch';
import type { Language } from '#lib/course/language.ts';
import { excerpt, fold, textOf } from '#lib/course/plain-text.ts';
import { course } from './course.ts';

type Entry = {
	id: string;
	kind: 'lesson' | 'term' | 'source';
	where: string;
	title: string;
	text: string;
};
export type Found = Pick<Entry, 'kind' | 'where' | 'title'> & {
	excerpt: { text: string; hit: boolean }[];
};

/** Enough for one page; more is a sign to type another word. */
const MOST = 30;

type Index = { entries: Map<string, Entry>; mini: MiniSearch<Entry> };
const indexes = new Map<Language, Index>();

/** Finds words in lessons, glossary and sources of one language, whatever their accents, also while a word is half typed. */
export function search(query: string, language: Language): Found[] {
	const { entries, mini } = indexes.get(language) ?? build(language);
	return mini
		.search(query.slice(0, 100), {
			prefix: true,
			fuzzy: 0.15,
			boost: { title: 3 },
			combineWith: 'AND'
		})
		.slice(0, MOST)
		.flatMap((hit) => {
			const entry = entries.get(String(hit.id));
			return entry
				? [
						{
							kind: entry.kind,
							where: entry.where,
							title: entry.title,
							excerpt: excerpt(entry.text, hit.terms)
						}
					]
				: [];
		});
}

function build(language: Language): Index {
	const all = [...lessonEntries(language), ...termEntries(language), ...sourceEntries(language)];
	const mini = new MiniSearch<Entry>({
		fields: ['title', 'text'],
		processTerm: (term) => fold(term),
		searchOptions: { processTerm: (term) => fold(term) }
	});
	mini.addAll(all);
	const index = { mini, entries: new Map(all.map((entry) => [entry.id, entry])) };
	indexes.set(language, index);
	return index;
}

/** One entry per step, so that a hit leads to the place and not only to the lesson. */
function lessonEntries(language: Language): Entry[] {
	return course.modules.flatMap((module) =>
		module.lessons.flatMap((lesson) =>
			lesson.steps[language].map((step) => ({
				id: `lesson ${lesson.id} ${step.id}`,
				kind: 'lesson' as const,
				where: `/${language}/lesson/${lesson.id}#${step.id}`,
				title: [`${lesson.id.toUpperCase()} ${lesson.title[language]}`, step.title]
					.filter(Boolean)
					.join(' · '),
				text: step.blocks
					.map((block) => (block.type === 'prose' ? textOf(block.html) : ''))
					.join(' ')
			}))
		)
	);
}

function termEntries(language: Language): Entry[] {
	return course.terms
		.filter((term) => term.lessons.length > 0)
		.map((term) => ({
			id: `term ${term.id}`,
			kind: 'term',
			where: `/${language}/glossary#${term.id}`,
			title: term[language].term,
			text: term[language].text
		}));
}

function sourceEntries(language: Language): Entry[] {
	return course.sources
		.filter((source) => source.lessons.length > 0)
		.map((source) => ({
			id: `source ${source.id}`,
			kind: 'source',
			where: `/${language}/sources#${source.id}`,
			title: source.short[language],
			text: `${source.reference.replace(/\*/g, '')} ${source.verified[language]}`
		}));
}
