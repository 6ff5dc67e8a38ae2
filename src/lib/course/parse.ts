import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import {
	countings,
	explanations,
	revelations,
	type Course,
	type Lesson,
	type Misconception,
	type Module,
	type Source,
	type Term
} from './course.ts';
import { lineOf, reporter, type Fault } from './fault.ts';
import { figureFile, figureSvg, labelFaults, type Figure } from './figure.ts';
import type { Item } from './item.ts';
import { languages, type Language } from './language.ts';
import { lintCourse } from './lint.ts';
import { caseFile, exerciseFile, toExercises } from './parse-exercises.ts';
import { parseItems, text, type Digest } from './parse-items.ts';
import { parseLesson, type LessonText } from './parse-lesson.ts';
import { curly } from './typography.ts';

/** One file of `src/content`; `path` is relative to that folder, with forward slashes. */
export type File = { path: string; text: string };

/** What a lesson was written as, for measuring: the course itself does not need it. */
export type Draft = {
	id: string;
	folder: string;
	texts: Record<Language, LessonText>;
	items: Item[];
};

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const policy = v.strictObject({
	/** Which items; none of its own when they are drawn from those of the whole course. */
	items: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
	draw: v.optional(whole),
	tries: whole,
	counts: v.picklist(countings),
	wait: v.optional(whole),
	pass: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
	shuffle: v.boolean(),
	explains: v.optional(v.picklist(explanations), 'each'),
	reveals: v.optional(v.picklist(revelations), 'last'),
	since: v.optional(v.number(), 1)
});
const courseFile = v.strictObject({
	title: text,
	subtitle: text,
	edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** The lesson that anybody may try without an account. */
	open: v.string(),
	simulations: v.array(v.string()),
	/** Files of `exercises/`, in the order in which they make up the canvas. */
	exercises: v.optional(v.array(v.string()), []),
	modules: v.pipe(
		v.array(
			v.strictObject({
				id: v.string(),
				folder: v.optional(v.string(), ''),
				title: text,
				lessons: v.optional(v.array(v.string()), []),
				quiz: policy
			})
		),
		v.minLength(1)
	)
});
const status = v.picklist(['verified', 'partly', 'memory']);
const sourceFile = v.array(
	v.strictObject({
		id: v.string(),
		short: text,
		reference: v.string(),
		status,
		kind: v.picklist(['theory', 'experiment', 'observation', 'case', 'own-account']),
		verified: text,
		consulted: v.array(v.string()),
		checked: v.string(),
		caution: v.optional(v.string())
	})
);
const entry = v.strictObject({ term: v.string(), text: v.string() });
const termFile = v.array(
	v.strictObject({
		id: v.string(),
		nl: entry,
		en: entry,
		sources: v.array(v.string()),
		status: v.optional(status)
	})
);
const misconceptionFile = v.array(
	v.strictObject({
		id: v.string(),
		lesson: v.optional(v.string()),
		lessons: v.optional(v.array(v.string())),
		statement: text,
		refutation: text,
		sources: v.array(v.string())
	})
);

/**
 * Reads the whole content folder.
 *
 * @param digest names the version of an item
 * @returns the course and everything that is wrong with it; a course with faults must not be served
 */
