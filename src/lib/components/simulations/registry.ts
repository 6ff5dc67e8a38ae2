import type { Component } from 'svelte';
import type { Language } from '#lib/course/language.ts';
import type { LessonView, SimView } from '#lib/learning/lesson-view.ts';

/** What every simulation is given: the language of the page, and what is known of this person's runs. */
export type SimulationProps = { language: Language } & Pick<
	SimView,
	'predicted' | 'saved' | 'reachedAt'
>;
export type Simulations = Record<string, Component<SimulationProps>>;

/** Each simulation is a file of its own: a page fetches only those that are on it. */
const files: Record<string, () => Promise<{ default: Component<SimulationProps> }>> = {
	'S1 teaser': () => import('./Teaser.svelte'),
	'S1 full': () => import('./Crowd.svelte'),
	'S2 direct': () => import('./SmallWorld.svelte'),
	'S3 direct': () => import('./Sparks.svelte'),
	'S4 direct': () => import('./CommonPot.svelte'),
	'S5 direct': () => import('./Reciprocity.svelte'),
	'S6 stills': () => import('./Worlds.svelte'),
	'S7 direct': () => import('./Diffusion.svelte'),
	'S8 direct': () => import('./Activity.svelte'),
	'W1 direct': () => import('./PairsAndGroups.svelte')
};

/** The simulations of a lesson; used by its page on the server and in the browser alike. */
export async function simulationsOf(lesson: LessonView): Promise<Simulations> {
	const ids = lesson.steps
		.flatMap((step) => step.blocks)
		.flatMap((block) => (block.type === 'sim' ? `${block.id} ${block.mode}` : []))
		.filter((id) => files[id]);
	const loaded = await Promise.all(
		ids.map(async (id) => [id, (await files[id]!()).default] as const)
	);
	return Object.fromEntries(loaded);
}
