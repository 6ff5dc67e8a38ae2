import type { Language } from '#lib/course/language.ts';
import { care } from '#lib/i18n/care.ts';
import { isoDay } from '#lib/i18n/format.ts';
import { manage } from '#lib/i18n/manage.ts';
import type { PersonLine } from '#lib/learning/cohort.ts';
import { csv } from './csv.ts';

/** What the people table shows, with numbers as numbers: "2 van 3" becomes two columns. */
export function peopleCsv(people: PersonLine[], language: Language): string {
	const { columns, paces } = manage[language];
	const required = language === 'nl' ? 'van' : 'of';
	const head = [
		columns.name,
		columns.lessons,
		`${columns.lessons} (${required})`,
		columns.quizzes,
		`${columns.quizzes} (${required})`,
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
		paces[person.pace],
		person.finishedAt ? isoDay(person.finishedAt) : '',
		person.need ? care[language].need(person.need) : '',
		person.endsAt ? isoDay(person.endsAt) : ''
	]);
	return csv([head, ...rows]);
}
