import type { Item } from '#lib/course/item.ts';
import type { Language } from '#lib/course/language.ts';
import { findLesson } from '#lib/course/outline.ts';
import { stemText } from '#lib/course/public-item.ts';
import { item as itemWords } from '#lib/i18n/item.ts';
import type { ItemPage } from '#lib/learning/content-view.ts';
import { itemReport } from '#lib/learning/item-report.ts';
import type { Cell } from '#lib/learning/item-sums.ts';
import { quizOf } from './content-health.ts';
import { course, itemOf } from './course.ts';
import * as appeals from './db/appeals.ts';
import type { Database } from './db/connect.ts';
import * as items from './db/items.ts';
import * as itemSums from './item-sums.ts';

/** One question, for who writes it: its words, what answers say of it, and its earlier versions. */
export async function view(
	db: Database,
	id: string,
	language: Language
): Promise<ItemPage | undefined> {
	const item = itemOf(id);
	if (!item) return undefined;
	const sums = await itemSums.current(db);
	const open = (await appeals.openByItem(db)).find((row) => row.item === id)?.open ?? 0;
	const cells = sums.ofItem(id);
	const report = itemReport(item, ofVersion(cells, item));
	const lesson = findLesson(course, item.lesson)?.lesson;
	const quiz = quizOf(id, language);
	const inLesson = itemReport(item, ofVersion(sums.inLessons(id), item));
	const { type, version, stem } = item;
	return {
		...{ id, type, version, appeals: open },
		stem: { nl: stemText(stem.nl), en: stemText(stem.en) },
		...(lesson && { lesson: { id: lesson.id, title: lesson.title[language] } }),
		...(quiz && { quiz }),
		...(sums.day && { day: sums.day }),
		...(report && { report }),
		options: (report?.options ?? []).map((each) => ({
			...each,
			text: optionText(item, each.id, language)
		})),
		...(inLesson && { inLesson: { n: inLesson.n, facility: inLesson.facility } }),
		versions: versions(item, await items.versionsOf(db, id), cells, language)
	};
}

const ofVersion = (cells: Cell[], { version }: Item) =>
	cells.filter((cell) => cell.version === version);

function versions(
	item: Item,
	kept: Item[],
	cells: Cell[],
	language: Language
): ItemPage['versions'] {
	const earlier = kept.filter(({ version }) => version !== item.version);
	return [item, ...earlier].map((each) => {
		const shown = itemReport(each, ofVersion(cells, each));
		const stem = stemText(each.stem[language]);
		return {
			...{ version: each.version, current: each === item },
			...(stem !== stemText(item.stem[language]) && { stem }),
			...(shown && {
				shown: {
					...{ n: shown.n, facility: shown.facility },
					...(shown.discrimination && { discrimination: shown.discrimination })
				}
			})
		};
	});
}

/** What an option says; of a row with its choice both. */
export function optionText(item: Item, id: string, language: Language): string {
	if ('rows' in item && 'choices' in item) {
		const row = item.rows.find((each) => id.startsWith(`${each.id}=`));
		const choice = item.choices.find((each) => id === `${row?.id}=${each.id}`);
		return `${row?.text[language] ?? ''} → ${choice?.text[language] ?? ''}`;
	}
	const { claim } = itemWords[language];
	if (item.type === 'true-false' && (id === 'true' || id === 'false')) return claim[id];
	const option = 'options' in item ? item.options.find((each) => each.id === id) : undefined;
	return option?.text[language] ?? id;
}
