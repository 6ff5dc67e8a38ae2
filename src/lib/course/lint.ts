import type { Course } from './course.ts';
import { reporter, type Fault } from './fault.ts';
import { languages } from './language.ts';
import type { Draft } from './parse.ts';

/** The rules that need more than one file: languages against each other, references against what exists. */
export function lintCourse(
	course: Course,
	drafts: Draft[],
	faults: Fault[],
	built: { figures: string[] }
): void {
	const known = {
		source: new Set(course.sources.map((source) => source.id)),
		term: new Set(course.terms.map((term) => term.id)),
		misconception: new Set(course.misconceptions.map((claim) => claim.id)),
		check: new Set(Object.keys(course.items)),
		sim: new Set(plannedSimulations),
		figure: new Set(built.figures)
	};
	for (const draft of drafts) {
		sameStructure(draft, faults);
		for (const language of languages) {
			const report = reporter(faults, `${draft.folder}/lesson.${language}.md`);
			const text = draft.texts[language];
			for (const ref of text.refs)
				if (!known[ref.kind].has(ref.id)) report(ref.line, `unknown-${ref.kind}`, `'${ref.id}'`);
			for (const source of text.sources)
				if (!known.source.has(source)) report(1, 'unknown-source', `'${source}'`);
			for (const ref of text.refs)
				if (ref.kind === 'source' && !text.sources.includes(ref.id))
					report(ref.line, 'source-not-listed', `'${ref.id}' is not in the front matter`);
		}
		lintItems(draft, known, faults);
	}
	for (const lesson of course.modules.flatMap((module) => module.lessons)) {
		const folder = drafts.find((draft) => draft.id === lesson.id)?.folder;
		if (lesson.checks.length + lesson.predictions.length === 0)
			reporter(faults, `${folder}/lesson.nl.md`)(
				1,
				'asks-nothing',
				'a lesson is done by answering'
			);
	}
	if (!course.modules.some((module) => module.lessons.some(({ id }) => id === course.open)))
		reporter(faults, 'course.yaml')(1, 'open-lesson', `'${course.open}' is not a lesson`);
	for (const module of course.modules) {
		const report = reporter(faults, 'course.yaml');
		const inText = new Set(module.lessons.flatMap((lesson) => lesson.checks));
		if ((module.quiz.draw ?? 0) > module.quiz.items.length)
			report(1, 'quiz-items', `quiz ${module.id} draws more than there are`);
		for (const [index, id] of module.quiz.items.entries()) {
			if (module.quiz.items.indexOf(id) !== index)
				report(1, 'asked-twice', `quiz ${module.id}: ${id} stands there twice`);
			if (!known.check.has(id)) report(1, 'unknown-check', `quiz ${module.id}: '${id}'`);
			if (inText.has(id))
				report(1, 'asked-twice', `quiz ${module.id}: ${id} is asked in a lesson already`);
		}
	}
}

/** Simulations the lesson plan names; a tag may name one before it is built. */
const plannedSimulations = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'W1'];

function sameStructure(draft: Draft, faults: Fault[]): void {
	const { nl, en } = draft.texts;
	const report = reporter(faults, `${draft.folder}/lesson.en.md`);
	const differs = (rule: string, one: unknown[], other: unknown[]) => {
		const at = one.findIndex((each, index) => each !== other[index]);
		const where = at === -1 ? one.length : at;
		if (one.length !== other.length || at !== -1)
			report(1, rule, `nl has '${one[where] ?? 'nothing'}', en has '${other[where] ?? 'nothing'}'`);
	};
	differs('same-structure', nl.structure, en.structure);
	differs('same-sources', nl.sources, en.sources);
	const ids = (text: typeof nl) => text.objectives.flatMap((each) => Object.keys(each));
	differs('same-objectives', ids(nl), ids(en));
	differs('same-front-matter', [nl.id, nl.minutes, nl.since], [en.id, en.minutes, en.since]);
}

function lintItems(
	draft: Draft,
	known: { source: Set<string>; misconception: Set<string> },
	faults: Fault[]
): void {
	const report = reporter(faults, `${draft.folder}/items.yaml`);
	const objectives = draft.texts.nl.objectives.flatMap((each) => Object.keys(each));
	for (const objective of objectives)
		if (!draft.items.some((item) => item.objective === objective))
			report(1, 'objective-without-item', objective);
	for (const item of draft.items) {
		if (item.lesson !== draft.id)
			report(1, 'item-lesson', `${item.id} says lesson '${item.lesson}'`);
		if (!objectives.includes(item.objective))
			report(1, 'unknown-objective', `${item.id}: '${item.objective}'`);
		for (const source of item.sources)
			if (!known.source.has(source)) report(1, 'unknown-source', `${item.id}: '${source}'`);
		if (!('options' in item)) continue;
		for (const option of item.options)
			if (option.misconception && !known.misconception.has(option.misconception))
				report(1, 'unknown-misconception', `${item.id}: '${option.misconception}'`);
	}
}

/** Whether the bank is large enough to teach and to ask again: what a course that is served must have, and a draft need not. */
export function bankFaults(course: Course, drafts: Draft[]): Fault[] {
	const faults: Fault[] = [];
	for (const draft of drafts) {
		const report = reporter(faults, `${draft.folder}/items.yaml`);
		for (const objective of draft.texts.nl.objectives.flatMap((each) => Object.keys(each)))
			if (draft.items.filter((item) => item.objective === objective).length < 2)
				report(1, 'objective-items', `${objective} has fewer than two items`);
		if (draft.items.length < 5) report(1, 'lesson-items', 'a lesson has at least five items');
	}
	for (const claim of course.misconceptions)
		if (claim.items.length === 0)
			reporter(faults, 'misconceptions.yaml')(
				1,
				'misconception-items',
				`no wrong option holds '${claim.id}'`
			);
	return faults;
}
