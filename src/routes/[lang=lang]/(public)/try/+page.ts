import { simulationsOf } from '#lib/components/simulations/registry.ts';
import { trial } from '#lib/i18n/trial.ts';
import type { PageLoad } from './$types';

/** The simulations that stand in this lesson come with it, and no others; and the words for whoever has no account. */
export const load: PageLoad = async ({ data, parent }) => ({
	...data,
	visitor: trial[(await parent()).language],
	simulations: await simulationsOf(data.lesson)
});
