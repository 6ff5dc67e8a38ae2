import { inBoth } from './words.ts';

/** For whoever tries the open lesson without an account, or is sent a lesson's address. */
export const trial = inBoth({
	nl: {
		about:
			'Je probeert deze les zonder account. Wat je antwoordt blijft in deze browser, hoogstens een week, tot je je aanmeldt; dan gaat het mee.',
		signUp: 'Aanmelden',
		saved: 'Bewaard in deze browser.',
		kept: 'Bewaard in deze browser. Je voorspelling staat vast; je kunt haar later vergelijken met wat er gebeurde.',
		noteSaved: (time: string) => `Bewaard in deze browser om ${time}.`,
		done: 'Je hebt alles in deze les beantwoord.',
		goOn: 'Meld je aan en ga verder',
		outline: 'Bekijk het hele programma',
		shared: (id: string, minutes: number) => `Les ${id.toUpperCase()} · ${minutes} minuten`,
		getIn:
			'Deze les hoort bij een cursus. Log in om haar te lezen. Heb je nog geen account, meld je dan aan of vraag je manager om een uitnodiging.',
		tryIt: 'Probeer de eerste les zonder account'
	},
	en: {
		about:
			'You are trying this lesson without an account. What you answer stays in this browser, for a week at most, until you sign up; then it comes along.',
		signUp: 'Sign up',
		saved: 'Kept in this browser.',
		kept: 'Kept in this browser. Your prediction stands; later you can compare it with what happened.',
		noteSaved: (time: string) => `Kept in this browser at ${time}.`,
		done: 'You have answered everything in this lesson.',
		goOn: 'Sign up and go on',
		outline: 'See the whole programme',
		shared: (id: string, minutes: number) => `Lesson ${id.toUpperCase()} · ${minutes} minutes`,
		getIn:
			'This lesson is part of a course. Sign in to read it. If you have no account yet, sign up or ask your manager for an invitation.',
		tryIt: 'Try the first lesson without an account'
	}
});
