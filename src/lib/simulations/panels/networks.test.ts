import { expect, test } from 'vitest';
import { mulberry32 } from '#lib/learning/random.ts';
import { drive, initial } from '../simulation.ts';
import { smallWorld, type SmallWorldSettings } from './small-world.ts';
import { sparks, type SpreadSettings } from './spread.ts';

function world(own: Partial<SmallWorldSettings>, preset?: string) {
	const settings = { ...initial(smallWorld, preset), ...own };
	const outcome = drive(smallWorld.run(settings, mulberry32(smallWorld.seed!)));
	return { ...outcome, reached: smallWorld.reaches(outcome, settings) };
}
function spreading(own: Partial<SpreadSettings>, preset?: string) {
	const settings = { ...initial(sparks, preset), ...own };
	const outcome = drive(sparks.run(settings, mulberry32(sparks.seed!)));
	return { ...outcome, reached: sparks.reaches(outcome, settings) };
}

test('what lesson B3 asks for: from over 50 steps to about 9, with about 97% of the clustering left', () => {
	const { measures, ring } = world({}, 'thousand');
	expect(ring.length).toBeGreaterThan(50);
	expect(measures.length).toBeGreaterThan(8);
	expect(measures.length).toBeLessThan(10);
	expect(measures.clustering / ring.clustering).toBeCloseTo(0.97, 1);
});

test('a shortcut leads from one end to the other in one step; without it there are many', () => {
	expect(world({}).way).toHaveLength(18);
	expect(world({}, 'shortcut').way).toEqual([0, 50]);
	expect(world({}, 'shortcut').far).toEqual([[0, 50]]);
	expect(world({ to: 200 }).way).toEqual([]);
});

test('two shortcuts do not meet the challenge, three well chosen ones do', () => {
	const two = { a1: 1, b1: 51, a2: 26, b2: 76 };
	expect(world({}).reached).toBe(false);
	expect(world(two).reached).toBe(false);
	expect(world({ ...two, a3: 13, b3: 63 }).reached).toBe(true);
	expect(world({ moved: 1 }).reached).toBe(false);
});

test('what lesson B10 asks for: three needed and 5% moved gives about one in ten, one needed and 10% everybody', () => {
	expect(spreading({}).own.rounds).toHaveLength(97);
	const habit = spreading({}, 'habit');
	expect(habit.mean.share).toBeGreaterThan(0.05);
	expect(habit.mean.share).toBeLessThan(0.15);
	const news = spreading({}, 'news');
	expect(news.mean.share).toBe(1);
	expect(news.ring.rounds).toHaveLength(34);
});

test('the challenge is met by denser neighbourhoods', () => {
	expect(spreading({}).reached).toBe(false);
	expect(spreading({}, 'habit').reached).toBe(false);
	expect(spreading({ neighbours: 8 }, 'habit').reached).toBe(true);
});
