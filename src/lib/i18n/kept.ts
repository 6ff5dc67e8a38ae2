import { inBoth } from './words.ts';

/** Answers that wait on the device until there is a connection. */
export const kept = inBoth({
	nl: {
		waiting: (n: number) =>
			n === 1 ? '1 antwoord wacht op dit apparaat.' : `${n} antwoorden wachten op dit apparaat.`,
		send: 'Verstuur nu',
		unreachable: 'Dat lukt nog niet: er is geen verbinding.',
		signedOut: (n: number) =>
			`Je bent niet meer ingelogd. Log in, dan ${n === 1 ? 'wordt het' : 'worden ze'} verstuurd.`,
		signIn: 'Inloggen in een nieuw tabblad',
		refused: (why: string) => `Eén antwoord is niet overgenomen: ${why}`,
		why: {
			invalid: 'het was niet volledig.',
			conflict: 'deze vraag was al beantwoord, en dat antwoord telt.',
			gone: 'deze vraag is er niet meer.',
			other: 'de server weigerde het.'
		},
		question: 'Naar de vraag',
		understood: 'Begrepen',
		leave: {
			text: (n: number) =>
				n === 1
					? 'Er staat nog 1 antwoord op dit apparaat dat niet verstuurd is. Log je nu uit, dan wordt het gewist.'
					: `Er staan nog ${n} antwoorden op dit apparaat die niet verstuurd zijn. Log je nu uit, dan worden ze gewist.`,
			send: 'Eerst versturen',
			anyway: 'Toch uitloggen',
			stay: 'Annuleer'
		}
	},
	en: {
		waiting: (n: number) =>
			n === 1 ? '1 answer is waiting on this device.' : `${n} answers are waiting on this device.`,
		send: 'Send now',
		unreachable: 'That does not work yet: there is no connection.',
		signedOut: (n: number) =>
			`You are no longer signed in. Sign in, and ${n === 1 ? 'it' : 'they'} will be sent.`,
		signIn: 'Sign in in a new tab',
		refused: (why: string) => `One answer was not taken over: ${why}`,
		why: {
			invalid: 'it was not complete.',
			conflict: 'this question had been answered already, and that answer counts.',
			gone: 'this question is no longer there.',
			other: 'the server refused it.'
		},
		question: 'To the question',
		understood: 'Understood',
		leave: {
			text: (n: number) =>
				n === 1
					? 'There is still 1 answer on this device that has not been sent. If you sign out now, it will be erased.'
					: `There are still ${n} answers on this device that have not been sent. If you sign out now, they will be erased.`,
			send: 'Send first',
			anyway: 'Sign out anyway',
			stay: 'Cancel'
		}
	}
});
