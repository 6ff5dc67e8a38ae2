import { expect, test } from 'vitest';
import { drive, initial } from '../simulation.ts';
import { commonPot, seatsOf, type CommonPotSettings } from './common-pot.ts';

function play(own: Partial<CommonPotSettings>, preset?: string) {
	const settings = { ...initial(commonPot, preset), ...own };
	const outcome = drive(commonPot.run(settings, () => 0));
	const averages = outcome.rounds.map((round) => Number(round.average.toFixed(2)));
	return { ...outcome, averages, reached: commonPot.reaches(outcome, settings) };
}

test('what lesson B12 asks for: three who give what they see and one who never gives; then four who give three quarters', () => {
	const never = play({}, 'never').averages;
	expect([1, 3, 6, 10].map((round) => never[round - 1])).toEqual([7.5, 3.33, 0.99, 0.2]);
	const quarter = play({}, 'quarter').averages;
	expect([1, 3, 6, 10].map((round) => quarter[round - 1])).toEqual([10, 5.63, 2.37, 0.75]);
});

test('agents do not react to fines: punishing only costs points', () => {
	const punished = play({}, 'punished');
	expect(punished.averages).toEqual(play({}, 'never').averages);
	const sum = (points: number[]) => points.reduce((total, each) => total + each, 0);
	expect(sum(punished.earned)).toBeLessThan(sum(play({}, 'never').earned));
});

test('there are always three to ten seats', () => {
	const none = { ...initial(commonPot), conditional: 0, never: 0 };
	expect(seatsOf(none)).toEqual(['conditional', 'conditional', 'conditional']);
	expect(seatsOf({ ...none, always: 10, never: 10, you: 'play' })).toHaveLength(10);
	expect(seatsOf({ ...none, always: 10, never: 10, you: 'play' })[0]).toBe('learner');
});

test('one who always gives can carry one who never does, and that meets the challenge', () => {
	expect(play({}).reached).toBe(false);
	expect(play({ always: 1 }).reached).toBe(true);
	expect(play({ always: 2 }).reached).toBe(false);
	expect(play({ always: 1, never: 0 }).reached).toBe(false);
	expect(play({ always: 1, rounds: 5 }).reached).toBe(false);
});
