import { randomUUID } from 'node:crypto';
import type { Item } from '../../src/lib/course/item.ts';
import type { Language } from '../../src/lib/course/language.ts';
import type { Confidence } from '../../src/lib/learning/confidence.ts';
import { grade, type Given } from '../../src/lib/learning/grade.ts';
import type { Database } from '../../src/lib/server/db/connect.ts';
import { account, attempt, response } from '../../src/lib/server/db/schema.ts';

/** Somebody who took a quiz: what they answered to each question, once or more often. */
export type Taker = {
	language: Language;
	confidence?: Confidence;
	/** Their own questions, where everybody draws. */
	items?: Item[];
	attempts: Given[][];
};

/**
 * Many people who took a quiz, as rows: what their answers are worth is what the app would say.
 *
 * @returns the ids of their accounts, in the same order
 */
export async function takers(
	db: Database,
	given: { quiz: string; items: Item[]; people: Taker[]; at: Date }
): Promise<string[]> {
	const { quiz, people, at } = given;
	const accounts = people.map(({ language }) => {
		const id = randomUUID();
		const email = `${id}@takers.example`;
		const who = { id, email, name: 'Taker', language, role: 'learner' as const };
		return { ...who, passwordHash: 'none', edition: 1, createdAt: at };
	});
	const attempts: (typeof attempt.$inferInsert)[] = [];
	const responses: (typeof response.$inferInsert)[] = [];
	for (const [
		index,
		{ language, confidence, items = given.items, attempts: taken }
	] of people.entries())
		for (const [before, answers] of taken.entries()) {
			const row = { id: randomUUID(), accountId: accounts[index]!.id };
			const own = answers.map((answer, place) => {
				const item = items[place]!;
				const verdict = grade(item, answer);
				if (verdict.kind === 'invalid') throw new Error(`${item.id}: ${verdict.why.reason}`);
				const { earned, total } = verdict;
				return {
					...{ accountId: row.accountId, answerId: randomUUID(), attemptId: row.id },
					...{ item: item.id, version: item.version, try: 1, given: answer, earned, total },
					...{ language, confidence: confidence ?? null, answeredAt: at }
				};
			});
			responses.push(...own);
			attempts.push({
				...{ ...row, quiz, number: before + 1, startedAt: at, submittedAt: at },
				items: items.map(({ id, version }) => ({ item: id, version })),
				earned: own.reduce((sum, each) => sum + each.earned, 0),
				total: own.length * 100
			});
		}
	await db.insert(account).values(accounts);
	await db.insert(attempt).values(attempts);
	for (let from = 0; from < responses.length; from += 500)
		await db.insert(response).values(responses.slice(from, from + 500));
	return accounts.map(({ id }) => id);
}
