import type { Lesson } from '#lib/course/course.ts';
import { findLesson } from '#lib/course/outline.ts';
import { mulberry32 } from '#lib/learning/random.ts';
import { panels } from '#lib/simulations/panels/all.ts';
import { drive, readState, writeState } from '#lib/simulations/simulation.ts';
import { course } from './course.ts';
import type { Database } from './db/connect.ts';
import * as states from './db/simulations.ts';

/** Where somebody was in a simulation: their run as parameters, and when they first met the challenge. */
export type Kept = { simulation: string; state: string; reachedAt: Date | null };

/** The simulations in a lesson, by id. */
export function idsIn(lesson: Lesson): string[] {
	return lesson.steps.nl.flatMap(({ blocks }) =>
		blocks.flatMap((block) => (block.type === 'sim' && panels[block.id] ? block.id : []))
	);
}

/**
 * Keeps where somebody is in a simulation of this lesson. That the challenge is met is not believed: the model is run
 * again, with the same settings and seed.
 *
 * @param claimed whether the device says that the challenge is met
 */
export async function keep(
	db: Database,
	given: {
		accountId: string;
		lesson: string;
		simulation: string;
		state: string;
		claimed: boolean;
		at: Date;
	}
): Promise<{ kind: 'kept' | 'unknown' }> {
	const { accountId, simulation: id, claimed, at } = given;
	const found = findLesson(course, given.lesson);
	const simulation = panels[id];
	if (!found || !simulation || !idsIn(found.lesson).includes(id)) return { kind: 'unknown' };
	const state = readState(simulation, new URLSearchParams(given.state));
	if (!state) return { kind: 'unknown' };
	const met =
		claimed &&
		simulation.reaches(
			drive(simulation.run(state.settings, mulberry32(state.seed))),
			state.settings
		);
	// Written anew from what was understood of it: nothing else is ever stored.
	const row = { accountId, simulation: id, state: writeState(simulation, state).toString() };
	await states.put(db, { ...row, savedAt: at, reachedAt: met ? at : null });
	return { kind: 'kept' };
}
