import type { Language } from '#lib/course/language.ts';

type Words = Record<
	'signUp' | 'known' | 'reset' | 'unknown',
	(link: string) => { subject: string; body: string }
>;

/** The mails about accounts, as people read them. */
export const mailWords: Record<Language, Words> = {
	nl: {
		signUp: (link) => ({
			subject: 'Bij het begin: kies je wachtwoord',
			body: `Hallo,\n\nJe hebt je aangemeld voor de cursus Bij het begin. Open deze link en kies een wachtwoord:\n\n${link}\n\nDe link werkt één keer en is zeven dagen geldig. Heb je je niet aangemeld? Dan hoef je niets te doen; er is geen account gemaakt.\n`
		}),
		known: (link) => ({
			subject: 'Bij het begin: je hebt al een account',
			body: `Hallo,\n\nIemand vulde dit adres in om zich aan te melden voor de cursus Bij het begin. Je hebt al een account. Inloggen kan hier:\n\n${link}\n\nWeet je je wachtwoord niet meer? Op dezelfde pagina kun je een nieuw kiezen. Was jij het niet? Dan hoef je niets te doen.\n`
		}),
		reset: (link) => ({
			subject: 'Bij het begin: kies een nieuw wachtwoord',
			body: `Hallo,\n\nOpen deze link om een nieuw wachtwoord te kiezen voor de cursus Bij het begin:\n\n${link}\n\nDe link werkt één keer en is een half uur geldig. Heb je hier niet om gevraagd? Dan hoef je niets te doen; je wachtwoord blijft zoals het is.\n`
		}),
		unknown: (link) => ({
			subject: 'Bij het begin: er is geen account met dit adres',
			body: `Hallo,\n\nIemand vroeg een nieuw wachtwoord aan voor de cursus Bij het begin. Met dit adres is er geen account. Misschien gebruikte je een ander adres. Aanmelden kan hier:\n\n${link}\n\nWas jij het niet? Dan hoef je niets te doen.\n`
		})
	},
	en: {
		signUp: (link) => ({
			subject: 'Bij het begin: choose your password',
			body: `Hello,\n\nYou signed up for the course Bij het begin. Open this link and choose a password:\n\n${link}\n\nThe link works once and is valid for seven days. Did you not sign up? Then you need not do anything; no account has been made.\n`
		}),
		known: (link) => ({
			subject: 'Bij het begin: you already have an account',
			body: `Hello,\n\nSomebody entered this address to sign up for the course Bij het begin. You already have an account. You can sign in here:\n\n${link}\n\nForgotten your password? You can choose a new one on the same page. Was it not you? Then you need not do anything.\n`
		}),
		reset: (link) => ({
			subject: 'Bij het begin: choose a new password',
			body: `Hello,\n\nOpen this link to choose a new password for the course Bij het begin:\n\n${link}\n\nThe link works once and is valid for half an hour. Did you not ask for this? Then you need not do anything; your password stays as it is.\n`
		}),
		unknown: (link) => ({
			subject: 'Bij het begin: there is no account with this address',
			body: `Hello,\n\nSomebody asked for a new password for the course Bij het begin. There is no account with this address. Perhaps you used another one. You can sign up here:\n\n${link}\n\nWas it not you? Then you need not do anything.\n`
		})
	}
};
