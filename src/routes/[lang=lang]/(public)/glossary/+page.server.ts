import { glossary } from '#lib/server/reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ terms: glossary(locals.language) });
