import { randomUUID } from 'node:crypto';
import { castPassword } from '#lib/server/demo/cast.ts';
import { differs, reached, type Check } from './access-check.ts';
import { cookieOf, postForm } from './http.ts';
import { dataOf, type Name, type World } from './world.ts';

/** What changes who somebody is or what is theirs. Last, because nothing is the same afterwards. */
export function effectCells(world: World): Check[] {
	const post = (origin: string, who: Name, path: string, fields: Record<string, string> = {}) =>
		postForm(origin, path, fields, { cookie: world.cookies[who] });
	return [
		{
			name: 'a manager cannot revoke another cohort’s link by way of their own cohort',
			run: async (origin) => {
				const link = world.links.communication.open;
				await post(
					origin,
					'otherManager',
					`/nl/manage/${world.cohorts.service}/joining?/revokeLink`,
					{
						link
					}
				);
				const { links } = await dataOf(
					origin,
					`/nl/manage/${world.cohorts.communication}/joining`,
					world.cookies.manager
				);
				return differs(
					(links as { id: string; state: string }[]).find((each) => each.id === link)?.state,
					'open'
				);
			}
		},
		{
			name: 'an answer id that somebody else used is free for me, and tells me nothing',
			run: async (origin) => {
				const fields = { item: 'Q-A1-03', answerId: randomUUID(), option: 'a' };
				const first = await post(origin, 'otherLearner', '/nl/lesson/a1?/check', {
					...fields,
					try: '2'
				});
				const second = await post(origin, 'fresh', '/nl/lesson/a1?/check', {
					...fields,
					option: 'b',
					try: '1'
				});
				return differs([first.status, second.status], [200, 200]);
			}
		},
		{
			name: 'signing out ends the session itself, not only the cookie',
			run: async (origin) => {
				const left = await post(origin, 'finished', '/nl/sign-out');
				return differs([left.status, await reached(origin, world.cookies.finished)], [303, 303]);
			}
		},
		{
			name: 'signing out everywhere ends every session, and only of this person',
			run: async (origin) => {
				const other = await cookieOf(origin, 'gerrit@verdewold.example', castPassword);
				const left = await post(origin, 'waiting', '/nl/account?/everywhere');
				const after = [
					await reached(origin, world.cookies.waiting),
					await reached(origin, other),
					await reached(origin, world.cookies.learner)
				];
				return differs([left.status, ...after], [303, 303, 303, 200]);
			}
		},
		{
			name: 'an administrator cannot change their own role',
			run: async (origin) => {
				await post(origin, 'administrator', '/nl/admin?/role', {
					account: world.accounts.administrator,
					role: 'learner'
				});
				return differs(await reached(origin, world.cookies.administrator, '/nl/admin'), 200);
			}
		},
		{
			name: 'whoever loses a role loses every open session with it',
			run: async (origin) => {
				const path = `/nl/manage/${world.cohorts.service}`;
				const before = await reached(origin, world.cookies.otherManager, path);
				await post(origin, 'administrator', '/nl/admin?/role', {
					account: world.accounts.otherManager,
					role: 'learner'
				});
				const after = await reached(origin, world.cookies.otherManager, path);
				const again = await cookieOf(origin, 'joris@verdewold.example', castPassword);
				return differs([before, after, await reached(origin, again, path)], [200, 303, 404]);
			}
		}
	];
}
