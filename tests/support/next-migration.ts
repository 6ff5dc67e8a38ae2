import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsFolder } from '#lib/server/db/connect.ts';

/** A copy of the migrations with one more at the end, as the next version of the app would bring it. */
export function withNextMigration(statements: string[]): { folder: string; remove(): void } {
	const folder = mkdtempSync(join(tmpdir(), 'course-migrations-'));
	cpSync(migrationsFolder, folder, { recursive: true });
	const journal = join(folder, 'meta/_journal.json');
	const kept = JSON.parse(readFileSync(journal, 'utf8')) as {
		entries: { idx: number; when: number; version: string; tag: string; breakpoints: boolean }[];
	};
	const last = kept.entries.at(-1)!;
	kept.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: 'next' });
	writeFileSync(journal, JSON.stringify(kept));
	writeFileSync(join(folder, 'next.sql'), statements.join('\n--> statement-breakpoint\n'));
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
