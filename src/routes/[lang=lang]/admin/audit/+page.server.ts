import * as audit from '#lib/server/audit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ done: await audit.list(locals.db) });
