import { randomUUID } from 'node:crypto';
import { castPassword } from '#lib/server/demo/cast.ts';
import {
	ok,
	missing,
	here,
	place,
	only,
	nothing,
	always,
	elsewhere,
	odd,
	oddPlaces,
	learnerPlaces,
	attemptAt,
	type Row
} from './access-row.ts';
import { noteField, noteLesson } from './world.ts';

/** Pages for whoever is signed in. */
export const learnerRows: Record<string, Row> = {
	'/[lang=lang]/(learner)/course': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/search': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/confirm': {
		audience: 'signedIn',
		places: here,
		actions: {
			default: {
				harmful: () => ({ password: 'niet het wachtwoord' }),
				harmless: nothing,
				status: always(400)
			}
		}
	},
	'/[lang=lang]/(learner)/account/second-step': {
		audience: 'signedIn',
		places: here,
		actions: {
			begin: { harmful: nothing, harmless: nothing, status: elsewhere },
			finish: { harmful: () => ({ code: '123456' }), harmless: nothing, status: always(400) },
			newCodes: { harmful: nothing, harmless: nothing, status: always(303) },
			turnOff: { harmful: nothing, harmless: nothing, status: always(303) }
		}
	},
	'/[lang=lang]/(learner)/manager-view': {
		audience: 'signedIn',
		places: here,
		actions: {
			leave: {
				harmful: (world) => ({ cohort: world.cohorts.communication }),
				harmless: () => ({ cohort: randomUUID() }),
				status: always(404)
			},
			agree: {
				harmful: (world) => ({ cohort: world.cohorts.communication, agrees: 'yes' }),
				harmless: () => ({ cohort: randomUUID() }),
				status: always(404)
			}
		}
	},
	'/[lang=lang]/(learner)/lesson/[lesson]': {
		audience: 'signedIn',
		places: learnerPlaces('lesson', noteLesson),
		actions: {
			predict: {
				harmful: () => ({ prediction: 'p-a1-1', chosen: 'a' }),
				harmless: () => ({ prediction: 'p-a1-1', chosen: '' }),
				status: always(400)
			},
			check: {
				harmful: () => ({ ...checkFields(), option: 'a' }),
				harmless: checkFields,
				status: always(400)
			},
			note: {
				harmful: () => ({ field: noteField, body: 'planted', base: '0' }),
				harmless: () => ({ field: noteField, body: 'from an old tab', base: '99' }),
				status: always(409)
			},
			annotate: {
				harmful: () => ({ ...annotationFields(), passage: 'step-1.1' }),
				harmless: () => ({ ...annotationFields(), passage: 'nowhere' }),
				status: always(400)
			},
			changeAnnotation: {
				harmful: () => ({ ...annotationFields(), base: '1' }),
				harmless: () => ({ ...annotationFields(), base: '1' }),
				status: always(409)
			},
			removeAnnotation: {
				harmful: annotationFields,
				harmless: annotationFields,
				status: always(200)
			},
			simulate: {
				harmful: () => ({ simulation: 'S1', state: 'S1.seeded=3' }),
				harmless: () => ({ simulation: 'S99', state: 'S1.seeded=3' }),
				status: always(404)
			},
			step: {
				harmful: () => ({ step: 's1' }),
				harmless: () => ({ step: 'no-such-step' }),
				status: always(404)
			}
		}
	},
	'/[lang=lang]/(learner)/quiz/[quiz]': {
		audience: 'signedIn',
		places: learnerPlaces('quiz', 'm1'),
		actions: {
			default: {
				harmful: nothing,
				harmless: nothing,
				status: (who) => (who === 'otherLearner' ? 409 : 303)
			}
		}
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
			...odd.map((id) =>
				place(`quiz ${id}`, () => ({ quiz: id, number: '1', question: '1' }), missing)
			)
		],
		actions: {
			default: {
				harmful: () => ({
					answerId: randomUUID(),
					option: 'a',
					'row:r1': 'wat',
					value: '3',
					'blank:1': 'x'
				}),
				harmless: () => ({ answerId: randomUUID() }),
				status: always(400)
			}
		}
	},
	'/[lang=lang]/(learner)/retention/[days]': {
		audience: 'signedIn',
		// Of these six nobody has finished the course: the page says so, and nothing can be begun.
		places: [
			...['30', '90'].map((days) => place(`after ${days} days`, () => ({ days }), ok)),
			...['60', '030', '30.0', '3e1', ...odd].map((days) =>
				place(`days ${days}`, () => ({ days }), missing)
			)
		],
		actions: { default: { harmful: nothing, harmless: nothing, status: always(409) } }
	},
	'/[lang=lang]/(learner)/retention/[days]/[question]': {
		audience: 'signedIn',
		// The check that was begun (see world.ts) is of none of these six.
		places: [
			...['1', '5', '6', '0', '-1', '9007199254740993', '0x1', '1e0'].map((question) =>
				place(`question ${question}`, () => ({ days: '30', question }), missing)
			),
			...odd.map((days) => place(`days ${days}`, () => ({ days, question: '1' }), missing))
		],
		actions: {
			default: {
				harmful: () => ({ answerId: randomUUID(), option: 'a', value: '3', 'blank:1': 'x' }),
				harmless: () => ({ answerId: randomUUID() }),
				status: always(404)
			}
		}
	},
	'/[lang=lang]/(learner)/learning': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/review': {
		audience: 'signedIn',
		places: here,
		actions: {
			default: {
				harmful: () => ({ item: 'Q-A1-03', answerId: randomUUID(), option: 'a' }),
				harmless: () => ({ item: 'no-such-item', answerId: randomUUID() }),
				status: always(404)
			}
		}
	},
	'/[lang=lang]/(learner)/notes': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/notes/notes.md': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/appeals': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/appeals/[answer]': {
		audience: 'signedIn',
		places: [
			// Whose answer it is: an administrator judges it elsewhere.
			place('own answer', (world) => ({ answer: world.answer }), only('learner')),
			place('no answer', () => ({ answer: randomUUID() }), missing),
			...oddPlaces('answer')
		],
		actions: {
			default: {
				harmful: () => ({ reason: 'planted' }),
				harmless: () => ({ reason: ' ' }),
				status: always(400)
			}
		}
	},
	'/[lang=lang]/(learner)/canvas': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/canvas/whole': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/canvas/canvas.md': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/canvas/canvas.json': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/canvas/canvas.docx': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/canvas/follow-up': {
		audience: 'signedIn',
		places: here,
		actions: {
			default: {
				harmful: () => ({ id: randomUUID(), condition: 'Als', action: 'dan', outcome: 'done' }),
				harmless: () => ({ id: randomUUID() }),
				status: always(404)
			}
		}
	},
	'/[lang=lang]/(learner)/canvas/reviews': {
		audience: 'signedIn',
		places: here,
		actions: {
			default: {
				harmful: (world) => ({ request: world.request }),
				harmless: () => ({ request: randomUUID() }),
				status: always(409)
			}
		}
	},
	'/[lang=lang]/(learner)/canvas/reviews/[review]': {
		audience: 'signedIn',
		places: [
			// Of another learner; whoever asked does not get there either.
			place('somebody’s place', (world) => ({ review: world.review }), missing),
			place('no place', () => ({ review: randomUUID() }), missing),
			...oddPlaces('review')
		],
		actions: {
			send: {
				harmful: () => ({ ...wholeLevels(), suggestion: 'planted' }),
				harmless: nothing,
				status: always(404)
			},
			release: { harmful: nothing, harmless: nothing, status: always(404) }
		}
	},
	'/[lang=lang]/(learner)/canvas/canvas.pdf': { audience: 'signedIn', places: here },
	'/[lang=lang]/(learner)/certificate': {
		audience: 'signedIn',
		places: here,
		actions: {
			// Of these nobody has done all of the course.
			issue: { harmful: nothing, harmless: nothing, status: always(409) },
			wishes: {
				harmful: () => ({ shows: 'on', after: 'anonymous' }),
				harmless: nothing,
				status: always(400)
			}
		}
	},
	...Object.fromEntries(
		['certificate.pdf', 'badge.json', 'badge.png'].map((file): [string, Row] => [
			`/[lang=lang]/(learner)/certificate/${file}`,
			{ audience: 'signedIn', places: [place('without one', nothing, missing)] }
		])
	),
	'/[lang=lang]/(learner)/canvas/[exercise]': {
		audience: 'signedIn',
		places: learnerPlaces('exercise', 'e1'),
		actions: {
			save: {
				harmful: () => ({ ...saveFields(), 'e1_opdracht.0.text': 'planted' }),
				harmless: saveFields,
				status: always(404)
			},
			assess: {
				harmful: wholeLevels,
				harmless: nothing,
				status: always(400)
			},
			share: {
				harmful: (world) => ({ cohort: world.cohorts.communication }),
				harmless: () => ({ cohort: randomUUID() }),
				status: always(404)
			},
			revoke: {
				harmful: (world) => ({ cohort: world.cohorts.communication }),
				harmless: () => ({ cohort: randomUUID() }),
				status: always(404)
			},
			ask: {
				harmful: (world) => ({ cohort: world.cohorts.communication }),
				harmless: () => ({ cohort: randomUUID() }),
				status: always(404)
			},
			withdraw: { harmful: nothing, harmless: nothing, status: always(404) },
			settle: {
				harmful: () => ({ ...saveFields(), settle: 'e1_opdracht 1 1 1' }),
				harmless: () => ({ ...saveFields(), settle: 'e1_opdracht 1 99 99' }),
				status: always(404)
			}
		}
	},
	'/[lang=lang]/(learner)/canvas/[exercise]/versions/[field]': {
		audience: 'signedIn',
		places: [
			place('a field', () => ({ exercise: 'e1', field: 'e1_opdracht' }), ok),
			place('of another exercise', () => ({ exercise: 'e2', field: 'e1_opdracht' }), missing),
			...odd.map((field) => place(`field ${field}`, () => ({ exercise: 'e1', field }), missing))
		],
		actions: {
			default: {
				harmful: () => ({ ...saveFields(), revision: '1', base: '1' }),
				harmless: () => ({ ...saveFields(), revision: '99', base: '1' }),
				status: always(404)
			}
		}
	},
	'/[lang=lang]/(learner)/account/data': {
		audience: 'signedIn',
		places: here,
		actions: {
			take: { harmful: nothing, harmless: nothing, status: always(400) },
			// The test's own cast has one password; without the tick nothing happens even so.
			erase: {
				harmful: () => ({ password: castPassword, sure: 'on' }),
				harmless: () => ({ password: castPassword }),
				status: always(400)
			}
		}
	},
	'/[lang=lang]/(learner)/account/data/archive.zip': {
		audience: 'signedIn',
		places: [place('without a ticket', nothing, missing)]
	},
	'/[lang=lang]/(learner)/account': {
		audience: 'signedIn',
		places: here,
		actions: {
			profile: {
				harmful: () => ({ name: 'Gekaapt', language: 'en' }),
				harmless: nothing,
				status: always(400)
			},
			nudges: { harmful: () => ({ nudges: 'off' }), harmless: nothing, status: always(400) },
			weekly: { harmful: () => ({ weekly: 'on' }), harmless: nothing, status: always(400) },
			password: { harmful: nothing, harmless: nothing, status: always(200) },
			// There is no such way in here.
			unlink: { harmful: nothing, harmless: nothing, status: always(404) },
			everywhere: { harmful: nothing, harmless: nothing, status: elsewhere }
		}
	}
};

function wholeLevels(): Record<string, string> {
	return { 'level:diagnosis': '1', 'level:peoples-why': '1', 'level:evidence': '1' };
}

function saveFields(): Record<string, string> {
	return { saveId: randomUUID() };
}

function annotationFields(): Record<string, string> {
	return { id: randomUUID(), mark: 'idea', body: 'planted' };
}

function checkFields(): Record<string, string> {
	return { item: 'Q-A1-03', answerId: randomUUID(), try: '1' };
}
