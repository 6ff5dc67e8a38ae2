import { randomUUID } from 'node:crypto';
import { noteField, noteLesson, type Who, type World } from './world.ts';

/** For whom a route is. Written here a second time on purpose: the test must not believe the code it tests. */
export type Audience = 'everybody' | 'signedIn' | 'managers' | 'administrators';

type Params = Record<string, string>;
type Fields = Record<string, string>;

/** One place a route can lead to, and what those it is for get there. */
export type Place = { name: string; params: (world: World) => Params; status: (who: Who) => number };

export type Action = {
	/** Would change something, if it got through. Sent by whoever must be refused. */
	harmful: (world: World) => Fields;
	/** Gets past the guard without spoiling later rows. Sent by those the route is for. */
	harmless: (world: World) => Fields;
	/** What those get. Undefined: not asked here, because it changes who somebody is (see access-effects.ts). */
	status: (who: Who, place: string) => number | undefined;
};

export type Row = { audience: Audience; places: Place[]; actions?: Record<string, Action> };

const ok = () => 200;
const away = () => 303;
const missing = () => 404;
const here: Place[] = [{ name: 'here', params: () => ({ lang: 'nl' }), status: ok }];
const place = (name: string, params: (world: World) => Params, status: (who: Who) => number): Place => ({
	name,
	params: (world) => ({ lang: 'nl', ...params(world) }),
	status
});
const only = (...allowed: Who[]) => (who: Who) => (allowed.includes(who) ? 200 : 404);
const nothing = () => ({});
const always = (status: number) => () => status;
const elsewhere = () => undefined;
/** Ids that are none, of every kind people try. */
const odd = ['not-an-id', '0', '-1', "' or 1=1--", '__proto__', '../admin'];
const oddPlaces = (name: string, status = missing) => odd.map((id) => place(`${name} ${id}`, () => ({ [name]: id }), status));
const cohortPlaces: Place[] = [
	place('own cohort', (world) => ({ cohort: world.cohorts.communication }), only('manager')),
	place('other cohort', (world) => ({ cohort: world.cohorts.service }), only('otherManager')),
	place('no cohort', () => ({ cohort: randomUUID() }), missing),
	place('upper case', (world) => ({ cohort: world.cohorts.communication.toUpperCase() }), missing),
	...oddPlaces('cohort')
];
const learnerPlaces = (name: string, id: string) => [
	place('in the course', () => ({ [name]: id }), ok),
	place('not in the course', () => ({ [name]: 'zz' }), missing),
	...oddPlaces(name)
];
const attemptAt = (number: string, question: string) => () => ({ quiz: 'm1', number, question });

