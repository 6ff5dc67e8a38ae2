import { inBoth } from '#lib/i18n/words.ts';
import type { Language } from '#lib/course/language.ts';

/** What happened to the way in from elsewhere. */
export type IdentityNews = 'made' | 'linked' | 'unlinked';
type About = { name: string; provider: string; link: string };
type Said = Record<IdentityNews, { subject: string; text: (provider: string) => string }>;

const said = inBoth<{ hello: string; news: Said; not: string; see: string }>({
	nl: {
		hello: 'Hallo',
		news: {
			made: {
				subject: 'Bij het begin: je hebt nu een account',
				text: (provider) =>
					`Je bent voor het eerst binnengekomen via ${provider}. Daarmee is er een account voor je gemaakt, zonder wachtwoord.`
			},
			linked: {
				subject: 'Bij het begin: je kunt nu op nog een manier inloggen',
				text: (provider) =>
					`Inloggen via ${provider} is gekoppeld aan je account. Je kunt voortaan ook daarmee binnenkomen.`
			},
			unlinked: {
				subject: 'Bij het begin: een manier van inloggen is ontkoppeld',
				text: (provider) =>
					`Inloggen via ${provider} is ontkoppeld van je account. Je komt voortaan binnen met je wachtwoord.`
			}
		},
		not: 'Was jij dit niet? Vertel het dan meteen een beheerder.',
		see: 'Hoe je inlogt, zie je hier:'
	},
	en: {
		hello: 'Hello',
		news: {
			made: {
				subject: 'Bij het begin: you have an account now',
				text: (provider) =>
					`You came in through ${provider} for the first time. With that an account was made for you, without a password.`
			},
			linked: {
				subject: 'Bij het begin: you can now sign in in another way too',
				text: (provider) =>
					`Signing in through ${provider} was linked to your account. From now on you can come in with that too.`
			},
			unlinked: {
				subject: 'Bij het begin: a way of signing in was unlinked',
				text: (provider) =>
					`Signing in through ${provider} was unlinked from your account. From now on you come in with your password.`
			}
		},
		not: 'Was this not you? Then tell an administrator at once.',
		see: 'How you sign in is here:'
	}
});

/** A mail about a way in from elsewhere, to the owner of the account. */
export function identityLetter(language: Language, news: IdentityNews, about: About) {
	const { hello, news: all, not, see } = said[language];
	const { subject, text } = all[news];
	const body = `${hello} ${about.name},\n\n${text(about.provider)}\n\n${not}\n\n${see}\n\n${about.link}\n`;
	return { subject, body };
}
