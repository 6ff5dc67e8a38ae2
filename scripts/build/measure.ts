import type { Course } from '../../src/lib/course/course.ts';
import type { Item } from '../../src/lib/course/item.ts';
import type { Draft } from '../../src/lib/course/parse.ts';

/** A table of what there is: lessons, words, items per objective, types, key positions. */
export function measure(course: Course, drafts: Draft[]): string {
	const rows = drafts.map((draft) => {
		const lesson = course.modules.flatMap((m) => m.lessons).find((each) => each.id === draft.id)!;
		const perObjective = lesson.objectives.map(
			({ id }) => draft.items.filter((item) => item.objective === id).length
		);
		return [
			draft.id,
			String(draft.texts.nl.words),
			String(draft.texts.en.words),
			String(lesson.minutes),
			perObjective.join(' '),
			String(draft.items.length),
			[...new Set(draft.items.map((item) => item.type))].join(' '),
			String(lesson.checks.length + lesson.predictions.length),
			String(lesson.sources.length),
			draft.texts.nl.refs
				.filter((ref) => ref.kind === 'figure')
				.map((ref) => ref.id)
				.join(' ') || '–',
			draft.items.flatMap(keyPosition).join('')
		];
	});
	const head = [
		'lesson',
		'words nl',
		'words en',
		'min',
		'items per objective',
		'items',
		'types',
		'asked',
		'sources',
		'figure',
		'keys'
	];
	const items = Object.values(course.items);
	const objectives = course.modules.flatMap((module) =>
		module.lessons.flatMap((lesson) => lesson.objectives.map((each) => each.id))
	);
	const perObjective = objectives.map((id) => items.filter((item) => item.objective === id).length);
	const figures = drafts.filter((draft) =>
		draft.texts.nl.refs.some((ref) => ref.kind === 'figure')
	);
	const held = course.misconceptions.filter((claim) => claim.items.length > 0).length;
	return [
		table([head, ...rows]),
		'',
		`${drafts.length} lessons in 2 languages, ${figures.length} with a figure`,
		`${objectives.length} objectives, each with at least ${Math.min(...perObjective)} items`,
		`${course.misconceptions.length} misconceptions, ${held} held by a wrong option; ${course.terms.length} terms; ${course.sources.length} sources`,
		`${items.length} items: ${tally(items.map((item) => item.type))}`,
		`key positions: ${tally(items.flatMap(keyPosition))}`,
		`the key is the longest option in ${share(items.flatMap(longestIsKey))}`,
		''
	].join('\n');
}

function keyPosition(item: Item): string[] {
	if (item.type !== 'single' && item.type !== 'scenario' && item.type !== 'point') return [];
	return [String(item.options.findIndex((option) => option.correct) + 1)];
}

function longestIsKey(item: Item): boolean[] {
	if (item.type !== 'single' && item.type !== 'scenario') return [];
	const longest = Math.max(...item.options.map((option) => option.text.nl.length));
	return [item.options.some((option) => option.correct && option.text.nl.length === longest)];
}

function share(flags: boolean[]): string {
	return `${flags.filter(Boolean).length} of ${flags.length} single-choice items`;
}

function tally(values: string[]): string {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts]
		.sort()
		.map(([value, count]) => `${value} ${count}`)
		.join(', ');
}

function table(rows: string[][]): string {
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	return rows
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column]!))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
