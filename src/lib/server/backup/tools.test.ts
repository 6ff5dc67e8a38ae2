import { expect, test } from 'vitest';
import { environmentOf, findTool } from './tools.ts';

test('where the server is goes by environment, decoded, and a password is in no argument', () => {
	const env = environmentOf(
		'postgres://course:p%40ss@db.example:5433/the%20course?sslmode=require'
	);
	expect(env).toMatchObject({
		PGHOST: 'db.example',
		PGPORT: '5433',
		PGUSER: 'course',
		PGPASSWORD: 'p@ss',
		PGDATABASE: 'the course',
		PGSSLMODE: 'require'
	});
	expect(environmentOf('postgres://course@[::1]/course').PGHOST).toBe('::1');
});

test('programs that are too old for the server are not used, and the message says what to install', () => {
	expect(() => findTool('pg_dump', 900)).toThrow('postgresql-client');
});
