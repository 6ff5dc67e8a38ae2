import type { Course } from '../../src/lib/course/course.ts';
import type { Item } from '../../src/lib/course/item.ts';
import type { Given } from '../../src/lib/learning/grade.ts';
import { assembled } from '../../src/lib/learning/item-sums.ts';
import { rightAnswer, wrongAnswer } from '../../src/lib/learning/sample-answers.ts';
import type { Database } from '../../src/lib/server/db/connect.ts';
import * as sums from '../../src/lib/server/db/item-sums.ts';
import { takers, type Taker } from './takers.ts';

/** A question that strong people get wrong, and one that goes badly in English: whoever looks should find both. */
export type Told = { misread: Item; mistranslated: Item };

/**
 * Sixty people, twenty-four of them in English, who took the first quiz; and the sums that the app would make of them.
 *
 * @param at the day of the figures
 */
export async function tellTakers(db: Database, course: Course, at: Date): Promise<Told> {
	const { quiz } = course.modules[0]!;
	const items = quiz.items.map((id) => course.items[id]!);
	const [misread, mistranslated] = items.filter(
		({ type }) => type === 'single' || type === 'scenario'
	) as [Item, Item];
	const people = Array.from({ length: 60 }, (_, n): Taker => {
		const strength = (n % 10) / 10;
		const language = n % 5 < 3 ? ('nl' as const) : ('en' as const);
		const answers = items.map((item, index): Given => {
			const luck = ((n * 7 + index * 5) % 11) / 11;
			if (item === misread) return strength > 0.4 ? wrongAnswer(item) : anyOf(item, n);
			if (item === mistranslated && language === 'en' && n % 4 > 0) return anyWrongOf(item, n);
			return strength + 0.5 * luck > 0.5 ? rightAnswer(item) : anyWrongOf(item, n);
		});
		const attempts = n % 2 ? [answers] : [answers, items.map((item) => rightAnswer(item))];
		return { language, confidence: n % 3 ? 'sure' : 'guess', attempts };
	});
	await takers(db, { quiz: quiz.id, items, people, at });
	const day = at.toISOString().slice(0, 10);
	await sums.claim(db, quiz.id, day);
	const asks = { asked: 'same' as const, questions: items.length, items: quiz.items };
	const made = await sums.ofQuiz(db, quiz.id, { items: quiz.items, asks });
	await sums.keep(db, quiz.id, assembled(made));
	return { misread, mistranslated };
}

/** Another option for another person. */
function anyOf(item: Item, n: number): Given {
	if (item.type !== 'single' && item.type !== 'scenario') return rightAnswer(item);
	return { chosen: [item.options[n % item.options.length]!.id] };
}
function anyWrongOf(item: Item, n: number): Given {
	if (item.type !== 'single' && item.type !== 'scenario') return wrongAnswer(item);
	const wrong = item.options.filter(({ correct }) => !correct);
	return { chosen: [wrong[n % wrong.length]!.id] };
}
