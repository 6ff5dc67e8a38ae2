import { findPostgres } from '../support/postgres.ts';
import { test } from './fixtures.ts';
import { mainPath } from './main-path.ts';

test.use({ kind: 'postgres' });
test.skip(!findPostgres() && process.env.REQUIRE_ALL !== '1', 'PostgreSQL is not installed');
mainPath('postgres');
