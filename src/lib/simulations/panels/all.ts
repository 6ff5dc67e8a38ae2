import type { Simulation } from '../simulation.ts';
import { activity } from './activity.ts';
import { commonPot } from './common-pot.ts';
import { crowd } from './crowd.ts';
import { diffusion } from './diffusion.ts';
import { reciprocity } from './reciprocity.ts';
import { smallWorld } from './small-world.ts';
import { sparks } from './spread.ts';
import { ties } from './ties.ts';
import { eightWorlds } from './worlds.ts';

/** Every simulation that can be played, by the name that lessons use. */
export const panels: Readonly<Record<string, Simulation>> = {
	S1: crowd,
	S2: smallWorld,
	S3: sparks,
	S4: commonPot,
	S5: reciprocity,
	S6: eightWorlds,
	S7: diffusion,
	S8: activity,
	W1: ties
};
