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
			String(lesson.sources.length)
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
		'sources'
	];
	const items = Object.values(course.items);
	return [
		table([head, ...rows]),
		'',
		`${items.length} items: ${tally(items.map((item) => item.type))}`,
		`key positions: ${tally(items.flatMap(keyPosition))}`,
		`the key is the longest option in ${share(items.flatMap(longestIsKey))}`,
		''
	].join('\n');
}

function keyPosition(item: Item): string[] {
	if (item.type !== 'single' && item.type !== 'scenario') return [];
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
