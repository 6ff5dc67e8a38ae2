import { simulationsOf } from '#lib/components/simulations/registry.ts';
import type { PageLoad } from './$types';

/** The simulations that stand in this lesson come with it, and no others. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	simulations: await simulationsOf(data.lesson)
});
