import type { Language } from '#lib/course/language.ts';
import { annotations as words } from '#lib/i18n/annotations.ts';
import { isoDay } from '#lib/i18n/format.ts';
import type { ofAccount } from '../annotations.ts';
import { plain } from './markdown.ts';

type Lessons = Awaited<ReturnType<typeof ofAccount>>;

/** Notes and marks as Markdown. What somebody typed comes out as they typed it: signs that would mean something are escaped. */
export function notesMarkdown(lessons: Lessons, language: Language): string {
	const { page, marks } = words[language];
	const parts = [`# ${page.title}`];
	for (const lesson of lessons) {
		parts.push(`## ${lesson.id.toUpperCase()} ${lesson.title}`);
		for (const note of lesson.notes)
			parts.push(`**${page.note}** (${isoDay(note.writtenAt)})`, plain(note.body));
		for (const mark of lesson.marks) {
			parts.push(`**${marks[mark.mark]}** (${isoDay(mark.changedAt)})`);
			parts.push(`> ${plain(mark.exact)}`);
			if (mark.body) parts.push(plain(mark.body));
		}
	}
	return `${parts.join('\n\n')}\n`;
}
