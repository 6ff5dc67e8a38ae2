import {
	redirect,
	type Handle,
	type HandleServerError,
	type ServerInit,
	json
} from '@sveltejs/kit';
import { isLanguage } from '#lib/course/language.ts';
import { startApp, type App } from '#lib/server/app.ts';
import { addressOf } from '#lib/server/auth/address.ts';
import { fromOurselves } from '#lib/server/auth/origin.ts';
import { namesNoAction } from '#lib/server/auth/action.ts';
import { pseudonymOf } from '#lib/server/auth/pseudonym.ts';
import { Busy } from '#lib/server/auth/password.ts';
import { entry, isForStaff } from '#lib/server/auth/policy.ts';
import type { Visitor } from '#lib/server/auth/session.ts';
import { isUnavailable } from '#lib/server/db/errors.ts';
import { closedPage } from '#lib/server/closed-page.ts';
import { withDeadline } from '#lib/server/deadline.ts';
import { setApp } from '#lib/server/current.ts';

type Event = Parameters<Handle>[0]['event'];

let app: App;

export const init: ServerInit = async () => {
	app = setApp(await startApp(process.env));
	process.on('sveltekit:shutdown' as 'SIGTERM', () => {
		app.stop().then(
			() => process.exit(process.exitCode ?? 0),
			() => process.exit(1)
		);
	});
};

/** Longer than any query may take: a request never hangs on a database that does not answer. */
const DEADLINE_MS = 9_000;

export const handle: Handle = async ({ event, resolve }) => {
	const began = performance.now();
	const { locals, request, route, url, cookies } = event;
	locals.db = app.connection.db;
	locals.now = new Date();
	locals.hasSecondStep = false;
	locals.didSecondStep = false;
	locals.language = languageOf(url.pathname, request);
	locals.address = addressOf(request, () => event.getClientAddress(), app.env.TRUST_PROXY);
	let response: Response;
	try {
		response = await withDeadline(DEADLINE_MS, async () => {
			if (!fromOurselves(request, app.env.ORIGIN)) {
				locals.refused = 'another-site';
				return closedPage(403, locals.language);
			}
			if (needsAccount(route.id)) {
				locals.sessionId = cookies.get(app.sessions.cookieName);
				const visitor = locals.sessionId && (await app.sessions.validate(locals.sessionId));
				if (visitor) know(locals, visitor);
			}
			const whoever = locals.half ? 'half' : locals.account?.role;
			const allowed = route.id === null ? 'open' : entry(route.id, whoever);
			if (allowed !== 'open') locals.refused = allowed;
			if (allowed === 'not-there') return closedPage(404, locals.language);
			if (allowed === 'sign-in-first') return signInFirst(event);
			if (mustSetUp(route.id, locals)) return elsewhere(event, 'account/second-step');
			// An answer that was kept on a device is for who gave it, whoever is signed in there by now.
			const keptBy = request.headers.get('x-kept-by');
			if (keptBy !== null && keptBy !== (locals.account && pseudonymOf(locals.account.id)))
				return signInFirst(event);
			if (request.method === 'POST' && namesNoAction(url)) return closedPage(404, locals.language);
			return resolve(event, {
				transformPageChunk: ({ html }) => html.replace('%lang%', locals.language),
				// The italic comes when a page needs it; the two upright faces are needed on every page.
				preload: ({ type, path }) => type !== 'asset' && !path.includes('literata-italic')
			});
		});
		if (response.status === 500 && locals.unavailable) response = closedPage(503, locals.language);
	} catch (error) {
		if (!isUnavailable(error) && !(error instanceof Busy)) throw error;
		response = closedPage(503, locals.language);
	}
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	response.headers.delete('x-sveltekit-page');
	const type = response.headers.get('content-type');
	if (type === 'text/html') response.headers.set('content-type', 'text/html; charset=utf-8');
	app.log.info({
		event: 'request',
		method: request.method,
		route: route.id,
		status: response.status,
		ms: Math.round(performance.now() - began),
		account: locals.account?.id,
		refused: locals.refused,
		proof: locals.proof
	});
	if (url.pathname.endsWith('/__data.json')) response.headers.set('cache-control', 'no-store');
	return response;
};

/** Somebody with a second step is nobody until they did it: in this one place, for every page and action. */
function know(locals: App.Locals, visitor: Visitor): void {
	const { account, confirmedAt, secondFactorAt, hasSecondStep } = visitor;
	locals.hasSecondStep = hasSecondStep;
	locals.didSecondStep = secondFactorAt !== null;
	locals.confirmedAt = confirmedAt;
	if (hasSecondStep && !secondFactorAt) locals.half = account;
	else locals.account = account;
}

/**
 * Whether a page is for people who see others, and whoever asks has no second step though this place requires one. Who
 * did it at the organisation's own sign-in needs none here.
 */
function mustSetUp(routeId: string | null, locals: App.Locals): boolean {
	const { account, hasSecondStep, didSecondStep } = locals;
	if (app.env.SECOND_STEP !== 'required' || hasSecondStep || didSecondStep || !account)
		return false;
	return routeId !== null && account.role !== 'learner' && isForStaff(routeId);
}

/** Health answers while the database is away; everything else wants to know who asks. */
function needsAccount(routeId: string | null): boolean {
	return routeId === null || !routeId.startsWith('/api/');
}

/** The first part of the path, also of a path that leads nowhere; else what the browser asks for. */
function languageOf(path: string, request: Request): 'nl' | 'en' {
	const first = path.split('/')[1];
	if (isLanguage(first)) return first;
	const accepted = request.headers.get('accept-language')?.slice(0, 200) ?? '';
	return /^\s*en\b/i.test(accepted) ? 'en' : 'nl';
}

/** Pages lead to signing in and back; anything else is told that it is not allowed. */
function signInFirst(event: Event): Response {
	const { request, locals, isDataRequest } = event;
	const wantsPage =
		request.method === 'GET' &&
		(isDataRequest || request.headers.get('accept')?.includes('text/html') !== false);
	// A form that is sent by a script stays on the screen with what was typed, and says why it was not saved.
	if (request.headers.has('x-sveltekit-action'))
		return json({ type: 'error', error: { message: 'signed-out' } }, { status: 401 });
	if (!wantsPage) return closedPage(401, locals.language);
	return elsewhere(event, locals.half ? 'second-step' : 'sign-in');
}

/** Leads to another page first, and from there back. */
function elsewhere({ url, locals, request, isDataRequest }: Event, page: string): Response {
	const next = encodeURIComponent(url.pathname);
	const location = `/${locals.language}/${page}?next=${next}`;
	if (request.headers.has('x-sveltekit-action'))
		return json({ type: 'redirect', status: 303, location });
	// A thrown redirect leaves this hook at once, past its headers and its log line; only scripts need the framework's form.
	if (isDataRequest) redirect(303, location);
	return new Response(null, { status: 303, headers: { location } });
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'not-found' };
	if (isUnavailable(error) || error instanceof Busy) {
		event.locals.unavailable = true;
		return { message: 'unavailable' };
	}
	const id = crypto.randomUUID().slice(0, 8);
	if (status >= 500) app.log.error({ event: 'error', id, route: event.route.id, err: error });
	return { message: 'unexpected', id };
};
