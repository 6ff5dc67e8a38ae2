import type { PageLoad } from './$types';

/** The simulations that stand in this lesson come with it, and no others; most lessons do not even need their list. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	...(data.lesson.steps.some((step) => step.blocks.some(({ type }) => type === 'sim')) && {
		simulations: await (
			await import('#lib/components/simulations/registry.ts')
		).simulationsOf(data.lesson)
	})
});
