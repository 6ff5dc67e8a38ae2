import { inBoth } from './words.ts';

export const site = inBoth({
	nl: {
		name: 'Bij het begin',
		skip: 'Naar de inhoud',
		menu: 'Hoofdmenu',
		course: 'Cursus',
		glossary: 'Begrippen',
		search: 'Zoeken',
		review: 'Herhalen',
		canvas: 'Canvas',
		sources: 'Bronnen',
		cohorts: 'Cohorten',
		people: 'Mensen',
		managerView: 'Wat ziet mijn manager?',
		account: 'Mijn account',
		privacy: 'Privacy',
		signIn: 'Inloggen',
		signUp: 'Aanmelden',
		signOut: 'Uitloggen',
		other: 'English',
		otherLabel: 'This page in English',
		errors: {
			'not-found': {
				title: 'Hier is niets',
				text: 'Deze pagina bestaat niet, of is niet voor jou. Misschien is het adres niet goed overgenomen.'
			},
			unavailable: {
				title: 'Even niet bereikbaar',
				text: 'De cursus kan nu niet bij de gegevens. Wat je net verstuurde, is mogelijk nog niet opgeslagen. Probeer het over een paar seconden opnieuw.'
			},
			'signed-out': {
				title: 'Log eerst in',
				text: 'Je bent niet meer ingelogd. Er is niets opgeslagen; log in en probeer het opnieuw.'
			},
			unexpected: {
				title: 'Er ging iets mis',
				text: 'Dat ligt aan ons en het is vastgelegd. Ga terug en probeer het opnieuw.'
			}
		},
		reference: (id: string) => `Kenmerk voor de beheerder: ${id}`,
		home: 'Naar de voorpagina',
		toCourse: 'Naar de cursus'
	},
	en: {
		name: 'Bij het begin',
		skip: 'Skip to content',
		menu: 'Main menu',
		course: 'Course',
		glossary: 'Glossary',
		search: 'Search',
		review: 'Review',
		canvas: 'Canvas',
		sources: 'Sources',
		cohorts: 'Cohorts',
		people: 'People',
		managerView: 'What does my manager see?',
		account: 'My account',
		privacy: 'Privacy',
		signIn: 'Sign in',
		signUp: 'Sign up',
		signOut: 'Sign out',
		other: 'Nederlands',
		otherLabel: 'Deze pagina in het Nederlands',
		errors: {
			'not-found': {
				title: 'Nothing here',
				text: 'This page does not exist, or is not for you. Perhaps the address was not copied in full.'
			},
			unavailable: {
				title: 'Out of reach for a moment',
				text: 'The course cannot reach its data. What you just sent may not have been saved yet. Try again in a few seconds.'
			},
			'signed-out': {
				title: 'Sign in first',
				text: 'You are no longer signed in. Nothing was saved; sign in and try again.'
			},
			unexpected: {
				title: 'Something went wrong',
				text: 'That is our fault, and it has been recorded. Go back and try again.'
			}
		},
		reference: (id: string) => `Reference for the administrator: ${id}`,
		home: 'To the front page',
		toCourse: 'To the course'
	}
});
