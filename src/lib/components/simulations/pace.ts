/** How long a slice of work may take: with drawing it stays well below 50 ms, so that the page answers. */
const SLICE_MS = 6;

/** Whether this person asked for less movement. */
export const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Does work in slices, the first one at once: what is short is done before this returns.
 *
 * @param tell how far it is, 0–1, after each slice that did not finish it
 * @returns stops the work
 */
export function slices<O>(
	run: Generator<number, O, void>,
	tell: (done: number) => void,
	finish: (outcome: O) => void
): () => void {
	let stopped = false;
	function slice() {
		if (stopped) return;
		const until = performance.now() + SLICE_MS;
		for (;;) {
			const next = run.next();
			if (next.done) return finish(next.value);
			if (performance.now() < until) continue;
			tell(next.value);
			setTimeout(slice);
			return;
		}
	}
	slice();
	return () => (stopped = true);
}
