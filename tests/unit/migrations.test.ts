import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationsFolder } from '#lib/server/db/connect.ts';

/** Statements after which the version before could not go on, unless they are these: with why it can. */
const lookedAt = new Map([
	// A rule that became wider: the version before never sends what the old one refused.
	['ALTER TABLE "response" DROP CONSTRAINT "response_once";', '0002_confidence_and_review.sql']
]);
const takesAway = /\b(drop|rename|truncate|delete from|set not null|set data type|alter column)\b/i;

const statements = readdirSync(migrationsFolder)
	.filter((name) => name.endsWith('.sql'))
	.flatMap((name) =>
		readFileSync(join(migrationsFolder, name), 'utf8')
			.split('--> statement-breakpoint')
			.map((statement) => ({ name, statement: statement.trim() }))
	);

test('migrations only add, so that the version before goes on beside them (decision 032)', () => {
	expect(statements.length).toBeGreaterThan(50);
	const wrong = statements.filter(
		({ name, statement }) => takesAway.test(statement) && lookedAt.get(statement) !== name
	);
	expect(wrong).toEqual([]);
});

test.each([
	'alter table a drop column b',
	'ALTER TABLE a ALTER COLUMN b SET NOT NULL',
	'drop table a'
])('%s takes away', (statement) => expect(takesAway.test(statement)).toBe(true));

test('every migration is in the journal, once and in order', () => {
	const journal = JSON.parse(
		readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')
	) as { entries: { idx: number; when: number; tag: string }[] };
	const names = [...new Set(statements.map(({ name }) => name))].sort();
	expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(names);
	// Only what is newer than the last one is carried out.
	const moments = journal.entries.map(({ when }) => when);
	expect(moments).toEqual([...moments].sort((a, b) => a - b));
});
