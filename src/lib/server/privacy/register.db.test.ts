import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { privacy } from '#lib/i18n/privacy.ts';
import * as schema from '../db/schema.ts';
import { register } from './register.ts';

const tables = Object.values(schema).flatMap((each) =>
	is(each, PgTable) ? [getTableConfig(each)] : []
);

test('every column of every table has a line on the privacy page, or says nothing of anybody', () => {
	expect(tables.length).toBeGreaterThan(25);
	for (const { name, columns } of tables)
		expect(Object.keys(register[name] ?? {}).sort(), name).toEqual(
			columns.map((column) => column.name).sort()
		);
	expect(Object.keys(register).sort()).toEqual(tables.map(({ name }) => name).sort());
});

test('every line of the privacy page is about a column, or about something on a device', () => {
	const about = new Set(Object.values(register).flatMap((columns) => Object.values(columns)));
	const lines = Object.keys(privacy.nl.rows);
	expect(Object.keys(privacy.en.rows)).toEqual(lines);
	// Not in the database: what waits on a device, what a visitor answered.
	const elsewhere = ['device', 'trial'];
	expect(lines.filter((line) => !about.has(line as never)).sort()).toEqual(elsewhere.sort());
});

test('what points at a person is called something that is about persons', () => {
	for (const { name, columns, foreignKeys } of tables)
		for (const { reference } of foreignKeys.map((key) => ({ reference: key.reference() })))
			if (getTableConfig(reference.foreignTable).name === 'account')
				for (const column of reference.columns) {
					expect(columns.map((each) => each.name)).toContain(column.name);
					expect(register[name]![column.name], `${name}.${column.name}`).not.toBe('none');
				}
});
