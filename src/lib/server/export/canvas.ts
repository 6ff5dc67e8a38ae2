import { canvas as words } from '#lib/i18n/canvas.ts';
import type { Language } from '#lib/course/language.ts';
import { filled, textOf, written, type Whole } from '#lib/learning/canvas-view.ts';
import { plain } from './markdown.ts';

/** What the whole canvas is, beside what was written in it. */
export type About = { language: Language; name: string; at: Date };

/** The canvas as one Markdown document. */
export function canvasMarkdown(whole: Whole, { language, name, at }: About): string {
	const lines = [
		`# ${words[language].title}`,
		'',
		`${plain(name)}, ${at.toISOString().slice(0, 10)}`
	];
	for (const exercise of filled(whole)) {
		lines.push('', `## ${plain(exercise.title)}`);
		for (const field of exercise.fields) {
			lines.push('', `### ${plain(field.label)}`, '');
			const only = field.columns.length === 1;
			for (const { row, head } of written(field)) {
				const cells = field.columns.map((column, index) => ({
					label: column.label,
					text: textOf(column, field.cells[row]?.[index])
				}));
				if (field.kind === 'text') lines.push(plain(cells[0]!.text));
				else if (only)
					lines.push(`- ${head ? `**${plain(head)}:** ` : ''}${indented(cells[0]!.text)}`);
				else {
					if (head) lines.push(`- **${plain(head)}**`);
					for (const [index, { label, text }] of cells.entries())
						if (text !== '')
							lines.push(
								`${head ? '  - ' : index === 0 ? '- ' : '  - '}**${plain(label)}:** ${indented(text)}`
							);
				}
			}
		}
	}
	return `${lines.join('\n')}\n`;
}
/** Within a list further lines stand under the first. */
const indented = (text: string) => plain(text).replaceAll('\n', '\n    ');

/** The canvas as data: what was typed, cell by cell, with the words around it. */
export function canvasJson(whole: Whole, { language, name, at }: About): string {
	return JSON.stringify(
		{
			title: words[language].title,
			language,
			name,
			at: at.toISOString(),
			exercises: whole.map(({ id, title, fields }) => ({
				id,
				title,
				fields: fields.map(({ id: field, label, columns, cells }) => ({
					...{ id: field, label },
					columns: columns.map((column) => column.label),
					cells
				}))
			}))
		},
		null,
		'\t'
	);
}
