import type { Language } from '#lib/course/language.ts';
import { date } from '#lib/i18n/format.ts';
import { council, type Facts } from '#lib/i18n/privacy-notes/council.ts';
import { dpia } from '#lib/i18n/privacy-notes/dpia.ts';
import { notes as words } from '#lib/i18n/privacy-notes/frame.ts';
import { keepsOf, privacy, type PrivacyRow } from '#lib/i18n/privacy.ts';
import { NEEDS_SHOWN, TOGETHER } from '#lib/learning/cohort.ts';
import { ENOUGH_PEOPLE } from '#lib/learning/item-report.ts';
import { NUDGE_DAYS } from '../cohort-care.ts';
import { NOTICE_DAYS } from '../inactive.ts';
import { activities, bases, grounds, type Activity } from './grounds.ts';
import { register } from './register.ts';

// Two documents for people who judge this course: made from the register, so that they cannot fall behind the code.

export const noteNames = ['works-council', 'dpia'] as const;
export type NoteName = (typeof noteNames)[number];
/** The name of a note as it stands in an address; undefined when there is none of that name. */
export const noteName = (text: string) => noteNames.find((name) => name === text);

export type Block =
	| { kind: 'text'; text: string }
	| { kind: 'points'; points: string[] }
	| { kind: 'table'; label: string; head: string[]; rows: string[][] }
	/** To be filled in by hand: with empty lines on paper. */
	| { kind: 'questions'; questions: string[] };
export type Section = { id: string; title: string; blocks: Block[] };
export type Note = { title: string; lead: string; made: string; sections: Section[] };

/** @param months after how many months an account that nobody uses is warned */
type About = { language: Language; months: number; now: Date };

export const noteOf = (name: NoteName, about: About): Note =>
	name === 'dpia' ? dpiaNote(about) : councilNote(about);

const factsOf = ({ language, months }: About): Facts => ({
	unused: privacy[language].time(months),
	notice: NOTICE_DAYS,
	nudge: NUDGE_DAYS,
	together: TOGETHER,
	named: NEEDS_SHOWN,
	asked: ENOUGH_PEOPLE
});

const text = (...lines: string[]): Block[] => lines.map((line) => ({ kind: 'text', text: line }));
const points = (list: string[]): Block => ({ kind: 'points', points: list });

function note(
	{ title, lead }: { title: string; lead: string },
	{ language, now }: About,
	sections: Omit<Section, 'id'>[]
): Note {
	const { made, advice } = words[language];
	return {
		...{ title, lead, made: `${made(date(now, language))} ${advice}` },
		sections: sections.map((section, index) => ({ id: `part-${index + 1}`, ...section }))
	};
}

function councilNote(about: About): Note {
	const said = council[about.language];
	const { notDone } = words[about.language];
	const sections = said.parts(factsOf(about)).map((part) =>
		typeof part === 'string'
			? { title: notDone.title, blocks: [points(notDone.points)] }
			: {
					title: part.title,
					blocks: [
						...text(...(part.text ?? [])),
						...(part.points ? [points(part.points)] : []),
						...text(...(part.after ?? []))
					]
				}
	);
	return note(said, about, [...sections, questions(said)]);
}

function dpiaNote(about: About): Note {
	const { language } = about;
	const said = dpia[language];
	const { notDone, columns } = words[language];
	const facts = factsOf(about);
	return note(said, about, [
		{ title: said.intro.title, blocks: text(...said.intro.text) },
		{ title: said.activitiesTitle, blocks: [activityTable(language)] },
		{
			title: said.basesTitle,
			blocks: [...text(...said.basesText), points(bases.map((basis) => said.bases[basis]))]
		},
		...activities.map((activity) => ({
			title: `${said.dataTitle}: ${said.activities[activity].title}`,
			blocks: [...text(said.activities[activity].text), dataTable(activity, about)]
		})),
		{
			title: said.othersTitle,
			blocks: [
				...text(said.othersText),
				points(columnsOf('none').map(({ table, names }) => `${table}: ${names.join(', ')}`))
			]
		},
		{ title: notDone.title, blocks: [points(notDone.points)] },
		{ title: said.measuresTitle, blocks: [points(said.measures(facts))] },
		{ title: said.rightsTitle, blocks: [points(said.rights)] },
		{
			title: said.risksTitle,
			blocks: [
				...text(said.risksText),
				{
					...{ kind: 'table', label: said.risksTitle },
					head: [columns.risk, columns.weight, columns.limits, columns.left],
					rows: said
						.risks(facts)
						.map(({ risk, weight, limits, left }) => [...[risk, weight, limits, left]])
				}
			]
		},
		questions(said)
	]);
}

const questions = (said: { questionsTitle: string; questions: string[] }) => ({
	title: said.questionsTitle,
	blocks: [{ kind: 'questions' as const, questions: said.questions }]
});

/** The columns of the database that a line is about, table by table. */
export const columnsOf = (line: PrivacyRow | 'none'): { table: string; names: string[] }[] =>
	Object.entries(register).flatMap(([table, columns]) => {
		const names = Object.keys(columns).filter((column) => columns[column] === line);
		return names.length > 0 ? [{ table, names }] : [];
	});

const linesOf = (activity: Activity) =>
	(Object.keys(grounds) as PrivacyRow[]).filter((line) => grounds[line].activity === activity);

function activityTable(language: Language): Block {
	const { columns, basisShort } = words[language];
	const { activities: said, activitiesTitle } = dpia[language];
	return {
		...{ kind: 'table', label: activitiesTitle },
		head: [columns.activity, columns.why, columns.basis],
		rows: activities.map((activity) => {
			const used = new Set(linesOf(activity).map((line) => grounds[line].basis));
			const named = bases.filter((basis) => used.has(basis)).map((basis) => basisShort[basis]);
			return [said[activity].title, said[activity].text, named.join('; ')];
		})
	};
}

function dataTable(activity: Activity, { language, months }: About): Block {
	const { columns, basisShort } = words[language];
	const { rows } = privacy[language];
	return {
		...{ kind: 'table', label: dpia[language].activities[activity].title },
		head: [
			...[columns.what, columns.why, columns.basis, columns.who, columns.keeps, columns.where]
		],
		rows: linesOf(activity).map((line) => [
			...[rows[line].what, rows[line].why, basisShort[grounds[line].basis], rows[line].who],
			keepsOf(language, line, months),
			columnsOf(line)
				.map(({ table, names }) => `${table} (${names.join(', ')})`)
				.join('; ') || '–'
		])
	};
}
