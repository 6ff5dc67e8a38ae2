import { expect, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import { drive, initial } from '../simulation.ts';
import { crowd, type CrowdSettings } from './crowd.ts';

function play(own: Partial<CrowdSettings>, preset?: string) {
	const settings = { ...initial(crowd, preset), ...own };
	const outcome = drive(crowd.run(settings, mulberry32(1)));
	return { final: outcome.final, reached: crowd.reaches(outcome, settings), outcome };
}

test('rows 1 to 7: the square from 0 to 99, and one person different', () => {
	expect(play({}, 'all').final).toBe(100);
	expect(play({}, 'one').final).toBe(1);
	expect(play({ person: 1, threshold: 1 }, 'all').final).toBe(0);
	expect(play({ person: 6, threshold: 6 }, 'all').final).toBe(5);
	expect(play({ person: 51, threshold: 51 }, 'all').final).toBe(50);
	expect(play({ person: 100, threshold: 100 }, 'all').final).toBe(99);
	expect(play({}, 'sown').final).toBe(101);
});

test('what lesson B10 asks for: from 11 to 13 it tips between 12.5 and 12.6', () => {
	expect(play({ spread: 12.5 }).final).toBe(5);
	expect(play({ spread: 12.6 }).final).toBe(100);
});

test('the challenge is met with as few people seeded as will do, and not with more', () => {
	expect(play({}).reached).toBe(false);
	expect(play({ seeded: 2 }).reached).toBe(false);
	expect(play({ seeded: 3 }).reached).toBe(true);
	expect(play({ seeded: 4 }).reached).toBe(false);
	expect(play({ spread: 8, seeded: 8 }).reached).toBe(true);
	expect(play({ spread: 12.6, seeded: 0 }).reached).toBe(false);
});
