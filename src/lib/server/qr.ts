import { encode } from 'uqr';

/** A QR code as one path, in squares of one by one, and how many squares wide it is with its margin. */
export function qrPath(text: string): { size: number; path: string } {
	const { size, data } = encode(text, { ecc: 'M', border: 4 });
	const squares = data.flatMap((row, y) =>
		row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))
	);
	return { size, path: squares.join('') };
}
