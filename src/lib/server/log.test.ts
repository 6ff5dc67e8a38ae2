import { expect, test } from 'vitest';
import { describeError, makeLog } from './log.ts';

test('a database error is logged without what people typed', () => {
	const cause = Object.assign(new Error('duplicate key value violates unique constraint'), {
		name: 'PostgresError',
		severity: 'ERROR',
		code: '23505',
		detail: 'Key (email)=(bas@verdewold.example) already exists.'
	});
	const error = new Error(
		'Failed query: insert into "account" values ($1)\nparams: bas@verdewold.example',
		{ cause }
	);
	error.name = 'DrizzleQueryError';
	const line = JSON.stringify(describeError(error));
	expect(line).toContain('insert into');
	expect(line).toContain('23505');
	expect(line).not.toContain('bas@verdewold.example');
});

test('the whole line of an error holds nothing people typed either', () => {
	const written: string[] = [];
	const log = makeLog('error', { write: (line) => void written.push(line) });
	const error = new Error('Failed query: select 1\nparams: bas@verdewold.example');
	error.name = 'DrizzleQueryError';
	log.error({ event: 'error', err: error });
	expect(written.join('')).toContain('select 1');
	expect(written.join('')).not.toContain('bas@verdewold.example');
});
