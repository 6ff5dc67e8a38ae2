import { notes } from '#lib/i18n/privacy-notes/frame.ts';
import type { Language } from '#lib/course/language.ts';
import type { Block, Note } from '../privacy/notes.ts';

/** A note as Markdown. Nothing in it was typed by anybody, so only what would break a table or a name is escaped. */
export function noteMarkdown(note: Note, language: Language): string {
	const parts = [`# ${note.title}`, escaped(note.lead), `*${escaped(note.made)}*`];
	for (const { title, blocks } of note.sections)
		parts.push(`## ${escaped(title)}`, ...blocks.map((block) => blockMarkdown(block, language)));
	return `${parts.join('\n\n')}\n`;
}

const escaped = (text: string) => text.replace(/[\\|_*<>]/g, '\\$&');
const row = (cells: string[]) => `| ${cells.map(escaped).join(' | ')} |`;

function blockMarkdown(block: Block, language: Language): string {
	switch (block.kind) {
		case 'text':
			return escaped(block.text);
		case 'points':
			return block.points.map((point) => `- ${escaped(point)}`).join('\n');
		case 'table':
			return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n');
		case 'questions':
			return block.questions
				.map(
					(question, index) =>
						`${index + 1}. ${escaped(question)}\n\n   ${notes[language].answer} …`
				)
				.join('\n\n');
	}
}
