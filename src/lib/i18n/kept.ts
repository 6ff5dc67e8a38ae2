import { inBoth } from './words.ts';

/** Answers that wait on the device until there is a connection. */
export const kept = inBoth({
	nl: {
		waiting: (n: number) =>
			n === 1 ? '1 antwoord wacht op dit apparaat.' : `${n} antwoorden wachten op dit apparaat.`,
		send: 'Verstuur nu',
		sending: 'Bezig met versturen …',
		unreachable: 'Er is nog geen verbinding. We proberen het vanzelf opnieuw.',
		signedOut: (n: number) =>
			`Je bent niet meer ingelogd. Log in, dan ${n === 1 ? 'wordt het' : 'worden ze'} verstuurd.`,
		signIn: 'Inloggen in een nieuw tabblad',
		refused: 'Eén antwoord is niet overgenomen:',
		why: {
			invalid: 'het was niet volledig.',
			conflict: 'deze vraag was al beantwoord, en dat antwoord telt.',
			gone: 'deze vraag is er niet meer.',
			other: 'de server weigerde het.'
		},
		question: 'Naar de vraag',
		understood: 'Begrepen',
		leave: {
			title: 'Nog niet alles is verstuurd',
			text: (n: number) =>
				n === 1
					? 'Er staat nog 1 antwoord op dit apparaat dat niet verstuurd is. Log je nu uit, dan wordt het gewist.'
					: `Er staan nog ${n} antwoorden op dit apparaat die niet verstuurd zijn. Log je nu uit, dan worden ze gewist.`,
			send: 'Eerst versturen',
			anyway: 'Toch uitloggen',
			stay: 'Annuleer',
			notSent: 'Versturen lukt nog niet: er is geen verbinding.',
			failed: 'Uitloggen lukt nu niet: er is geen verbinding. Er is niets gewist.'
		}
	},
	en: {
		waiting: (n: number) =>
			n === 1 ? '1 answer is waiting on this device.' : `${n} answers are waiting on this device.`,
		send: 'Send now',
		sending: 'Sending …',
		unreachable: 'There is no connection yet. We will try again by ourselves.',
		signedOut: (n: number) =>
			`You are no longer signed in. Sign in, and ${n === 1 ? 'it' : 'they'} will be sent.`,
		signIn: 'Sign in in a new tab',
		refused: 'One answer was not taken over:',
		why: {
			invalid: 'it was not complete.',
			conflict: 'this question had been answered already, and that answer counts.',
			gone: 'this question is no longer there.',
			other: 'the server refused it.'
		},
		question: 'To the question',
		understood: 'Understood',
		leave: {
			title: 'Not everything has been sent',
			text: (n: number) =>
				n === 1
					? 'There is still 1 answer on this device that has not been sent. If you sign out now, it will be erased.'
					: `There are still ${n} answers on this device that have not been sent. If you sign out now, they will be erased.`,
			send: 'Send first',
			anyway: 'Sign out anyway',
			stay: 'Cancel',
			notSent: 'Sending does not work yet: there is no connection.',
			failed: 'Signing out does not work now: there is no connection. Nothing was erased.'
		}
	}
});
