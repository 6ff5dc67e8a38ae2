/**
 * Does the work while no other tab does it. When another one is at it: waits for that with `patient`, else leaves it be.
 * Without https there are no locks. Then only a tab that is looked at works, and the server makes the same of an answer
 * that two windows send.
 */
export async function inTurn(patient: boolean, work: () => Promise<void>): Promise<void> {
	if (navigator.locks)
		await navigator.locks.request('kept-answers', { ifAvailable: !patient }, (lock) =>
			lock ? work() : undefined
		);
	else if (!document.hidden) await work();
}
