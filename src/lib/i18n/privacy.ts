import { inBoth } from './words.ts';

export const privacy = inBoth({
	nl: {
		title: 'Privacy',
		lead: 'Wat deze cursus van je bewaart, waarom, en wie het ziet.',
		rows: [
			{
				what: 'Naam en e-mailadres',
				why: 'om je account te herkennen en je mail te sturen',
				who: 'jij en de beheerder; je manager ziet je naam'
			},
			{
				what: 'Wachtwoord',
				why: 'om je binnen te laten',
				who: 'niemand: alleen een afdruk ervan wordt bewaard'
			},
			{
				what: 'Antwoorden, voorspellingen, pogingen en notities',
				why: 'om je voortgang te berekenen en je feedback te tonen',
				who: 'alleen jij'
			},
			{
				what: 'Welke lessen en quizzen gedaan zijn, en wanneer',
				why: 'om jou en je cohort te laten zien hoe ver je bent',
				who: 'jij; je manager als je met een cohort meedoet'
			},
			{
				what: 'De stap waar je in een les was',
				why: 'om je daar te laten verdergaan',
				who: 'alleen jij'
			},
			{ what: 'Een cookie met je sessie', why: 'om je ingelogd te houden', who: 'alleen jij' }
		],
		columns: { what: 'Wat', why: 'Waarom', who: 'Wie het ziet' },
		no: 'Er zijn geen volgcookies, geen statistiek van derden en geen verzoeken naar andere servers. De cursus meet niet hoe lang je kijkt en neemt geen besluiten over je.',
		view: 'Bekijk precies wat je manager ziet'
	},
	en: {
		title: 'Privacy',
		lead: 'What this course keeps of you, why, and who sees it.',
		rows: [
			{
				what: 'Name and email address',
				why: 'to recognise your account and send you mail',
				who: 'you and the administrator; your manager sees your name'
			},
			{ what: 'Password', why: 'to let you in', who: 'nobody: only a fingerprint of it is kept' },
			{
				what: 'Answers, predictions, attempts and notes',
				why: 'to work out your progress and show you feedback',
				who: 'only you'
			},
			{
				what: 'Which lessons and quizzes are done, and when',
				why: 'to show you and your cohort how far you are',
				who: 'you; your manager if you are in a cohort'
			},
			{ what: 'The step you were at in a lesson', why: 'to let you go on there', who: 'only you' },
			{ what: 'A cookie with your session', why: 'to keep you signed in', who: 'only you' }
		],
		columns: { what: 'What', why: 'Why', who: 'Who sees it' },
		no: 'There are no tracking cookies, no third-party statistics and no requests to other servers. The course does not measure how long you look and takes no decisions about you.',
		view: 'See exactly what your manager sees'
	}
});