export function parse(
	files: File[],
	digest: Digest
): { course: Course | undefined; faults: Fault[]; drafts: Draft[] } {
	const faults: Fault[] = [];
	const byPath = new Map(files.map((file) => [file.path, file.text]));

	function read<S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S> | undefined {
		const report = reporter(faults, path);
		const source = byPath.get(path);
		if (source === undefined) return void report(1, 'missing-file', 'this file is needed');
		let data: unknown;
		try {
			data = parseYaml(source);
		} catch (error) {
			return void report(
				lineOf(error),
				'yaml',
				(error as Error).message.split('\n')[0] ?? 'not YAML'
			);
		}
		const parsed = v.safeParse(schema, data);
		if (parsed.success) return parsed.output;
		for (const issue of parsed.issues)
			report(1, 'schema', `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
		return undefined;
	}

	const plan = read('course.yaml', courseFile);
	const sources = read('bibliography.yaml', sourceFile);
	const terms = read('glossary.yaml', termFile);
	const claims = read('misconceptions.yaml', misconceptionFile);
	if (!plan || !sources || !terms || !claims) return { course: undefined, faults, drafts: [] };

	const shorts = new Map(sources.map((source) => [source.id, source.short]));
	const figures = new Map<string, Figure>();
	for (const path of byPath.keys()) {
		const id = /^figures\/(.+)\.yaml$/.exec(path)?.[1];
		const figure = id === undefined ? undefined : read(path, figureFile);
		if (id === undefined || !figure) continue;
		for (const fault of labelFaults(figure)) reporter(faults, path)(1, 'figure-labels', fault);
		figures.set(id, figure);
	}
	const labels = {
		term: (id: string, language: Language) =>
			terms.find((each) => each.id === id)?.[language] ?? { term: id, text: '' },
		source: (id: string, language: Language) => shorts.get(id)?.[language] ?? id,
		figure: (id: string, language: Language) => {
			const figure = figures.get(id);
			return figure ? figureSvg(id, figure, language) : '';
		}
	};

	const drawn = (id: string) =>
		figures.has(id) ? { nl: labels.figure(id, 'nl'), en: labels.figure(id, 'en') } : undefined;

	const drafts: Draft[] = [];
	const items: Record<string, Item> = {};
	const modules: Module[] = plan.modules.map((module) => {
		const lessons: Lesson[] = [];
		for (const name of module.lessons) {
			const folder = `${module.folder}/${name}`;
			const texts = readTexts(folder);
			const own = readItems(folder);
			if (!texts) continue;
			drafts.push({ id: texts.nl.id, folder, texts, items: own });
			lessons.push(toLesson(texts, plan.simulations));
		}
		const { since, items: own, draw, wait, ...rest } = module.quiz;
		if ((own === undefined) === (draw === undefined))
			reporter(faults, 'course.yaml')(1, 'quiz-items', `quiz ${module.id}: either items or draw`);
		const quiz = {
			id: module.id,
			since,
			items: own ?? [],
			...rest,
			...(draw && { draw }),
			...(wait && { wait })
		};
		return { id: module.id, title: module.title, lessons, quiz };
	});
	for (const { quiz } of modules) if (quiz.draw) quiz.items = Object.keys(items).sort();

	function readTexts(folder: string): Record<Language, LessonText> | undefined {
		const found: Partial<Record<Language, LessonText>> = {};
		for (const language of languages) {
			const path = `${folder}/lesson.${language}.md`;
			const report = reporter(faults, path);
			const source = byPath.get(path);
			if (source === undefined)
				report(1, 'missing-language', `no ${language} version of this lesson`);
			else found[language] = parseLesson(source, language, labels, report);
		}
		return found.nl && found.en ? (found as Record<Language, LessonText>) : undefined;
	}

	function readItems(folder: string): Item[] {
		const path = `${folder}/items.yaml`;
		const report = reporter(faults, path);
		const source = byPath.get(path);
		if (source === undefined) return (report(1, 'missing-file', 'a lesson needs items'), []);
		const own = parseItems(source, report, digest, drawn);
		for (const item of own) {
			if (items[item.id]) report(1, 'item-ids', `${item.id} exists already`);
			items[item.id] = item;
		}
		return own;
	}

	const lessonsOf = (has: (lesson: Lesson, draft: Draft) => boolean) =>
		modules
			.flatMap((module) => module.lessons)
			.filter((lesson) =>
				has(
					lesson,
					drafts.find((draft) => draft.id === lesson.id)!
				)
			)
			.map((lesson) => lesson.id);
	const all = modules.flatMap((module) => module.lessons);
	const exercises = toExercises(
		plan.exercises.flatMap((id) => read(`exercises/${id}.yaml`, exerciseFile) ?? []),
		(id) => reporter(faults, `exercises/${id}.yaml`),
		{
			lessons: new Set(all.map((lesson) => lesson.id)),
			notes: new Set(all.flatMap((lesson) => lesson.notes.map((note) => note.field)))
		}
	);
	const runningCase = exercises.length > 0 ? read('exercises/case.yaml', caseFile) : undefined;
	const course: Course = {
		title: plan.title,
		subtitle: plan.subtitle,
		edition: plan.edition,
		open: plan.open,
		modules,
		items,
		exercises,
		...(runningCase && { runningCase }),
		sources: sources.map(({ caution: _, ...source }): Source => ({
			...source,
			lessons: lessonsOf((lesson) => lesson.sources.includes(source.id))
		})),
		terms: terms.map(({ id, nl, en, sources }): Term => ({
			id,
			nl,
			en,
			sources,
			lessons: lessonsOf((_, draft) =>
				draft.texts.nl.refs.some((ref) => ref.kind === 'term' && ref.id === id)
			)
		})),
		misconceptions: claims.map(({ id, statement, refutation, sources }): Misconception => ({
			id,
			statement,
			refutation,
			sources,
			items: Object.values(items)
				.filter((item) => 'options' in item && item.options.some((o) => o.misconception === id))
				.map((item) => item.id)
		}))
	};
	lintCourse(course, drafts, faults, {
		figures: [...figures.keys()]
	});
	return { course, faults, drafts };
}

function toLesson(texts: Record<Language, LessonText>, simulations: string[]): Lesson {
	const { nl, en } = texts;
	// A simulation that is still to be built is left out of the page; the text stands without it.
	const built = (text: LessonText) =>
		text.steps.map((step) => ({
			...step,
			blocks: step.blocks.filter(
				(block) => block.type !== 'sim' || simulations.includes(`${block.id} ${block.mode}`)
			)
		}));
	const blocks = nl.steps.flatMap((step) => step.blocks);
	const english = en.objectives.map((each) => Object.values(each)[0] ?? '');
	return {
		id: nl.id,
		since: nl.since,
		title: { nl: curly(nl.title), en: curly(en.title) },
		summary: { nl: curly(nl.summary), en: curly(en.summary) },
		minutes: nl.minutes,
		objectives: nl.objectives.map((each, index) => ({
			id: Object.keys(each)[0] ?? '',
			text: { nl: curly(Object.values(each)[0] ?? ''), en: curly(english[index] ?? '') }
		})),
		sources: nl.sources,
		steps: { nl: built(nl), en: built(en) },
		checks: blocks.flatMap((block) => (block.type === 'check' ? block.item : [])),
		predictions: blocks.flatMap((block) =>
			block.type === 'predict' ? { id: block.id, options: block.options.length } : []
		),
		notes: blocks.flatMap((block) =>
			block.type === 'note' ? { field: block.field, max: block.max } : []
		)
	};
}
