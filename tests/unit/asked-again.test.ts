import { describe, expect, test } from 'vitest';
import { actions as account } from '../../src/routes/[lang=lang]/(learner)/account/+page.server.ts';
import { actions as secondStep } from '../../src/routes/[lang=lang]/(learner)/account/second-step/+page.server.ts';
import { actions as admin } from '../../src/routes/[lang=lang]/admin/+page.server.ts';

// What changes how somebody gets in, or who may see others, asks for the password once more.

const now = new Date('2026-11-20T10:00:00Z');
const from = (path: string) => ({
	url: new URL(`http://localhost${path}`),
	request: new Request(`http://localhost${path}`, { method: 'POST', body: new FormData() }),
	locals: {
		now,
		language: 'nl',
		hasSecondStep: true,
		account: { id: 'a', email: 'a@test.example', role: 'administrator' },
		confirmedAt: new Date(now.getTime() - 10 * 60_000)
	}
});

const sensitive: [name: string, action: unknown, path: string][] = [
	['a new password', account.password, '/nl/account'],
	['a second step', secondStep.begin, '/nl/account/second-step'],
	['other recovery codes', secondStep.newCodes, '/nl/account/second-step'],
	['no second step any more', secondStep.turnOff, '/nl/account/second-step'],
	['a role', admin.role, '/nl/admin'],
	['a second step taken away', admin.resetSecondStep, '/nl/admin']
];

describe('what matters most', () => {
	test.each(sensitive)(
		'%s is not done by whoever finds an open screen',
		async (_, action, path) => {
			const asked = async () => (action as (event: unknown) => unknown)(from(path));
			await expect(asked()).rejects.toMatchObject({
				status: 303,
				location: `/nl/confirm?next=${encodeURIComponent(path)}`
			});
		}
	);
});
