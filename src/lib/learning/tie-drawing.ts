import type { Cells } from '#lib/course/exercise.ts';

type Named = { id: string; text: string };
type Place = Named & { x: number; y: number };

export type TieDrawing = {
	/** In a frame of 300 by 260: the first at the top, the others clockwise. */
	places: Place[];
	lines: { one: Place; other: Place; tie: string }[];
	/** Every tie in words. */
	said: string[];
};

/**
 * Where circles stand and which ties run between them.
 *
 * @param circles the number of a circle in the canvas, from 1, and its name
 * @param ties rows of from, to and kind; a row that is not finished draws nothing
 * @param names the kinds of ties in words
 */
export function tieDrawing(circles: Named[], ties: Cells, names: Named[]): TieDrawing {
	const round = (value: number) => Math.round(value * 10) / 10;
	const places = circles.map(({ id, text }, index) => {
		const angle = (2 * Math.PI * index) / circles.length - Math.PI / 2;
		return {
			...{ id, text },
			x: round(150 + 105 * Math.cos(angle)),
			y: round(130 + 100 * Math.sin(angle))
		};
	});
	const lines = ties.flatMap(([from, to, tie]) => {
		const [one, other] = [from, to].map((id) => places.find((place) => place.id === id));
		return one && other && one !== other && tie ? [{ one, other, tie }] : [];
	});
	const said = lines.map(
		({ one, other, tie }) =>
			`${one.text} – ${other.text}: ${names.find(({ id }) => id === tie)?.text ?? tie}`
	);
	return { places, lines, said };
}
