import { app } from '#lib/server/current.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ months: app().env.RETENTION_MONTHS });
