import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database.ts';
import { cohort, later, member, person, start } from '../../../../tests/support/people.ts';
import * as cohorts from '../cohorts.ts';
import { codeFor, isAbout } from './rules.ts';

const db = useDatabase();

describe('a rule is about somebody', () => {
	const rule = { claim: { name: 'groups', value: 'marketing' }, code: 'x' };
	test.each([
		[{ groups: 'marketing' }, true],
		[{ groups: ['sales', 'marketing'] }, true],
		[{ groups: ['Marketing'] }, false],
		[{ groups: 'marketing and sales' }, false],
		[{ groups: [['marketing']] }, false],
		[{ groups: { marketing: true } }, false],
		[{ groups: null }, false],
		[{}, false]
	])('with %o: %s', (claims, is) => {
		expect(isAbout(rule, claims)).toBe(is);
	});
	test('also when the value is a number, and never by what every object has', () => {
		expect(isAbout({ claim: { name: 'floor', value: '3' }, code: 'x' }, { floor: 3 })).toBe(true);
		for (const name of ['constructor', '__proto__', 'toString'])
			expect(isAbout({ claim: { name, value: 'undefined' }, code: 'x' }, {})).toBe(false);
		expect(isAbout({ claim: { name: 'a', value: 'undefined' }, code: 'x' }, { a: undefined })).toBe(
			false
		);
	});
	test('and a rule without a claim is about everybody', () => {
		expect(isAbout({ code: 'x' }, {})).toBe(true);
	});
});

/** Two cohorts with a join link each. */
async function setting(given: { maxUses?: number; domains?: string[] } = {}) {
	const manager = await person(db(), { role: 'manager' });
	const made = [];
	for (let n = 0; n < 2; n++) {
		const of = await cohort(db(), manager);
		const code = await cohorts.makeLink(db(), {
			...{ cohort: of, managerId: manager.id, maxUses: 5, domains: [], expiresAt: later(60) },
			...{ at: start, ...given }
		});
		made.push({ of, code });
	}
	const rules = [
		{ claim: { name: 'groups', value: 'marketing' }, code: made[0]!.code },
		{ code: made[1]!.code }
	];
	const who = await person(db(), { email: 'lotte@example.nl' });
	const code = (claims: Record<string, unknown>, now = start) =>
		codeFor(db(), rules, { account: who, claims, now });
	return { rules, made, who, code, manager };
}

describe('somebody is led to', () => {
	test('the first cohort of which a rule is about them and which they are not in', async () => {
		const { made, who, code } = await setting();
		const marketing = { groups: ['marketing'] };
		expect(await code(marketing)).toBe(made[0]!.code);
		expect(await code({})).toBe(made[1]!.code);
		await member(db(), made[0]!.of, who);
		expect(await code(marketing)).toBe(made[1]!.code);
		await member(db(), made[1]!.of, who);
		expect(await code(marketing)).toBeUndefined();
	});

	test('no link that is over, full, taken back, for other addresses or made up', async () => {
		const { code } = await setting();
		expect(await code({}, later(61))).toBeUndefined();
		const full = await setting({ maxUses: 1 });
		const other = await person(db(), { email: 'x@example.nl' });
		await cohorts.join(db(), {
			...{ code: full.made[1]!.code, account: other, shown: 'status', at: start }
		});
		expect(await full.code({})).toBeUndefined();
		const elsewhere = await setting({ domains: ['example.com'] });
		expect(await elsewhere.code({})).toBeUndefined();
		const gone = await setting();
		const [link] = await cohorts.links(db(), gone.made[1]!.of, start);
		await cohorts.revokeLink(db(), {
			...{ cohort: gone.made[1]!.of, managerId: gone.manager.id, id: link!.id, at: start }
		});
		expect(await gone.code({})).toBeUndefined();
		const unknown = { account: gone.who, claims: {}, now: start };
		expect(await codeFor(db(), [{ code: 'nothing' }], unknown)).toBeUndefined();
	});

	test('and is in no cohort before they join it themselves', async () => {
		const { made, code, who } = await setting();
		expect(await code({})).toBe(made[1]!.code);
		expect(await cohorts.seenOf(db(), who.id, start)).toEqual([]);
	});
});
