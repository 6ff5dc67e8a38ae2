import { inBoth } from './words.ts';

/** Signing in with two steps: setting it up, doing it, and proving once more who one is. */
export const secondStep = inBoth({
	nl: {
		title: 'Inloggen in twee stappen',
		lead: 'Na je wachtwoord typ je een code uit een app op je telefoon. Wie alleen je wachtwoord heeft, komt er dan niet in.',
		required:
			'Wie het werk van anderen ziet, logt hier in twee stappen in. Stel het eerst in; daarna kun je verder.',
		begin: 'Stel het in',
		setUp: 'Koppel je app',
		scan: 'Open een app voor codes op je telefoon, zoals Aegis, 2FAS, Google Authenticator of Microsoft Authenticator, en scan deze code.',
		qr: 'QR-code om te scannen met je app',
		orType: 'Of typ deze sleutel in de app:',
		firstCode: 'Zes cijfers, zoals de app ze nu laat zien.',
		turnOn: 'Zet aan',
		codes: 'Je herstelcodes',
		codesText:
			'Staat aan. Met elk van deze codes kom je één keer binnen zonder je telefoon. Bewaar ze op papier of in een wachtwoordkluis. Je ziet ze hier maar één keer.',
		kept: 'Ik heb ze bewaard',
		on: (day: string) => `Staat aan sinds ${day}.`,
		left: (n: number) =>
			`Je hebt nog ${n} ${n === 1 ? 'herstelcode' : 'herstelcodes'} die je niet gebruikt hebt.`,
		newCodes: 'Maak nieuwe herstelcodes',
		turnOff: 'Zet uit',
		ask: {
			title: 'De tweede stap',
			lead: 'Je wachtwoord klopt. Typ nu de code uit je app.',
			code: 'Code',
			hint: 'Zes cijfers uit je app, of een herstelcode.',
			submit: 'Ga verder',
			wrong:
				'Deze code klopt niet, of is al gebruikt. Wacht op de volgende en probeer het opnieuw.',
			lost: 'Telefoon kwijt? Gebruik een herstelcode, of vraag een beheerder je tweede stap weg te halen.',
			other: 'Log in als iemand anders'
		},
		confirm: {
			title: 'Ben jij het nog?',
			lead: 'Voor deze stap vragen we nog een keer wie je bent. Daarna kom je terug; was je iets aan het versturen, druk dan nog een keer op de knop.',
			submit: 'Ga verder',
			wrong: 'Dit wachtwoord klopt niet.'
		},
		reset: 'Haal de tweede stap weg',
		resetOf: (name: string) => `Haal de tweede stap van ${name} weg`,
		wasReset: (name: string) =>
			`De tweede stap van ${name} is weggehaald. Zij of hij krijgt een mail.`,
		account: 'Inloggen in twee stappen instellen'
	},
	en: {
		title: 'Signing in with two steps',
		lead: 'After your password you type a code from an app on your phone. Whoever has only your password does not get in then.',
		required:
			'Whoever sees the work of others signs in with two steps here. Set it up first; then you can go on.',
		begin: 'Set it up',
		setUp: 'Connect your app',
		scan: 'Open an app for codes on your phone, such as Aegis, 2FAS, Google Authenticator or Microsoft Authenticator, and scan this code.',
		qr: 'QR code to scan with your app',
		orType: 'Or type this key in the app:',
		firstCode: 'Six digits, as the app shows them now.',
		turnOn: 'Turn on',
		codes: 'Your recovery codes',
		codesText:
			'It is on. Each of these codes lets you in once without your phone. Keep them on paper or in a password manager. You see them here only once.',
		kept: 'I have kept them',
		on: (day: string) => `On since ${day}.`,
		left: (n: number) =>
			`You have ${n} ${n === 1 ? 'recovery code' : 'recovery codes'} left that you have not used.`,
		newCodes: 'Make new recovery codes',
		turnOff: 'Turn off',
		ask: {
			title: 'The second step',
			lead: 'Your password is right. Now type the code from your app.',
			code: 'Code',
			hint: 'Six digits from your app, or a recovery code.',
			submit: 'Go on',
			wrong: 'This code is not right, or was used already. Wait for the next one and try again.',
			lost: 'Lost your phone? Use a recovery code, or ask an administrator to take your second step away.',
			other: 'Sign in as somebody else'
		},
		confirm: {
			title: 'Is it still you?',
			lead: 'For this step we ask once more who you are. Then you come back; if you were sending something, press the button again.',
			submit: 'Go on',
			wrong: 'This password is not right.'
		},
		reset: 'Take away the second step',
		resetOf: (name: string) => `Take away the second step of ${name}`,
		wasReset: (name: string) => `The second step of ${name} was taken away. They get a mail.`,
		account: 'Set up signing in with two steps'
	}
});
