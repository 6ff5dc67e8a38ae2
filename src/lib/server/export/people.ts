import writeExcelFile from 'write-excel-file/node';
import type { Language } from '#lib/course/language.ts';
import { care } from '#lib/i18n/care.ts';
import { bandLines, cohortSettings } from '#lib/i18n/cohort-settings.ts';
import { isoDay } from '#lib/i18n/format.ts';
import { manage } from '#lib/i18n/manage.ts';
import type { PersonLine } from '#lib/learning/cohort.ts';
import { csv } from './csv.ts';

type Cell = string | number | Date | undefined;

/** What the people table shows, with numbers as numbers: "2 van 3" becomes two columns. The first row is the heading. */
function cells(people: PersonLine[], language: Language): Cell[][] {
	const { columns, paces } = manage[language];
	const required = language === 'nl' ? 'van' : 'of';
	const withBands = people.some(({ bands }) => bands);
	const bandWords = cohortSettings[language].bands;
	const head = [
		columns.name,
		columns.lessons,
		`${columns.lessons} (${required})`,
		columns.quizzes,
		`${columns.quizzes} (${required})`,
		...(withBands ? [bandWords.column] : []),
		columns.pace,
		columns.finished,
		care[language].column,
		care[language].ownEndColumn
	];
	const rows = people.map((person) => [
		person.name,
		person.lessons.done,
		person.lessons.required,
		person.quizzes.done,
		person.quizzes.required,
		...(withBands ? [bandLines(person.bands ?? [], language).join('; ')] : []),
		paces[person.pace],
		person.finishedAt,
		person.need && care[language].need(person.need),
		person.endsAt
	]);
	return [head, ...rows];
}

export function peopleCsv(people: PersonLine[], language: Language): string {
	const written = (cell: Cell) => (cell instanceof Date ? isoDay(cell) : (cell ?? ''));
	return csv(cells(people, language).map((row) => row.map(written)));
}

/** The same as a workbook: numbers are numbers and days are days, and a text is never a formula. */
export async function peopleXlsx(people: PersonLine[], language: Language): Promise<Buffer> {
	const [head = [], ...rows] = cells(people, language);
	const written = (cell: Cell) => {
		if (cell === undefined) return null;
		// A day has no time: the same one as on the screen, wherever it is opened.
		if (cell instanceof Date)
			return { value: new Date(isoDay(cell)), type: Date, format: 'yyyy-mm-dd' };
		return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String };
	};
	return writeExcelFile(
		[
			head.map((cell) => ({ value: String(cell), type: String, fontWeight: 'bold' as const })),
			...rows.map((row) => row.map(written))
		],
		{ columns: head.map((_, index) => ({ width: index === 0 ? 30 : 16 })), stickyRowsCount: 1 }
	).toBuffer();
}