export const table: Record<string, Row> = {
	'/': { audience: 'everybody', places: [{ ...here[0]!, status: () => 307 }] },
	'/[lang=lang]': { audience: 'everybody', places: here },
	'/[lang=lang]/(public)/sign-in': {
		audience: 'everybody',
		places: here,
		actions: {
			default: {
				harmful: () => ({ email: 'dirk@verdewold.example', password: 'niet het wachtwoord' }),
				harmless: () => ({ email: 'a'.repeat(300), password: '' }),
				status: always(400)
			}
		}
	},
	'/[lang=lang]/(public)/sign-up': {
		audience: 'everybody',
		places: here,
		actions: { default: { harmful: () => ({ email: 'new@verdewold.example', name: 'Nieuw' }), harmless: nothing, status: always(400) } }
	},
	'/[lang=lang]/(public)/forgot': {
		audience: 'everybody',
		places: here,
		actions: { default: { harmful: () => ({ email: 'dirk@verdewold.example' }), harmless: nothing, status: always(400) } }
	},
	'/[lang=lang]/(public)/welcome/[secret]': {
		audience: 'everybody',
		places: [place('unknown', () => ({ secret: 'nothing-behind-this' }), ok), ...oddPlaces('secret', ok)],
		actions: { default: { harmful: () => ({ password: 'vier schapen op een rij', email: 'x@verdewold.example', name: 'X' }), harmless: nothing, status: always(410) } }
	},
	'/[lang=lang]/(public)/join/[code]': {
		audience: 'everybody',
		places: [
			place('own cohort', (world) => ({ code: world.codes.communication.open }), ok),
			place('revoked', (world) => ({ code: world.codes.service.revoked }), ok),
			place('no code', () => ({ code: 'nothing-behind-this' }), missing),
			...oddPlaces('code')
		],
		actions: {
			default: {
				harmful: nothing,
				harmless: nothing,
				status: (who, at) => {
					if (who === 'anonymous') return 303;
					if (at === 'revoked') return 409;
					if (at !== 'own cohort') return 404;
					// A member has nothing to join; others would, and that changes what the cohort's page shows.
					return who === 'learner' ? 409 : undefined;
				}
			}
		}
	},
	'/[lang=lang]/(public)/glossary': { audience: 'everybody', places: here },
	'/[lang=lang]/(public)/sources': { audience: 'everybody', places: here },
	'/[lang=lang]/(public)/privacy': { audience: 'everybody', places: here },
	'/[lang=lang]/(learner)/course': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/search': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/manager-view': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/lesson/[lesson]': {
		audience: 'signedIn',
		places: learnerPlaces('lesson', noteLesson),
		actions: {
			predict: { harmful: () => ({ prediction: 'p-a1-1', chosen: 'a' }), harmless: () => ({ prediction: 'p-a1-1', chosen: '' }), status: always(400) },
			check: { harmful: () => ({ ...checkFields(), option: 'a' }), harmless: checkFields, status: always(400) },
			note: {
				harmful: () => ({ field: noteField, body: 'planted', base: '0' }),
				harmless: () => ({ field: noteField, body: 'from an old tab', base: '99' }),
				status: always(409)
			},
			step: { harmful: () => ({ step: 's1' }), harmless: () => ({ step: 'no-such-step' }), status: always(404) }
		}
	},
	'/[lang=lang]/(learner)/quiz/[quiz]': {
		audience: 'signedIn',
		places: learnerPlaces('quiz', 'm1'),
		actions: { default: { harmful: nothing, harmless: nothing, status: (who) => (who === 'otherLearner' ? 409 : 303) } }
	},
	'/[lang=lang]/(learner)/quiz/[quiz]/[number]/[question]': {
		audience: 'signedIn',
		places: [
			// Of these six only the other learner ever began an attempt.
			place('an attempt', attemptAt('1', '1'), only('otherLearner')),
			place('no attempt', attemptAt('3', '1'), missing),
			place('no question', attemptAt('1', '99'), missing),
			place('zero', attemptAt('0', '0'), missing),
			place('minus one', attemptAt('-1', '1'), missing),
			place('huge', attemptAt('9007199254740993', '1'), missing),
			place('hexadecimal', attemptAt('0x1', '1e0'), missing),
			...odd.map((id) => place(`quiz ${id}`, () => ({ quiz: id, number: '1', question: '1' }), missing))
		],
		actions: {
			default: {
				harmful: () => ({ answerId: randomUUID(), option: 'a', 'row:r1': 'wat', value: '3', 'blank:1': 'x' }),
				harmless: () => ({ answerId: randomUUID() }),
				status: always(400)
			}
		}
	},
	'/[lang=lang]/(learner)/account': {
		audience: 'signedIn',
		places: here,
		actions: {
			profile: { harmful: () => ({ name: 'Gekaapt', language: 'en' }), harmless: nothing, status: always(400) },
			password: { harmful: nothing, harmless: nothing, status: always(200) },
			everywhere: { harmful: nothing, harmless: nothing, status: elsewhere }
		}
	},
	'/[lang=lang]/sign-out': {
		audience: 'signedIn',
		places: [{ ...here[0]!, status: away }],
		actions: { default: { harmful: nothing, harmless: nothing, status: elsewhere } }
	},
	'/[lang=lang]/manage': { audience: 'managers', places: here },
	'/[lang=lang]/manage/new': {
		audience: 'managers',
		places: here,
		actions: { default: { harmful: () => ({ name: 'Gekaapt', startsOn: '2030-01-01', endsOn: '2030-03-01' }), harmless: nothing, status: always(400) } }
	},
	'/[lang=lang]/manage/[cohort]': {
		audience: 'managers',
		places: cohortPlaces,
		actions: {
			makeLink: { harmful: () => ({ maxUses: '5', days: '5' }), harmless: nothing, status: always(400) },
			revokeLink: {
				harmful: (world) => ({ link: world.links.communication.open }),
				harmless: () => ({ link: 'none' }),
				status: always(200)
			}
		}
	},
	'/[lang=lang]/manage/[cohort]/people.csv': { audience: 'managers', places: cohortPlaces },
	'/[lang=lang]/admin': {
		audience: 'administrators',
		places: here,
		actions: {
			default: {
				harmful: (world) => ({ account: world.accounts.learner, role: 'administrator' }),
				harmless: (world) => ({ account: world.accounts.administrator, role: 'learner' }),
				status: always(400)
			}
		}
	},
	'/api/health': { audience: 'everybody', places: here },
	'/api/ready': { audience: 'everybody', places: here }
};

function checkFields(): Fields {
	return { item: 'Q-A1-03', answerId: randomUUID(), try: '1' };
}
