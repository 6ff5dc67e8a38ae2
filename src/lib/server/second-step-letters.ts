import { inBoth } from '#lib/i18n/words.ts';
import type { Language } from '#lib/course/language.ts';

/** What happened to somebody's second step. */
export type SecondStepNews = 'on' | 'off' | 'reset' | 'recovery-code';
type About = { name: string; link: string };
type Said = Record<SecondStepNews, { subject: string; text: string }>;

const said = inBoth<{ hello: string; news: Said; not: string; see: string }>({
	nl: {
		hello: 'Hallo',
		news: {
			on: {
				subject: 'Bij het begin: inloggen in twee stappen staat aan',
				text: 'Inloggen in twee stappen staat nu aan voor je account. Na je wachtwoord vragen we voortaan ook een code uit je app.'
			},
			off: {
				subject: 'Bij het begin: inloggen in twee stappen staat uit',
				text: 'Inloggen in twee stappen staat nu uit voor je account. Je wachtwoord is voortaan genoeg.'
			},
			reset: {
				subject: 'Bij het begin: je tweede stap is weggehaald',
				text: 'Een beheerder heeft de tweede stap van je account weggehaald, omdat je niet meer bij je app kon. Je bent overal uitgelogd. Je kunt met je wachtwoord inloggen en de tweede stap opnieuw instellen.'
			},
			'recovery-code': {
				subject: 'Bij het begin: er is een herstelcode gebruikt',
				text: 'Iemand heeft een herstelcode van je account gebruikt. Elke code werkt maar één keer. Heb je er nog maar weinig? Dan kun je nieuwe maken.'
			}
		},
		not: 'Was jij dit niet? Kies dan meteen een nieuw wachtwoord en vertel het een beheerder.',
		see: 'Je tweede stap vind je hier:'
	},
	en: {
		hello: 'Hello',
		news: {
			on: {
				subject: 'Bij het begin: signing in with two steps is on',
				text: 'Signing in with two steps is now on for your account. After your password we will also ask for a code from your app.'
			},
			off: {
				subject: 'Bij het begin: signing in with two steps is off',
				text: 'Signing in with two steps is now off for your account. From now on your password is enough.'
			},
			reset: {
				subject: 'Bij het begin: your second step was taken away',
				text: 'An administrator has taken away the second step of your account, because you could no longer use your app. You have been signed out everywhere. You can sign in with your password and set up the second step anew.'
			},
			'recovery-code': {
				subject: 'Bij het begin: a recovery code was used',
				text: 'Somebody used a recovery code of your account. Each code works only once. Do you have few left? Then you can make new ones.'
			}
		},
		not: 'Was this not you? Then choose a new password at once and tell an administrator.',
		see: 'You find your second step here:'
	}
});

/** A mail about a second step, to its owner. */
export function secondStepLetter(language: Language, news: SecondStepNews, about: About) {
	const { hello, news: all, not, see } = said[language];
	const { subject, text } = all[news];
	const body = `${hello} ${about.name},\n\n${text}\n\n${not}\n\n${see}\n\n${about.link}\n`;
	return { subject, body };
}
