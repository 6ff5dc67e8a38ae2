import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Language } from '#lib/course/language.ts';
import { certificate as words } from '#lib/i18n/certificate.ts';
import { LIST_LENGTH, type Owned } from '../certificates.ts';
import { proofAddress } from './address.ts';
import { didOf, type Issuer } from './issuer.ts';
import { CREDENTIALS, OPEN_BADGES, sign, stamp } from './sign.ts';

// Open Badges 3.0 (1EdTech, final release of 2024) over W3C Verifiable Credentials 2.0 and Bitstring Status List 1.0.

const profileOf = (origin: string, language: Language) => ({
	id: didOf(origin),
	type: ['Profile'],
	name: words[language].issuer,
	url: origin
});

/** What somebody earned, in a form that other systems can check. Their address is in it as a hash with salt only. */
export function credential({ origin, keys }: Issuer, owned: Owned, language: Language) {
	const { about, code, salt } = owned;
	const list = listAddress(origin);
	const unsigned = {
		'@context': [CREDENTIALS, OPEN_BADGES],
		// One certificate is one credential, in whichever language it is read.
		id: proofAddress(origin, 'nl', code),
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		name: about.title,
		issuer: profileOf(origin, language),
		validFrom: stamp(owned.earnedAt),
		credentialSubject: {
			type: ['AchievementSubject'],
			identifier: [
				{
					type: 'IdentityObject',
					hashed: true,
					identityHash: `sha256$${createHash('sha256').update(`${owned.email}${salt}`).digest('hex')}`,
					identityType: 'emailAddress',
					salt
				}
			],
			achievement: {
				id: `${origin}/${language}#edition-${about.edition}`,
				type: ['Achievement'],
				achievementType: 'Course',
				inLanguage: language,
				name: about.title,
				description: `${about.subtitle}. ${words[language].edition(about.edition)}.`,
				criteria: { narrative: narrative(about, language) },
				image: { id: `${origin}/badge.png`, type: 'Image', caption: words[language].picture }
			}
		},
		credentialStatus: {
			id: `${list}#${owned.statusIndex}`,
			type: 'BitstringStatusListEntry',
			statusPurpose: 'revocation',
			statusListIndex: String(owned.statusIndex),
			statusListCredential: list
		}
	};
	return sign({ origin, keys }, unsigned, owned.issuedAt);
}

/** What had to be done and what was learnt, as Markdown: the standard has one text for both. */
function narrative(about: Owned['about'], language: Language): string {
	const parts = about.modules.map(
		({ title, objectives }) => `**${title}**\n\n${objectives.map((each) => `- ${each}`).join('\n')}`
	);
	return [words[language].asked(about), ...parts].join('\n\n');
}

const listAddress = (origin: string) => `${origin}/credentials/status/1`;

/** Which credentials no longer count: one bit each, the first on the left. */
export async function statusList(
	{ origin, keys }: Issuer,
	withdrawn: number[],
	at: Date
): Promise<object> {
	const bits = Buffer.alloc(LIST_LENGTH / 8);
	for (const index of withdrawn) bits[index >> 3]! |= 0x80 >> (index & 7);
	const id = listAddress(origin);
	const unsigned = {
		'@context': [CREDENTIALS],
		id,
		type: ['VerifiableCredential', 'BitstringStatusListCredential'],
		issuer: didOf(origin),
		validFrom: stamp(at),
		credentialSubject: {
			id: `${id}#list`,
			type: 'BitstringStatusList',
			statusPurpose: 'revocation',
			// Multibase: u is base64url without padding.
			encodedList: `u${gzipSync(bits).toString('base64url')}`
		}
	};
	return sign({ origin, keys }, unsigned, at);
}
