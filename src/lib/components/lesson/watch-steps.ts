/** How long somebody stays at a step before it is remembered. */
const SETTLE_MS = 1200;

/**
 * Follows which step of a lesson is being read and remembers it on the server, so that any device can go on there.
 * A convenience: it completes nothing, and when it fails nothing is lost.
 *
 * @returns a function that stops watching
 */
export function watchSteps(
	tell: (step: string) => void,
	{ remember: keeps }: { remember: boolean }
): () => void {
	const path = location.pathname;
	let current: string | undefined;
	let remembered: string | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function remember() {
		clearTimeout(timer);
		if (!keeps || current === undefined || current === remembered) return;
		remembered = current;
		fetch(`${path}?/step`, {
			method: 'POST',
			body: new URLSearchParams({ step: current }),
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			keepalive: true
		}).catch(() => {
			remembered = undefined;
		});
	}

	const observer = new IntersectionObserver(
		(entries) => {
			const inSight = entries.filter(
				(entry) => entry.isIntersecting && !entry.target.hasAttribute('hidden')
			);
			const step = (inSight.at(-1)?.target as HTMLElement | undefined)?.dataset.step;
			if (step === undefined) return;
			current = step;
			tell(step);
			clearTimeout(timer);
			timer = setTimeout(remember, SETTLE_MS);
		},
		// A step counts as being read when it crosses the upper third of the window.
		{ rootMargin: '-20% 0px -70% 0px' }
	);
	for (const element of document.querySelectorAll('[data-step]')) observer.observe(element);
	const hide = () => document.visibilityState === 'hidden' && remember();
	document.addEventListener('visibilitychange', hide);
	return () => {
		observer.disconnect();
		document.removeEventListener('visibilitychange', hide);
		remember();
	};
}
