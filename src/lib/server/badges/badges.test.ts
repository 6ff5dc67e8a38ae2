import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { achievement } from '#lib/course/achievement.ts';
import { LIST_LENGTH } from '../certificates.ts';
import { course } from '../course.ts';
import { credential, statusList } from './credential.ts';
import { didDocument, didOf, type Issuer } from './issuer.ts';
import { keepKeys, readKeys, rotateKeys } from './keys.ts';
import { picture } from './picture.ts';
import { bake, unbake } from './png.ts';

const at = new Date('2026-11-03T10:00:00.456Z');
const owned = {
	...{ code: 'K7TQ2M4XWD', name: 'Amina Yıldız', email: 'amina@test.example', salt: 'a1b2' },
	...{ earnedAt: at, issuedAt: new Date('2026-11-04T10:00:00Z'), statusIndex: 70_001 },
	...{ showsName: true, afterErasure: 'withdrawn' as const },
	about: achievement(course, course.edition, 'nl')
};
// The verifier remembers what an installation published: every test has one of its own.
let origin: string;
let count = 0;
const elsewhere = () => (origin = `https://leren${++count}.example:8443`);

let folder: string;
let path: string;
beforeEach(() => {
	elsewhere();
	folder = mkdtempSync(join(tmpdir(), 'course-badges-'));
	path = join(folder, 'data', 'badge-keys.json');
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true });
});
const issuerNow = async (): Promise<Issuer> => ({ origin, keys: await keepKeys(path, at) });

/** The part of the internet that a verifier asks: this installation, and nothing else. */
function publish(issuer: Issuer, withdrawn: number[] = []): string[] {
	const asked: string[] = [];
	// It also looks for schemas on the internet, and says aloud that they are not there.
	for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockReturnValue();
	vi.stubGlobal('fetch', async (input: Request | string | URL) => {
		const url = input instanceof Request ? input.url : String(input);
		asked.push(url);
		const body =
			url === `${origin}/.well-known/did.json`
				? didDocument(issuer)
				: url === `${origin}/credentials/status/1`
					? await statusList(issuer, withdrawn, at)
					: undefined;
		return body ? Response.json(body) : new Response('', { status: 404 });
	});
	return asked;
}
async function verify(signed: object) {
	const { log = [], errors = [] } = (await verifyCredential({
		credential: signed as never,
		knownDIDRegistries: []
	})) as { log?: { id: string; valid?: boolean }[]; errors?: { name?: string; message: string }[] };
	return {
		...Object.fromEntries(log.map(({ id, valid }) => [id, valid])),
		errors: errors.map(({ name, message }) => name ?? message)
	} as Record<string, unknown>;
}

describe('a credential', () => {
	it('is verified by a program of others, which asks only this installation', async () => {
		const issuer = await issuerNow();
		const asked = publish(issuer);
		const said = await verify(await credential(issuer, owned, 'nl'));
		expect(said).toMatchObject({ valid_signature: true, revocation_status: true, errors: [] });
		expect(new Set(asked.filter((url) => url.startsWith(origin)))).toEqual(
			new Set([`${origin}/.well-known/did.json`, `${origin}/credentials/status/1`])
		);
	});

	it('that somebody changed is refused, whatever they changed', async () => {
		const issuer = await issuerNow();
		publish(issuer);
		const signed = await credential(issuer, owned, 'nl');
		const changes: [string, (copy: typeof signed) => void][] = [
			['day', (copy) => (copy.validFrom = '2025-01-01T00:00:00Z')],
			['name', (copy) => (copy.name = 'Meester in alles')],
			['whose', (copy) => (copy.credentialSubject.identifier[0]!.identityHash = 'sha256$00')],
			['what', (copy) => (copy.credentialSubject.achievement.criteria.narrative = 'Niets')],
			['bit', (copy) => (copy.credentialStatus.statusListIndex = '5')]
		];
		expect(await verify(signed)).toMatchObject({ valid_signature: true });
		for (const [what, change] of changes) {
			const copy = structuredClone(signed);
			change(copy);
			expect(await verify(copy), what).toMatchObject({ errors: ['invalid_signature'] });
		}
	});

	it('of somebody who let it lapse is signed well, and revoked; their neighbours are not', async () => {
		const issuer = await issuerNow();
		publish(issuer, [owned.statusIndex, 0, LIST_LENGTH - 1]);
		const said = await verify(await credential(issuer, owned, 'nl'));
		expect(said).toMatchObject({ valid_signature: true, revocation_status: false });
		for (const statusIndex of [owned.statusIndex - 1, owned.statusIndex + 1])
			expect(await verify(await credential(issuer, { ...owned, statusIndex }, 'nl'))).toMatchObject(
				{ valid_signature: true, revocation_status: true }
			);
	});

	it('holds an address only as a hash with salt, and no name; the same one is the same to the letter', async () => {
		const issuer = await issuerNow();
		const signed = await credential(issuer, owned, 'en');
		const text = JSON.stringify(signed);
		expect(text).not.toContain(owned.email);
		expect(text).not.toContain('Amina');
		const hash = createHash('sha256').update('amina@test.examplea1b2').digest('hex');
		expect(signed.credentialSubject.identifier[0]!.identityHash).toBe(`sha256$${hash}`);
		expect(JSON.stringify(await credential(issuer, owned, 'en'))).toBe(text);
		expect(signed.validFrom).toBe('2026-11-03T10:00:00Z');
		expect(signed.proof).toMatchObject({
			type: 'DataIntegrityProof',
			cryptosuite: 'eddsa-rdfc-2022',
			verificationMethod: `${didOf(origin)}#${issuer.keys[0]!.publicKeyMultibase}`
		});
	});
});

