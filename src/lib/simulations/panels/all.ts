import type { Simulation } from '../simulation.ts';
import { crowd } from './crowd.ts';
import { diffusion } from './diffusion.ts';
import { eightWorlds } from './worlds.ts';

/** Every simulation that can be played, by the name that lessons use. */
export const panels: Readonly<Record<string, Simulation>> = {
	S1: crowd,
	S6: eightWorlds,
	S7: diffusion
};
