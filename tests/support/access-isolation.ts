import { differs, reached, type Check } from './access-check.ts';
import { ask } from './http.ts';
import { dataOf, noteLesson, reason, storedIdOf, type Name, type World } from './world.ts';

type Block = {
	type: string;
	chosen?: string;
	body?: string;
	answered?: unknown;
	saved?: string;
};
type Lesson = { steps: { blocks: Block[] }[]; at?: string; doneAt?: unknown };
type Person = { name: string };
type Reason = { reason: string };

/** Behind an open door everybody finds only what is theirs. Reads only. */
export function isolationCells(world: World): Check[] {
	const as = (name: Name) => world.cookies[name];
	const lessonOf = async (origin: string, name: Name) =>
		(await dataOf(origin, `/nl/lesson/${noteLesson}`, as(name))).lesson as Lesson;
	const blocksOf = async (origin: string, name: Name) =>
		(await lessonOf(origin, name)).steps.flatMap((step) => step.blocks);
	const list = async (origin: string, path: string, name: Name, field: string) =>
		(await dataOf(origin, path, as(name)))[field] as Record<string, unknown>[];
	const peopleOf = async (origin: string, path: string, name: Name) =>
		((await dataOf(origin, path, as(name))).people as Person[]).map((person) => person.name);
	const communication = [
		'Amina Yıldız',
		'Bas de Groot',
		'Chloe Bennett',
		'Dirk Hoekstra',
		'Esra Demir'
	];

	return [
		{
			name: 'a run of a simulation is kept for who played it',
			run: async (origin) => {
				const runs = async (name: Name) =>
					(await blocksOf(origin, name)).flatMap(({ saved }) => saved ?? []);
				return differs(
					[
						(await runs('finished')).map((run) => run.includes('S1.seeded=7')),
						await runs('learner')
					],
					[[true], []]
				);
			}
		},
		{
			name: 'a manager’s list holds their own cohorts',
			run: async (origin) =>
				differs(
					(await list(origin, '/nl/manage', 'manager', 'cohorts')).map((each) => each.id),
					[world.cohorts.communication]
				)
		},
		{
			name: 'a cohort’s page holds its own people',
			run: async (origin) =>
				differs(
					await peopleOf(origin, `/nl/manage/${world.cohorts.communication}`, 'manager'),
					communication
				)
		},
		{
			name: 'a cohort’s page holds its own links',
			run: async (origin) => {
				const links = await list(
					origin,
					`/nl/manage/${world.cohorts.communication}/joining`,
					'manager',
					'links'
				);
				return differs(
					links.map((link) => link.id).sort(),
					Object.values(world.links.communication).sort()
				);
			}
		},
		{
			name: 'a cohort’s file holds its own people',
			run: async (origin) => {
				// Who was never looked at is in no file yet: the others have to be, to be missed here.
				await dataOf(origin, `/nl/manage/${world.cohorts.service}`, as('otherManager'));
				const path = `/nl/manage/${world.cohorts.communication}/people.csv`;
				const { text } = await ask(origin, { path, headers: { cookie: as('manager') } });
				const found = [...communication, 'Femke Postma', 'Henry Okafor'].filter((name) =>
					text.includes(name)
				);
				return differs(found, communication);
			}
		},
		{
			name: 'what a manager sees of me is my own line, in my own cohorts',
			run: async (origin) => {
				const seen = await list(origin, '/nl/manager-view', 'learner', 'seen');
				return differs(
					seen.map((each) => [each.id, (each.line as Person).name]),
					[[world.cohorts.communication, 'Bas de Groot']]
				);
			}
		},
		{
			name: 'a lesson shows nobody else’s predictions',
			run: async (origin) =>
				differs(
					(await blocksOf(origin, 'fresh')).filter((block) => block.chosen !== undefined),
					[]
				)
		},
		{
			name: 'a lesson shows nobody else’s answers',
			run: async (origin) =>
				differs(
					(await blocksOf(origin, 'fresh')).filter((block) => block.answered !== undefined),
					[]
				)
		},
		{
			name: 'a lesson shows nobody else’s note',
			run: async (origin) =>
				differs(
					(await blocksOf(origin, 'fresh')).filter((block) => block.body),
					[]
				)
		},
		{
			name: 'a lesson shows nobody else’s marks, and its own to whoever made them',
			run: async (origin) => {
				const marks = async (name: Name) => {
					const page = await dataOf(origin, `/nl/lesson/${noteLesson}`, as(name));
					return (page.annotations as { body: string }[]).map((mark) => mark.body);
				};
				return differs([await marks('fresh'), await marks('finished')], [[], [world.note]]);
			}
		},
		{
			name: 'a canvas shows nobody else’s words, and its own to whoever wrote them',
			run: async (origin) => {
				const written = async (name: Name) => {
					const { exercise } = await dataOf(origin, '/nl/canvas/e1', as(name));
					return (exercise as { fields: { cells: string[][] }[] }).fields.flatMap(({ cells }) =>
						cells.flat()
					);
				};
				return differs([await written('fresh'), await written('finished')], [[], [world.note]]);
			}
		},
		{
			name: 'a whole canvas and its files hold nobody else’s words',
			run: async (origin) => {
				const found = async (name: Name) => {
					const paths = ['whole', 'canvas.md', 'canvas.json', 'e1/versions/e1_opdracht'];
					const pages = paths.map(async (path) => {
						const headers = { cookie: as(name) };
						const { text } = await ask(origin, { path: `/nl/canvas/${path}`, headers });
						return text.includes('zeventien');
					});
					return Promise.all(pages);
				};
				const [none, every] = [
					[false, false, false, false],
					[true, true, true, true]
				];
				return differs([await found('fresh'), await found('finished')], [none, every]);
			}
		},
		{
			name: 'a second look is for colleagues of the same cohort, and says of nobody who they are',
			run: async (origin) => {
				const seen = async (name: Name) =>
					(await list(origin, '/nl/canvas/reviews', name, 'requests')).map((each) => each.id);
				const path = `/nl/canvas/reviews/${world.review}`;
				const page = await ask(origin, { path, headers: { cookie: as('fresh') } });
				const told = ['Amina Yıldız', 'amina@', world.accounts.finished, world.accounts.fresh];
				return differs(
					[
						[await seen('fresh'), await seen('learner')],
						[await seen('finished'), await seen('otherLearner')],
						[await seen('manager'), await seen('administrator')],
						[page.status, page.text.includes('zeventien')],
						told.filter((each) => page.text.includes(each))
					],
					[[[world.request], [world.request]], [[], []], [[], []], [200, true], []]
				);
			}
		},
		{
			name: 'what was done is read by whom it concerns',
			run: async (origin) => {
				const done = async (name: Name) =>
					(await list(origin, '/nl/account/data', name, 'done')).length > 0;
				// The manager had somebody reminded; nothing was done by or to the others.
				return differs(
					[await done('manager'), await done('fresh'), await done('learner')],
					[true, true, false]
				);
			}
		},
		{
			name: 'what became of plans is read by whoever made them',
			run: async (origin) =>
				differs(await list(origin, '/nl/canvas/follow-up', 'fresh', 'plans'), [])
		},
		{
			name: 'a certificate is its owner’s: as a page, on paper and as a badge',
			run: async (origin) => {
				const found = async (name: Name) => {
					const { certificate } = await dataOf(origin, '/nl/certificate', as(name));
					const files = ['certificate.pdf', 'badge.json', 'badge.png'].map(async (file) => {
						const headers = { cookie: as(name) };
						return (await ask(origin, { path: `/nl/certificate/${file}`, headers })).status;
					});
					return [(certificate as { code: string } | null)?.code, ...(await Promise.all(files))];
				};
				return differs(
					[await found('fresh'), await found('manager'), await found('finished')],
					[
						[undefined, 404, 404, 404],
						[undefined, 404, 404, 404],
						[world.certificate, 200, 200, 200]
					]
				);
			}
		},
		{
			name: 'behind a code there is no name unless its owner shows it',
			run: async (origin) => {
				const { text } = await ask(origin, { path: `/nl/bewijs/${world.certificate}` });
				return differs(
					[text.includes('Dit certificaat is echt'), text.includes('Amina')],
					[true, false]
				);
			}
		},
		{
			name: 'a manager’s list of shared exercises holds those of their own cohort',
			run: async (origin) => {
				const path = `/nl/manage/${world.cohorts.communication}/canvas`;
				const shared = await list(origin, path, 'manager', 'shared');
				return differs(
					shared.map((each) => each.id),
					[world.share]
				);
			}
		},
		{
			name: 'the list of notes holds nobody else’s',
			run: async (origin) => {
				const lessons = async (name: Name) =>
					((await dataOf(origin, '/nl/notes', as(name))).lessons as unknown[]).length;
				return differs([await lessons('fresh'), await lessons('finished')], [0, 1]);
			}
		},
		{
			name: 'the list of appeals holds nobody else’s, and an administrator finds each where they judge',
			run: async (origin) => {
				const reasons = async (path: string, name: Name, field: string) =>
					((await list(origin, path, name, field)) as { reason?: string; appeal?: Reason }[]).map(
						(each) => each.reason ?? each.appeal?.reason
					);
				return differs(
					[
						await reasons('/nl/appeals', 'learner', 'appeals'),
						await reasons('/nl/appeals', 'otherLearner', 'appeals'),
						await reasons('/nl/appeals', 'administrator', 'appeals'),
						await reasons('/nl/admin/appeals', 'administrator', 'open')
					],
					[[reason], [], [], [reason]]
				);
			}
		},
		{
			name: 'nothing comes back for review that somebody else answered',
			run: async (origin) => {
				const begun = async (name: Name) =>
					((await dataOf(origin, '/nl/review', as(name))).review as { begun: boolean }).begun;
				return differs([await begun('fresh'), await begun('finished')], [false, true]);
			}
		},
		{
			name: 'a lesson shows its own note to whoever wrote it',
			run: async (origin) =>
				differs(
					(await blocksOf(origin, 'finished'))
						.filter((block) => block.body)
						.map((block) => block.body),
					[world.note]
				)
		},
		{
			name: 'a lesson is done for whoever did it',
			run: async (origin) =>
				differs(
					[
						(await lessonOf(origin, 'fresh')).doneAt,
						(await lessonOf(origin, 'finished')).doneAt !== undefined
					],
					[undefined, true]
				)
		},
		{
			name: 'a lesson opens for nobody at somebody else’s place',
			run: async (origin) =>
				differs(
					[
						(await lessonOf(origin, 'fresh')).at,
						(await lessonOf(origin, 'finished')).at !== undefined
					],
					[undefined, true]
				)
		},
		{
			name: 'the course map of somebody who did nothing has nothing on it',
			run: async (origin) => {
				const { modules } = (await dataOf(origin, '/nl/course', as('fresh'))).map as {
					modules: { units: { state: string }[] }[];
				};
				const states = modules.flatMap((module) => module.units.map((unit) => unit.state));
				return differs([...new Set(states)], ['open']);
			}
		},
		{
			name: 'an attempt is whoever’s it is: the first question of two people shows two states',
			run: async (origin) => {
				const view = async (name: Name) =>
					(await dataOf(origin, '/nl/quiz/m1/1/1', as(name))).view as {
						submitted: boolean;
						questions: { answered: boolean }[];
					};
				const states = await Promise.all((['waiting', 'otherLearner'] as const).map(view));
				const seen = states.map(({ submitted, questions }) => [
					submitted,
					questions.filter((each) => each.answered).length
				]);
				return differs(seen, [
					[false, 3],
					[true, 8]
				]);
			}
		},
		{
			name: 'a check of what stayed is whoever’s it is',
			run: async (origin) => {
				const check = async (name: Name) => {
					const page = await dataOf(origin, '/nl/retention/30', as(name));
					const { status } = await ask(origin, {
						path: '/nl/retention/30/1',
						headers: { cookie: as(name), accept: 'text/html' }
					});
					return [(page.check as { kind: string }).kind, status];
				};
				return differs(
					[await check('finished'), await check('fresh')],
					[
						['begun', 200],
						['unfinished', 404]
					]
				);
			}
		},
		{
			name: 'a cookie nobody was given is nobody’s',
			run: async (origin) =>
				differs(await reached(origin, 'session=abcdefghijklmnopqrstuvwxyz234567abcdefgh'), 303)
		},
		{
			name: 'what the session table holds opens nothing',
			run: async (origin) =>
				differs(await reached(origin, `session=${storedIdOf(as('administrator'))}`), 303)
		},
		{
			name: 'an account named in a header is nobody’s',
			run: async (origin) => {
				const headers = {
					accept: 'text/html',
					authorization: `Bearer ${as('administrator').split('=')[1]}`,
					'x-account': world.accounts.administrator
				};
				return differs(
					(await ask(origin, { path: `/nl/course?${as('administrator')}`, headers })).status,
					303
				);
			}
		}
	];
}
