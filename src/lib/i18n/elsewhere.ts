import { inBoth } from './words.ts';

/** What can be in the way of signing in elsewhere. */
export const troubles = [
	'unreachable',
	'refused',
	'not-right',
	'expired',
	'wait',
	'unverified',
	'other-domain',
	'somebody-else',
	'not-again',
	'taken'
] as const;
export type Trouble = (typeof troubles)[number];

/** Signing in through the organisation's own sign-in; `name` is what people call it. */
export const elsewhere = inBoth<{
	via: (name: string) => string;
	or: string;
	only: (name: string) => string;
	troubles: Record<Trouble, (name: string) => string>;
	prove: Record<'title' | 'gone' | 'goneText' | 'again' | 'submit' | 'forgot', string> & {
		lead: Record<'sign-in' | 'link' | 'confirm', (name: string, email: string) => string>;
	};
	confirm: (name: string) => string;
	own: {
		title: (name: string) => string;
		none: string;
		linked: (day: string) => string;
		link: string;
		unlink: string;
		unlinked: string;
		wasLinked: string;
		needsPassword: string;
		noPassword: string;
		takeText: string;
	};
}>({
	nl: {
		via: (name) => `Log in via ${name}`,
		or: 'Of met je e-mailadres en wachtwoord:',
		only: (name) => `Met dit adres log je in via ${name}. Gebruik de knop hierboven.`,
		troubles: {
			unreachable: (name) =>
				`${name} is nu niet bereikbaar. Probeer het over een paar minuten opnieuw.`,
			refused: (name) => `Het inloggen via ${name} is afgebroken. Je kunt het opnieuw proberen.`,
			'not-right': (name) =>
				`Wat ${name} antwoordde, klopt niet. Probeer het opnieuw; blijft het zo, vertel het dan je beheerder.`,
			expired: () =>
				'Het inloggen duurde te lang, of is al afgerond in een ander venster. Begin opnieuw.',
			wait: () => 'Te veel pogingen vanaf deze plek. Wacht een minuut en probeer het opnieuw.',
			unverified: (name) =>
				`${name} zegt niet welk e-mailadres zeker van jou is. Daarom laten we je zo niet binnen. Vertel het je beheerder.`,
			'other-domain': (name) =>
				`Met je adres bij ${name} kun je hier zo niet binnenkomen. Ben je met het goede account ingelogd?`,
			'somebody-else': (name) =>
				`Je logde bij ${name} in met een account dat hier niet aan jou gekoppeld is. Er is niets gebeurd.`,
			'not-again': (name) => `${name} vroeg je niet opnieuw wie je bent. Er is niets gebeurd.`,
			taken: (name) =>
				`Dit account bij ${name} is hier al aan iemand anders gekoppeld. Er is niets gebeurd.`
		},
		prove: {
			title: 'Nog één stap',
			lead: {
				'sign-in': (name, email) =>
					`Er is hier al een account met het adres ${email}. Laat één keer met je wachtwoord zien dat het van jou is. Daarna kom je via ${name} binnen.`,
				link: (name, email) =>
					`Je koppelt ${name} aan het account met het adres ${email}. Laat met je wachtwoord zien dat het van jou is.`,
				confirm: () => 'Typ ook de code van je tweede stap.'
			},
			submit: 'Ga verder',
			forgot: 'Geen wachtwoord, of vergeten? Kies een nieuw',
			gone: 'Dit duurde te lang',
			goneText: 'Je kunt hier niet meer verder. Begin opnieuw met inloggen.',
			again: 'Naar inloggen'
		},
		confirm: (name) => `Laat het zien via ${name}`,
		own: {
			title: (name) => `Inloggen via ${name}`,
			none: 'Niet gekoppeld. Als je het koppelt, kun je ook zo binnenkomen.',
			linked: (day) => `Gekoppeld sinds ${day}. Je kunt zo binnenkomen.`,
			link: 'Koppel',
			unlink: 'Ontkoppel',
			unlinked: 'Ontkoppeld.',
			wasLinked: 'Gekoppeld.',
			needsPassword:
				'Ontkoppelen kan zodra je een wachtwoord hebt: anders kom je niet meer binnen.',
			noPassword:
				'Je hebt nog geen wachtwoord. Je kiest er een achter een link die we je mailen. Andere apparaten worden dan uitgelogd.',
			takeText: 'We vragen eerst nog een keer wie je bent; daarna kom je terug op deze pagina.'
		}
	},
	en: {
		via: (name) => `Sign in with ${name}`,
		or: 'Or with your email address and password:',
		only: (name) => `With this address you sign in with ${name}. Use the button above.`,
		troubles: {
			unreachable: (name) => `${name} cannot be reached now. Try again in a few minutes.`,
			refused: (name) => `Signing in with ${name} was broken off. You can try again.`,
			'not-right': (name) =>
				`What ${name} answered is not right. Try again; if it stays like this, tell your administrator.`,
			expired: () => 'Signing in took too long, or was finished in another window. Begin again.',
			wait: () => 'Too many attempts from this place. Wait a minute and try again.',
			unverified: (name) =>
				`${name} does not say which email address is certainly yours. That is why we do not let you in like this. Tell your administrator.`,
			'other-domain': (name) =>
				`With your address at ${name} you cannot come in here like this. Did you sign in there with the right account?`,
			'somebody-else': (name) =>
				`You signed in to ${name} with an account that is not linked to you here. Nothing has happened.`,
			'not-again': (name) => `${name} did not ask you once more who you are. Nothing has happened.`,
			taken: (name) =>
				`This account at ${name} is linked to somebody else here already. Nothing has happened.`
		},
		prove: {
			title: 'One more step',
			lead: {
				'sign-in': (name, email) =>
					`There is an account with the address ${email} here already. Show once with your password that it is yours. After that you come in with ${name}.`,
				link: (name, email) =>
					`You link ${name} to the account with the address ${email}. Show with your password that it is yours.`,
				confirm: () => 'Type the code of your second step too.'
			},
			submit: 'Go on',
			forgot: 'No password, or forgotten it? Choose a new one',
			gone: 'This took too long',
			goneText: 'You cannot go on here any more. Begin again with signing in.',
			again: 'To signing in'
		},
		confirm: (name) => `Show it with ${name}`,
		own: {
			title: (name) => `Signing in with ${name}`,
			none: 'Not linked. If you link it, you can come in like that too.',
			linked: (day) => `Linked since ${day}. You can come in like that.`,
			link: 'Link',
			unlink: 'Unlink',
			unlinked: 'Unlinked.',
			wasLinked: 'Linked.',
			needsPassword: 'You can unlink it once you have a password: otherwise you could not come in.',
			noPassword:
				'You have no password yet. You choose one behind a link that we email you. Other devices are signed out then.',
			takeText: 'We ask once more who you are first; after that you come back to this page.'
		}
	}
});
