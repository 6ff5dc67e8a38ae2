import { randomUUID } from 'node:crypto';
import type { Who, World } from './world.ts';

/** For whom a route is. Written here a second time on purpose: the test must not believe the code it tests. */
export type Audience = 'everybody' | 'signedIn' | 'managers' | 'administrators';

type Params = Record<string, string>;
type Fields = Record<string, string>;

/** One place a route can lead to, and what those it is for get there. */
export type Place = {
	name: string;
	params: (world: World) => Params;
	status: (who: Who) => number;
};

export type Action = {
	/** Would change something, if it got through. Sent by whoever must be refused. */
	harmful: (world: World) => Fields;
	/** Gets past the guard without spoiling later rows. Sent by those the route is for. */
	harmless: (world: World) => Fields;
	/** What those get. Undefined: not asked here, because it changes who somebody is (see access-effects.ts). */
	status: (who: Who, place: string) => number | undefined;
};

export type Row = { audience: Audience; places: Place[]; actions?: Record<string, Action> };

export const ok = () => 200;
export const away = () => 303;
export const missing = () => 404;
export const here: Place[] = [{ name: 'here', params: () => ({ lang: 'nl' }), status: ok }];
export const place = (
	name: string,
	params: (world: World) => Params,
	status: (who: Who) => number
): Place => ({
	name,
	params: (world) => ({ lang: 'nl', ...params(world) }),
	status
});
export const only =
	(...allowed: Who[]) =>
	(who: Who) =>
		allowed.includes(who) ? 200 : 404;
export const nothing = () => ({});
export const always = (status: number) => () => status;
export const elsewhere = () => undefined;
/** Ids that are none, of every kind people try. */
export const odd = ['not-an-id', '0', '-1', "' or 1=1--", '__proto__', '../admin'];
export const oddPlaces = (name: string, status = missing) =>
	odd.map((id) => place(`${name} ${id}`, () => ({ [name]: id }), status));
export const cohortPlaces: Place[] = [
	place('own cohort', (world) => ({ cohort: world.cohorts.communication }), only('manager')),
	place('other cohort', (world) => ({ cohort: world.cohorts.service }), only('otherManager')),
	place('no cohort', () => ({ cohort: randomUUID() }), missing),
	place('upper case', (world) => ({ cohort: world.cohorts.communication.toUpperCase() }), missing),
	...oddPlaces('cohort')
];
export const learnerPlaces = (name: string, id: string) => [
	place('in the course', () => ({ [name]: id }), ok),
	place('not in the course', () => ({ [name]: 'zz' }), missing),
	...oddPlaces(name)
];
export const attemptAt = (number: string, question: string) => () => ({
	quiz: 'm1',
	number,
	question
});
