import { redirect } from '@sveltejs/kit';

/** So long typing one's password counts for what must not be done by somebody who finds an open screen. */
const CONFIRMED_MS = 10 * 60_000;

/**
 * Leads to typing one's password once more, and back, unless that was done a moment ago.
 *
 * @param back the path of a page of ours; without it the one that was asked for
 */
export function confirmed(
	event: { locals: App.Locals; url: URL },
	back = event.url.pathname
): void {
	const { confirmedAt, now, language } = event.locals;
	if (confirmedAt && now.getTime() - confirmedAt.getTime() < CONFIRMED_MS) return;
	redirect(303, `/${language}/confirm?next=${encodeURIComponent(back)}`);
}
