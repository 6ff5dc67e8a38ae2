import { inBoth } from './words.ts';

export const account = inBoth({
	nl: {
		signIn: {
			title: 'Inloggen',
			email: 'E-mailadres',
			password: 'Wachtwoord',
			submit: 'Log in',
			forgot: 'Wachtwoord vergeten?',
			none: 'Nog geen account?',
			wrong: 'Deze combinatie van adres en wachtwoord klopt niet.',
			wait: (s: number) =>
				s < 90
					? `Te veel pogingen. Wacht ${s} seconden en probeer het opnieuw.`
					: `Te veel pogingen. Wacht ${Math.ceil(s / 60)} minuten en probeer het opnieuw.`,
			joining: 'Log in of meld je aan om door te gaan.'
		},
		signUp: {
			title: 'Aanmelden',
			lead: 'Vul je naam en adres in. Je krijgt een mail met een link waarachter je een wachtwoord kiest.',
			name: 'Naam',
			nameHint: 'Zo sta je in de lijst van je manager, als je bij een cohort gaat.',
			submit: 'Stuur me de link',
			sent: 'Kijk in je mail',
			sentText: (email: string) =>
				`We hebben een mail gestuurd naar ${email}. Open de link daarin om verder te gaan. Niets ontvangen na een paar minuten? Kijk bij ongewenste mail, of probeer het opnieuw.`,
			have: 'Heb je al een account?'
		},
		forgot: {
			title: 'Nieuw wachtwoord',
			lead: 'Vul je adres in. Je krijgt een mail met een link om een nieuw wachtwoord te kiezen.',
			submit: 'Stuur me de link'
		},
		welcome: {
			title: {
				'sign-up': 'Kies een wachtwoord',
				reset: 'Kies een nieuw wachtwoord',
				'first-administrator': 'Maak de eerste beheerder'
			},
			hint: 'Minstens 15 tekens. Een zin van vier of vijf woorden is goed te onthouden.',
			password: 'Wachtwoord',
			show: 'Toon wachtwoord',
			hide: 'Verberg wachtwoord',
			submit: {
				'sign-up': 'Maak mijn account',
				reset: 'Bewaar mijn wachtwoord',
				'first-administrator': 'Maak de beheerder'
			},
			gone: 'Deze link werkt niet meer',
			goneText: 'De link is al gebruikt of te oud. Vraag een nieuwe aan; dat kost niets.',
			again: 'Vraag een nieuwe link'
		},
		problems: {
			email: 'Vul een geldig e-mailadres in, zoals naam@organisatie.nl.',
			name: 'Vul je naam in, hoogstens 80 tekens.',
			'too-short': 'Dit wachtwoord is te kort: minstens 15 tekens.',
			'too-long': 'Dit wachtwoord is te lang: hoogstens 256 tekens.',
			'too-simple':
				'Dit wachtwoord is te makkelijk te raden. Neem woorden die niets met je naam of de cursus te maken hebben.',
			language: 'Kies een taal.'
		},
		profile: {
			title: 'Mijn account',
			email: 'Adres',
			name: 'Naam',
			language: 'Taal van mails',
			save: 'Bewaar',
			saved: 'Opgeslagen.',
			passwordTitle: 'Wachtwoord',
			passwordText:
				'Je kiest een nieuw wachtwoord achter een link die we je mailen. Andere apparaten worden dan uitgelogd.',
			passwordSend: 'Mail me de link',
			passwordSent: 'De mail is onderweg.',
			everywhere: 'Log overal uit',
			everywhereText: 'Op alle apparaten, ook dit. Wat je hebt gedaan, blijft bewaard.'
		}
	},
	en: {
		signIn: {
			title: 'Sign in',
			email: 'Email address',
			password: 'Password',
			submit: 'Sign in',
			forgot: 'Forgotten your password?',
			none: 'No account yet?',
			wrong: 'This combination of address and password is not right.',
			wait: (s: number) =>
				s < 90
					? `Too many attempts. Wait ${s} seconds and try again.`
					: `Too many attempts. Wait ${Math.ceil(s / 60)} minutes and try again.`,
			joining: 'Sign in or sign up to continue.'
		},
		signUp: {
			title: 'Sign up',
			lead: 'Enter your name and address. You will get an email with a link behind which you choose a password.',
			name: 'Name',
			nameHint: 'This is how you appear in your manager’s list, if you join a cohort.',
			submit: 'Send me the link',
			sent: 'Look in your mail',
			sentText: (email: string) =>
				`We have sent an email to ${email}. Open the link in it to continue. Nothing after a few minutes? Look in your junk mail, or try again.`,
			have: 'Already have an account?'
		},
		forgot: {
			title: 'New password',
			lead: 'Enter your address. You will get an email with a link to choose a new password.',
			submit: 'Send me the link'
		},
		welcome: {
			title: {
				'sign-up': 'Choose a password',
				reset: 'Choose a new password',
				'first-administrator': 'Make the first administrator'
			},
			hint: 'At least 15 characters. A sentence of four or five words is easy to remember.',
			password: 'Password',
			show: 'Show password',
			hide: 'Hide password',
			submit: {
				'sign-up': 'Make my account',
				reset: 'Save my password',
				'first-administrator': 'Make the administrator'
			},
			gone: 'This link no longer works',
			goneText:
				'The link has been used already or is too old. Ask for a new one; it costs nothing.',
			again: 'Ask for a new link'
		},
		problems: {
			email: 'Enter a valid email address, such as name@organisation.nl.',
			name: 'Enter your name, at most 80 characters.',
			'too-short': 'This password is too short: at least 15 characters.',
			'too-long': 'This password is too long: at most 256 characters.',
			'too-simple':
				'This password is too easy to guess. Use words that have nothing to do with your name or the course.',
			language: 'Choose a language.'
		},
		profile: {
			title: 'My account',
			email: 'Address',
			name: 'Name',
			language: 'Language of emails',
			save: 'Save',
			saved: 'Saved.',
			passwordTitle: 'Password',
			passwordText:
				'You choose a new password behind a link that we email you. Other devices are then signed out.',
			passwordSend: 'Email me the link',
			passwordSent: 'The email is on its way.',
			everywhere: 'Sign out everywhere',
			everywhereText: 'On all devices, this one too. What you have done is kept.'
		}
	}
});
