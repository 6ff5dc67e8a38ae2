import { sources } from '#lib/server/reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ sources: sources(locals.language) });
