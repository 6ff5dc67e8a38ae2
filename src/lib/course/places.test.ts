import { describe, expect, test } from 'vitest';
import { regionFaults, withPlaces } from './places.ts';

const svg = '<svg viewBox="0 0 480 300"><path d="M0 0"/></svg>';
const place = (x: number, y: number, width = 50, height = 50) => ({ x, y, width, height });

describe('places in a drawing', () => {
	test.each([
		['three apart', [place(0, 0), place(60, 0), place(430, 250)], []],
		['one over the edge', [place(440, 0)], ['a region lies outside the drawing']],
		['one before the edge', [place(-1, 0)], ['a region lies outside the drawing']],
		['one too small to hit', [place(0, 0, 41, 50)], ['a region is smaller than 42 units']],
		['two on each other', [place(0, 0), place(49, 49)], ['two regions overlap']],
		['two side by side', [place(0, 0), place(50, 0)], []]
	])('%s', (_, regions, faults) => {
		expect(regionFaults(svg, regions)).toEqual(faults);
	});

	test('each is a label of its button, numbered from 1, above the drawing', () => {
		const drawn = withPlaces(svg, 'Q-B3-22', [
			{ id: 'a', region: place(10, 20) },
			{ id: 'b', region: place(100, 20) }
		]);
		expect(drawn).toMatch(/^<svg viewBox="0 0 480 300"><path d="M0 0"\/><g class="place">/);
		expect([...drawn.matchAll(/for="([^"]+)"/g)].map((match) => match[1])).toEqual([
			'item-q-b3-22-a',
			'item-q-b3-22-b'
		]);
		expect([...drawn.matchAll(/>(\d)<\/text>/g)].map((match) => match[1])).toEqual(['1', '2']);
		expect(drawn.endsWith('</g></svg>')).toBe(true);
	});
});
