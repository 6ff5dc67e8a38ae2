import type { Question } from './http.ts';
import { dataPathOf, pathOf, type Route } from './routes.ts';
import { table } from './access-table.ts';
import type { Audience, Place, Row } from './access-row.ts';
import { everybody, type Who, type World } from './world.ts';

/** One question to the app and the answer it must give. */
export type Cell = {
	name: string;
	who: Who;
	question: Question;
	/** Answers to scripts carry their status inside. */
	kind: 'plain' | 'data' | 'action';
	expected: { status: number; to?: string };
	/** Cells that must change nothing come first, so that what they might have done can be looked for. */
	phase: 'refused' | 'read' | 'act';
};

type Standing = 'let in' | 'sign in first' | 'not there';

function standing(audience: Audience, who: Who): Standing {
	if (audience === 'everybody') return 'let in';
	if (who === 'anonymous') return 'sign in first';
	const learner = who === 'learner' || who === 'otherLearner';
	if (audience === 'managers' && learner) return 'not there';
	if (audience === 'administrators' && who !== 'administrator') return 'not there';
	return 'let in';
}

/** All cells of one route. */
export function cellsOf(route: Route, world: World, origin: string): Cell[] {
	const row = table[route.id];
	if (!row) return [];
	return everybody.flatMap((who) =>
		row.places.flatMap((place, index) => [
			...reads(route, row, who, place, world, index === 0),
			...actions(route, row, who, place, world, origin),
			// Whether a method exists does not depend on the id.
			...(index === 0 ? wrongMethods(route, row, who, place, world, origin) : [])
		])
	);
}

function reads(
	route: Route,
	row: Row,
	who: Who,
	place: Place,
	world: World,
	first: boolean
): Cell[] {
	const how = standing(row.audience, who);
	// The guard does not look at the language: both are asked for in one place of each route.
	const languages = !route.id.includes('[lang=lang]') ? [''] : first ? ['nl', 'en'] : ['nl'];
	return languages.flatMap((lang) => {
		const path = pathOf(route.id, { ...place.params(world), lang });
		const inside = place.status(who);
		const shown =
			how === 'let in'
				? { status: inside }
				: how === 'not there'
					? { status: 404 }
					: { status: 303, to: `/${lang}/sign-in?next=` };
		const phase = how === 'let in' && inside < 400 ? 'read' : 'refused';
		const cell = (
			name: string,
			kind: Cell['kind'],
			question: Question,
			expected: Cell['expected']
		): Cell => ({
			name: `${name} ${route.id} (${place.name}${lang === 'en' ? ', en' : ''})`,
			who,
			kind,
			question,
			expected,
			phase
		});
		const html = { accept: 'text/html' };
		const found: Cell[] = [cell('GET', 'plain', { path, headers: html }, shown)];
		if (route.kind === 'page')
			found.push(
				cell(
					'data of',
					'data',
					{ path: dataPathOf(path) },
					shown.status === 307 ? { status: 303 } : shown
				)
			);
		if (lang !== 'en') {
			const head = how === 'sign in first' ? { status: 401 } : shown;
			found.push(cell('HEAD', 'plain', { method: 'HEAD', path, headers: html }, head));
		}
		return found;
	});
}

function actions(
	route: Route,
	row: Row,
	who: Who,
	place: Place,
	world: World,
	origin: string
): Cell[] {
	const how = standing(row.audience, who);
	return Object.entries(row.actions ?? {}).flatMap(([name, action]) => {
		// Behind a public page the action judges for itself, whatever the place.
		const own = how === 'let in' && (row.audience === 'everybody' || place.status(who) < 400);
		const status = own ? action.status(who, place.name) : how === 'sign in first' ? 401 : 404;
		if (status === undefined) return [];
		const fields = own ? action.harmless(world) : action.harmful(world);
		const path = pathOf(route.id, place.params(world)) + (name === 'default' ? '' : `?/${name}`);
		return (['text/html', 'application/json'] as const).map((accept): Cell => {
			return {
				name: `POST ${name} ${route.id} (${place.name}${accept === 'text/html' ? '' : ', for scripts'})`,
				who,
				kind: accept === 'text/html' ? 'plain' : 'action',
				question: { method: 'POST', path, ...form(fields, origin, accept) },
				expected: { status },
				phase: own ? 'act' : 'refused'
			};
		});
	});
}

function wrongMethods(
	route: Route,
	row: Row,
	who: Who,
	place: Place,
	world: World,
	origin: string
): Cell[] {
	const how = standing(row.audience, who);
	const path = pathOf(route.id, place.params(world));
	const closed = how === 'sign in first' ? 401 : 404;
	const cell = (method: string, asked: string, allowed: number): Cell => ({
		name: `${method} ${route.id}${asked}`,
		who,
		kind: 'plain',
		question: { method, path: path + asked, ...form({ planted: '1' }, origin, 'text/html') },
		expected: { status: how === 'let in' ? allowed : closed },
		phase: 'refused'
	});
	const methods = ['PUT', 'PATCH', 'DELETE'].map((method) => cell(method, '', 405));
	const posts =
		route.actions.length === 0 ? [cell('POST', '', 405)] : [cell('POST', '?/no-such-action', 404)];
	if (!row.actions?.default && route.actions.length > 0) posts.push(cell('POST', '', 404));
	// Names that a plain object has without anybody giving them.
	const inherited = ['default', '__proto__', 'constructor', 'toString'].map((name) =>
		cell('POST', `?/${name}`, 404)
	);
	return [
		...methods,
		...posts,
		...inherited,
		cell('OPTIONS', '', route.kind === 'page' ? 204 : 405)
	];
}

export function form(
	fields: Record<string, string>,
	origin: string,
	accept: string
): Pick<Question, 'headers' | 'body'> {
	return {
		headers: {
			origin,
			accept,
			'content-type': 'application/x-www-form-urlencoded',
			...(accept === 'application/json' && { 'x-sveltekit-action': 'true' })
		},
		body: new URLSearchParams(fields).toString()
	};
}
