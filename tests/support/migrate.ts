import { migrate } from '#lib/server/db/connect.ts';

// A process that migrates a PostgreSQL and nothing else, so that it can be killed: migrate.ts URL FOLDER.

const [url = '', folder = ''] = process.argv.slice(2);
process.send?.('began');
await migrate(url, { folder });
