/** A rectangle in a drawing, in the drawing's own units. */
export type Region = { x: number; y: number; width: number; height: number };

/** Places in a drawing must lie in it, apart from each other, and be at least 24 pixels when it is drawn 280 wide. */
export function regionFaults(svg: string, regions: readonly Region[]): string[] {
	const [, w, h] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
	const [width, height] = [Number(w), Number(h)];
	const least = (24 / 280) * width;
	const inside = regions.every(
		(each) =>
			each.x >= 0 && each.y >= 0 && each.x + each.width <= width && each.y + each.height <= height
	);
	const large = regions.every((each) => each.width >= least && each.height >= least);
	const overlap = regions.some((one, index) =>
		regions
			.slice(index + 1)
			.some(
				(other) =>
					one.x < other.x + other.width &&
					other.x < one.x + one.width &&
					one.y < other.y + other.height &&
					other.y < one.y + one.height
			)
	);
	return [
		...(inside ? [] : ['a region lies outside the drawing']),
		...(large ? [] : [`a region is smaller than ${Math.ceil(least)} units`]),
		...(overlap ? ['two regions overlap'] : [])
	];
}

/**
 * A drawing with numbered places. Each is a label of the radio button that means it, so that pointing chooses, also without
 * scripts.
 *
 * @param item the id of the question; its buttons are called `item-ID-OPTION`
 */
export function withPlaces(
	svg: string,
	item: string,
	places: readonly { id: string; region: Region }[]
): string {
	const drawn = places.map(({ id, region: { x, y, width, height } }, index) => {
		const size = `x="${x}" y="${y}" width="${width}" height="${height}"`;
		const button = `item-${item.toLowerCase()}-${id}`;
		return `<g class="place"><rect ${size} rx="8"/><circle cx="${x + width}" cy="${y}" r="15"/><text x="${x + width}" y="${y + 7}">${index + 1}</text><foreignObject ${size}><label for="${button}"></label></foreignObject></g>`;
	});
	return svg.replace('</svg>', `${drawn.join('')}</svg>`);
}
