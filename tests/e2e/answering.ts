import type { Locator, Page } from '@playwright/test';
import { digest, readContent } from '../../scripts/build/content.ts';
import type { Item } from '../../src/lib/course/item.ts';
import { parse } from '../../src/lib/course/parse.ts';
import type { Given } from '../../src/lib/learning/grade.ts';
import { rightAnswer, wrongAnswer } from '../../src/lib/learning/sample-answers.ts';

const { course } = parse(readContent(), digest);
const items = Object.values(course!.items);

/** Ids of all lessons, in order. */
export const lessonIds = course!.modules.flatMap((module) => module.lessons.map(({ id }) => id));

/** Ids of the items in a lesson that are asked as checks. */
export const checksOf = (id: string) =>
	course!.modules.flatMap((module) => module.lessons).find((lesson) => lesson.id === id)!.checks;

/** How much there is to do: what the pages count with. */
export const required = {
	lessons: lessonIds.length,
	quizzes: course!.modules.length
};

/** The item that is on the page, found as a reader would: by its question. */
export async function itemOn(page: Page): Promise<Item> {
	const id = await page.locator('form input[name=item]').first().getAttribute('value');
	return itemOf(id ?? '');
}

export function itemOf(id: string): Item {
	const item = items.find((each) => each.id === id);
	if (!item) throw new Error(`no item ${id}`);
	return item;
}

/** Fills in an answer with the controls a person uses, and presses Check. */
export async function answer(page: Page, item: Item, right: boolean): Promise<void> {
	await submit(page, item, right);
	await page.locator(`#item-${item.id.toLowerCase()} .verdict`).waitFor();
}

/** The same, without waiting for what comes of it. */
export async function submit(page: Page, item: Item, right: boolean): Promise<Locator> {
	const form = page.locator(`#item-${item.id.toLowerCase()} form`);
	await fill(page, form, right ? rightAnswer(item) : wrongAnswer(item));
	await form.getByRole('button', { name: /^(Controleer|Check)$/ }).click();
	return form;
}

async function fill(page: Page, form: ReturnType<Page['locator']>, given: Given): Promise<void> {
	for (const id of given.chosen ?? [])
		await form.locator(`:is([name=option], [name=claim])[value="${id}"]`).check();
	for (const [row, choice] of Object.entries(given.placed ?? {})) {
		const radio = form.locator(`[name="row:${row}"][value="${choice}"]`);
		if ((await radio.count()) > 0 && (await radio.getAttribute('type')) === 'radio')
			await radio.check();
		else await form.locator(`select[name="row:${row}"]`).selectOption(choice);
	}
	for (const [index, row] of (given.order ?? []).entries())
		await form.locator(`select[name="place:${row}"]`).selectOption(String(index + 1));
	for (const [blank, text] of Object.entries(given.written ?? {}))
		await form.locator(blank === 'value' ? '[name=value]' : `[name="blank:${blank}"]`).fill(text);
}
