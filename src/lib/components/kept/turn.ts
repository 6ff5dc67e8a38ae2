import { takeTurn } from './device.ts';

const LEASE_MS = 30_000;

/**
 * Does the work while no other tab does. When another one is at it: waits for it with `patient`, else leaves it to that tab.
 *
 * @param work is given what to await before each step; false means that the turn was lost
 */
export async function inTurn(
	patient: boolean,
	work: (mayGoOn: () => Promise<boolean>) => Promise<void>
): Promise<void> {
	if (navigator.locks) {
		return navigator.locks.request('kept-answers', { ifAvailable: !patient }, async (lock) => {
			if (lock) await work(() => Promise.resolve(true));
		});
	}
	// Without https there are no locks: a turn on the device, which ends by itself when its tab is closed.
	const holder = Math.random().toString(36);
	const claim = () => takeTurn(holder, Date.now(), Date.now() + LEASE_MS);
	while (!(await claim())) {
		if (!patient) return;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	try {
		await work(claim);
	} finally {
		await takeTurn(holder, Date.now(), 0);
	}
}
