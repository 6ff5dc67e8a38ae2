import { shuffle } from '../../src/lib/learning/shuffle.ts';

const DAY = 24 * 60 * 60 * 1000;
/** The same for everything that runs on one day, so that what fails can be tried again. */
const seed = Number(process.env.PART_SEED ?? Math.floor(Date.now() / DAY));

/** Of what takes long as a whole, a run of everything takes a part: another each day. `EVERYTHING=1` takes it all. */
export function part<T>(list: readonly T[], most: number): T[] {
	if (process.env.EVERYTHING === '1') return [...list];
	return shuffle(list, seed).slice(0, most);
}
