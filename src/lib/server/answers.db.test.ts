import { expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { isEmpty } from './accounts.ts';

const db = useDatabase();

test('a new database has nobody in it', async () => {
	expect(await isEmpty(db())).toBe(true);
});
