import { randomUUID } from 'node:crypto';
import {
	ok,
	odd,
	only,
	away,
	missing,
	here,
	place,
	nothing,
	always,
	elsewhere,
	oddPlaces,
	cohortPlaces,
	type Action,
	type Row
} from './access-row.ts';
import { learnerRows } from './access-table-learner.ts';

/** Of an appeal that is open; what the administrator sends here is about no answer at all. */
const decision: Action = {
	harmful: (world) => ({ account: world.accounts.learner, answer: world.answer, reply: 'planted' }),
	harmless: (world) => ({ account: world.accounts.learner, answer: randomUUID() }),
	status: always(404)
};

const notePlaces = [place('a note', () => ({ note: 'dpia' }), ok), ...oddPlaces('note')];

/** Every route: for whom it is, where it leads, and what its actions would do. */
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
	// Only there when this place has such a way in; tests/app/sign-in-elsewhere.test.ts has one.
	'/sign-in/elsewhere': { audience: 'everybody', places: [{ ...here[0]!, status: missing }] },
	'/[lang=lang]/(public)/sign-in/elsewhere': {
		audience: 'everybody',
		places: [{ ...here[0]!, status: missing }]
	},
	'/[lang=lang]/(public)/sign-in/elsewhere/[secret]': {
		audience: 'everybody',
		places: [
			place('unknown', () => ({ secret: 'nothing-behind-this' }), missing),
			...oddPlaces('secret')
		],
		actions: {
			default: {
				harmful: () => ({ password: 'niet het wachtwoord', code: '123456' }),
				harmless: nothing,
				status: always(404)
			}
		}
	},
	'/[lang=lang]/(public)/sign-up': {
		audience: 'everybody',
		places: here,
		actions: {
			default: {
				harmful: () => ({ email: 'new@verdewold.example', name: 'Nieuw' }),
				harmless: nothing,
				status: always(400)
			}
		}
	},
	'/[lang=lang]/(public)/forgot': {
		audience: 'everybody',
		places: here,
		actions: {
			default: {
				harmful: () => ({ email: 'dirk@verdewold.example' }),
				harmless: nothing,
				status: always(400)
			}
		}
	},
	'/[lang=lang]/(public)/welcome/[secret]': {
		audience: 'everybody',
		places: [
			place('unknown', () => ({ secret: 'nothing-behind-this' }), ok),
			...oddPlaces('secret', ok)
		],
		actions: {
			default: {
				harmful: () => ({
					password: 'vier schapen op een rij',
					email: 'x@verdewold.example',
					name: 'X'
				}),
				harmless: nothing,
				status: always(410)
			}
		}
	},
	'/[lang=lang]/(public)/weekly/[secret]': {
		audience: 'everybody',
		places: [
			place('unknown', () => ({ secret: 'nothing-behind-this' }), ok),
			...oddPlaces('secret', ok)
		],
		actions: {
			default: {
				harmful: () => ({ item: 'Q-A1-03', answerId: randomUUID(), option: 'a' }),
				harmless: nothing,
				status: always(410)
			}
		}
	},
	'/[lang=lang]/(public)/weekly/stop/[secret]': {
		audience: 'everybody',
		places: [
			place('unknown', () => ({ secret: 'nothing-behind-this' }), ok),
			...oddPlaces('secret', ok)
		],
		actions: { default: { harmful: nothing, harmless: nothing, status: always(410) } }
	},
	'/[lang=lang]/(public)/try': {
		audience: 'everybody',
		// Whoever has an account reads the open lesson where their progress is.
		places: [{ ...here[0]!, status: (who) => (who === 'anonymous' ? 200 : 303) }],
		actions: {
			predict: {
				harmful: () => ({ prediction: 'p-a1-1', chosen: 'a' }),
				harmless: () => ({ prediction: 'p-a1-1', chosen: '' }),
				status: (who) => (who === 'anonymous' ? 400 : 404)
			},
			check: {
				harmful: () => ({ item: 'Q-A1-03', answerId: randomUUID(), try: '1', option: 'a' }),
				harmless: () => ({ item: 'Q-A1-03', answerId: randomUUID(), try: '1' }),
				status: (who) => (who === 'anonymous' ? 400 : 404)
			},
			note: {
				harmful: () => ({ field: 'note_a1', body: 'planted' }),
				harmless: () => ({ field: 'no_such_note', body: '' }),
				status: always(404)
			}
		}
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
	'/[lang=lang]/(public)/bewijs': {
		audience: 'everybody',
		places: here,
		actions: {
			default: {
				harmful: () => ({ code: 'nothing-behind-this' }),
				harmless: nothing,
				status: always(400)
			}
		}
	},
	'/[lang=lang]/(public)/bewijs/[code]': {
		audience: 'everybody',
		places: [
			place('a certificate', (world) => ({ code: world.certificate }), ok),
			place('no certificate', () => ({ code: 'K7TQ2-M4XWD' }), missing),
			...oddPlaces('code')
		]
	},
	'/[x+2e]well-known/did.json': { audience: 'everybody', places: here },
	'/credentials/status/1': { audience: 'everybody', places: here },
	'/badge.png': { audience: 'everybody', places: here },
	'/[lang=lang]/(public)/glossary': { audience: 'everybody', places: here },
	'/[lang=lang]/(public)/sources': { audience: 'everybody', places: here },
	'/[lang=lang]/(public)/privacy': { audience: 'everybody', places: here },
	...learnerRows,
	'/[lang=lang]/second-step': {
		audience: 'signedIn',
		// Whoever is signed in altogether has nothing to do there.
		places: [{ ...here[0]!, status: away }],
		actions: { default: { harmful: nothing, harmless: nothing, status: always(404) } }
	},
	'/[lang=lang]/sign-out': {
		audience: 'signedIn',
		places: [{ ...here[0]!, status: away }],
		actions: { default: { harmful: nothing, harmless: nothing, status: elsewhere } }
	},
	'/[lang=lang]/manage': {
		audience: 'managers',
		places: here,
		actions: {
			digest: { harmful: () => ({ digest: 'on' }), harmless: nothing, status: always(400) }
		}
	},
	'/[lang=lang]/manage/new': {
		audience: 'managers',
		places: here,
		actions: {
			default: {
				harmful: () => ({ name: 'Gekaapt', startsOn: '2030-01-01', endsOn: '2030-03-01' }),
				harmless: nothing,
				status: always(400)
			}
		}
	},
	'/[lang=lang]/manage/[cohort]': {
		audience: 'managers',
		places: cohortPlaces,
		actions: {
			keepView: {
				harmful: () => ({ find: '', pace: 'behind', sort: 'name' }),
				harmless: nothing,
				status: always(303)
			}
		}
	},
	'/[lang=lang]/manage/[cohort]/joining': {
		audience: 'managers',
		places: cohortPlaces,
		actions: {
			makeLink: {
				harmful: () => ({ maxUses: '5', days: '5' }),
				harmless: nothing,
				status: always(400)
			},
			revokeLink: {
				harmful: (world) => ({ link: world.links.communication.open }),
				harmless: () => ({ link: 'none' }),
				status: always(200)
			},
			bring: {
				harmful: () => ({ addresses: 'planted@verdewold.example' }),
				harmless: nothing,
				status: always(400)
			}
		}
	},
	'/[lang=lang]/manage/[cohort]/joining/[list]': {
		audience: 'managers',
		places: [
			place(
				'a list that is not there',
				(world) => ({ cohort: world.cohorts.communication, list: randomUUID() }),
				missing
			),
			...odd.map((list) =>
				place(`list ${list}`, (world) => ({ cohort: world.cohorts.communication, list }), missing)
			)
		],
		actions: { default: { harmful: nothing, harmless: nothing, status: elsewhere } }
	},
	'/[lang=lang]/manage/[cohort]/settings': {
		audience: 'managers',
		places: cohortPlaces,
		actions: {
			plan: {
				harmful: () => ({ name: 'Gekaapt', startsOn: '2030-01-01', endsOn: '2030-03-01' }),
				harmless: nothing,
				status: always(400)
			},
			sees: { harmful: () => ({ sees: 'bands' }), harmless: nothing, status: always(400) },
			addManager: {
				harmful: () => ({ email: 'joris@verdewold.example' }),
				harmless: () => ({ email: 'nobody@verdewold.example' }),
				status: always(400)
			},
			removeManager: {
				harmful: (world) => ({ manager: world.accounts.manager }),
				harmless: () => ({ manager: randomUUID() }),
				status: always(404)
			},
			archive: { harmful: () => ({ away: 'yes' }), harmless: nothing, status: always(303) }
		}
	},
	'/[lang=lang]/manage/[cohort]/people.csv': { audience: 'managers', places: cohortPlaces },
	'/[lang=lang]/manage/[cohort]/people.xlsx': { audience: 'managers', places: cohortPlaces },
	'/[lang=lang]/manage/[cohort]/people/[person]': {
		audience: 'managers',
		places: [
			place(
				'a member',
				(world) => ({ cohort: world.cohorts.communication, person: world.accounts.fresh }),
				only('manager')
			),
			place(
				'a member of another cohort',
				(world) => ({ cohort: world.cohorts.communication, person: world.accounts.otherLearner }),
				missing
			),
			place(
				'behind another cohort',
				(world) => ({ cohort: world.cohorts.service, person: world.accounts.fresh }),
				missing
			),
			...odd.map((person) =>
				place(
					`person ${person}`,
					(world) => ({ cohort: world.cohorts.communication, person }),
					missing
				)
			)
		],
		actions: {
			// What a reminder does to its reader is looked at elsewhere.
			nudge: { harmful: nothing, harmless: nothing, status: elsewhere },
			time: {
				harmful: () => ({ endsOn: '2099-01-01', reason: 'planted' }),
				harmless: nothing,
				status: always(400)
			},
			try: {
				harmful: () => ({ unit: 'quiz:m1', reason: 'planted' }),
				harmless: nothing,
				status: always(400)
			},
			exempt: {
				harmful: () => ({ unit: 'lesson:a1', reason: 'planted' }),
				harmless: nothing,
				status: always(400)
			},
			move: {
				harmful: (world) => ({ to: world.cohorts.service }),
				harmless: nothing,
				status: always(400)
			},
			remove: { harmful: nothing, harmless: nothing, status: elsewhere }
		}
	},
	'/[lang=lang]/manage/[cohort]/canvas': { audience: 'managers', places: cohortPlaces },
	'/[lang=lang]/manage/[cohort]/canvas/[share]': {
		audience: 'managers',
		places: [
			place(
				'shared with the manager',
				(world) => ({ cohort: world.cohorts.communication, share: world.share }),
				only('manager')
			),
			place(
				'behind another cohort',
				(world) => ({ cohort: world.cohorts.service, share: world.share }),
				missing
			),
			place(
				'no share',
				(world) => ({ cohort: world.cohorts.communication, share: randomUUID() }),
				missing
			),
			...odd.map((share) =>
				place(
					`share ${share}`,
					(world) => ({ cohort: world.cohorts.communication, share }),
					missing
				)
			)
		],
		actions: {
			default: {
				harmful: () => ({ body: 'planted', enables: 'planted' }),
				harmless: () => ({ body: '', enables: '' }),
				status: always(400)
			}
		}
	},
	'/[lang=lang]/admin': {
		audience: 'administrators',
		places: here,
		actions: {
			role: {
				harmful: (world) => ({ account: world.accounts.learner, role: 'administrator' }),
				harmless: (world) => ({ account: world.accounts.administrator, role: 'learner' }),
				status: always(400)
			},
			resetSecondStep: {
				harmful: (world) => ({ account: world.accounts.learner }),
				harmless: (world) => ({ account: world.accounts.administrator }),
				status: always(400)
			}
		}
	},
	'/[lang=lang]/admin/audit': { audience: 'administrators', places: here },
	'/[lang=lang]/admin/content': { audience: 'administrators', places: here },
	'/[lang=lang]/admin/content/items.csv': { audience: 'administrators', places: here },
	'/[lang=lang]/admin/content/[item]': {
		audience: 'administrators',
		places: [
			place('in the course', () => ({ item: 'Q-A1-03' }), ok),
			place('not in the course', () => ({ item: 'Q-Z9-99' }), missing),
			...oddPlaces('item')
		]
	},
	'/[lang=lang]/admin/privacy': { audience: 'administrators', places: here },
	'/[lang=lang]/admin/privacy/[note]': { audience: 'administrators', places: notePlaces },
	'/[lang=lang]/admin/privacy/[note]/note.md': { audience: 'administrators', places: notePlaces },
	'/[lang=lang]/admin/appeals': {
		audience: 'administrators',
		places: here,
		actions: { grant: decision, refuse: decision }
	},
	'/[lang=lang]/admin/regrades': {
		audience: 'administrators',
		places: here,
		actions: {
			default: {
				harmful: () => ({ item: 'Q-A1-03' }),
				harmless: () => ({ item: 'no-such-item' }),
				status: always(404)
			}
		}
	},
	'/api/health': { audience: 'everybody', places: here },
	'/api/ready': { audience: 'everybody', places: here }
};