it('the list of withdrawals has one bit a credential, the first on the left', async () => {
	const list = (await statusList(await issuerNow(), [0, 9, LIST_LENGTH - 1], at)) as {
		credentialSubject: { encodedList: string };
	};
	const { encodedList } = list.credentialSubject;
	const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
	expect(encodedList[0]).toBe('u');
	expect(bits).toHaveLength(LIST_LENGTH / 8);
	expect([bits[0], bits[1], bits.at(-1)]).toEqual([0x80, 0x40, 0x01]);
	expect(bits.reduce((sum, byte) => sum + byte, 0)).toBe(0x80 + 0x40 + 0x01);
});

describe('the keys', () => {
	it('are made once, for their owner alone; of two starts at once both get the same', async () => {
		const both = await Promise.all([keepKeys(path, at), keepKeys(path, at), keepKeys(path, at)]);
		expect(new Set(both.map((keys) => JSON.stringify(keys))).size).toBe(1);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(await keepKeys(path, new Date())).toEqual(both[0]);
	});

	it('after a rotation the new one signs, and what the old one signed stays good', async () => {
		const before = await issuerNow();
		const keys = await rotateKeys(path, new Date('2027-01-01T00:00:00Z'));
		publish({ origin, keys });
		const old = await credential(before, owned, 'nl');
		expect(await keepKeys(path, at)).toEqual(keys);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		const fresh = await credential({ origin, keys }, owned, 'nl');
		expect(fresh.proof.verificationMethod).not.toBe(old.proof.verificationMethod);
		for (const each of [old, fresh])
			expect(await verify(each)).toMatchObject({ valid_signature: true, errors: [] });
		// A key that leaked is taken out of the file: what it signed is good no longer.
		elsewhere();
		publish({ origin, keys: keys.slice(0, 1) });
		const leaked = await credential({ origin, keys: before.keys }, owned, 'nl');
		expect(await verify(leaked)).toMatchObject({ errors: ['invalid_signature'] });
	});

	it('a file that is not right is refused without showing what is in it, and never written over', async () => {
		await keepKeys(path, at);
		for (const content of ['', '{', '{"keys":[]}', '{"keys":[{"secretKeyMultibase":"zSECRET"}]}']) {
			writeFileSync(path, content);
			await expect(keepKeys(path, at)).rejects.toThrow(/keys for credentials/);
			await expect(keepKeys(path, at)).rejects.not.toThrow(/SECRET/);
			expect(readFileSync(path, 'utf8')).toBe(content);
		}
		expect(() => readKeys(join(folder, 'nowhere'))).toThrow(/cannot be read/);
	});

	it('the address of an installation is its name, its port included', () => {
		expect(didOf('https://leren.example')).toBe('did:web:leren.example');
		expect(didOf('https://leren.example:8443')).toBe('did:web:leren.example%3A8443');
	});
});

it('a picture carries its credential, and is the same picture', async () => {
	const text = JSON.stringify(await credential(await issuerNow(), owned, 'nl'));
	const baked = bake(picture, text);
	expect(unbake(baked)).toBe(text);
	expect(unbake(picture)).toBeUndefined();
	// Every chunk of before is there, in order: the first is the header, the last the end.
	expect(baked.subarray(0, picture.length - 12).equals(picture.subarray(0, -12))).toBe(true);
	expect(baked.subarray(-12).equals(picture.subarray(-12))).toBe(true);
	expect(unbake(bake(picture, 'é “' + '€'.repeat(5000)))).toContain('€€€');
});
