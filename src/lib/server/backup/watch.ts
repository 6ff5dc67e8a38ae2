/** Says something to who runs the command. */
export type Tell = (line: string) => void;

const EVERY_MS = 2_000;

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** The same bytes, with a line every few seconds that says how many went by. */
export async function* watched(
	source: AsyncIterable<Buffer>,
	what: string,
	tell: Tell
): AsyncGenerator<Buffer> {
	let bytes = 0;
	let told = performance.now();
	for await (const chunk of source) {
		bytes += chunk.length;
		if (performance.now() - told > EVERY_MS) {
			told = performance.now();
			tell(`${what}: ${megabytes(bytes)} …`);
		}
		yield chunk;
	}
	tell(`${what}: ${megabytes(bytes)}.`);
}
