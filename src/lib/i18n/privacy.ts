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
				what: 'Antwoorden, hoe zeker je daarvan was, voorspellingen, pogingen en notities',
				why: 'om je voortgang te berekenen, je feedback te tonen en vragen te laten terugkomen',
				who: 'alleen jij'
			},
			{
				what: 'Dat een antwoord volgens jou goed hoort te zijn, waarom, en wat daarop besloten is',
				why: 'om het na te kijken en je te antwoorden',
				who: 'jij en de beheerder, die dan ook dat antwoord en je naam ziet'
			},
			{
				what: 'Welke lessen en quizzen gedaan zijn, en wanneer',
				why: 'om jou en je cohort te laten zien hoe ver je bent',
				who: 'jij; je manager als je met een cohort meedoet'
			},
			{
				what: 'Je antwoorden op de vijf vragen van “Weet je het nog?”, 30 en 90 dagen na de cursus',
				why: 'om je te laten zien wat er is blijven hangen',
				who: 'alleen jij; van de vragen na 30 dagen ziet je manager één gemiddelde, van minstens vijf mensen samen'
			},
			{
				what: 'De stap waar je in een les was, en je laatste run van een simulatie',
				why: 'om je daar te laten verdergaan',
				who: 'alleen jij'
			},
			{
				what: 'Wat je in een tekst markeerde en erbij schreef',
				why: 'om het je terug te laten zien',
				who: 'alleen jij'
			},
			{
				what: 'Je strategiecanvas, met alle eerdere versies, en je eigen oordeel daarover',
				why: 'om het verder te schrijven, terug te zetten en mee te nemen',
				who: 'alleen jij; een oefening die je deelt, ziet ook je manager, zoals ze was op dat moment en tot je ermee stopt'
			},
			{
				what: 'Een oefening waarvoor je een tweede blik vraagt, en wat collega’s erover schrijven',
				why: 'om je met elkaar mee te laten lezen',
				who: 'jij en hoogstens twee collega’s uit je groep, zonder namen over en weer, tot je de vraag intrekt; je manager niet'
			},
			{
				what: 'Wat er van je als-danplannen gekomen is',
				why: 'om je er na dertig dagen naar te vragen en je antwoord terug te laten zien',
				who: 'alleen jij'
			},
			{
				what: 'Wat een manager bij een gedeelde oefening schrijft',
				why: 'om je te antwoorden',
				who: 'jij en de managers van die groep, zolang je deelt'
			},
			{
				what: 'Je certificaat: de code, de editie, wanneer je het haalde, of je naam erbij mag, en wat ervan overblijft als je account gewist wordt',
				why: 'om anderen te laten nakijken dat het echt is, en je badge te ondertekenen (met een afdruk van je e-mailadres)',
				who: 'jij; iedereen aan wie je de code geeft, met je naam alleen als je dat aanzet'
			},
			{
				what: 'Antwoorden die niet verstuurd konden worden, op je eigen apparaat',
				why: 'om ze te versturen zodra er verbinding is; daarna, of als je uitlogt, worden ze daar gewist',
				who: 'wie dit apparaat gebruikt; wij pas als ze verstuurd zijn'
			},
			{
				what: 'Of je een vraag per week in je mail wilt, in welke week je er een kreeg, en waar de links in die mail voor zijn: veertien dagen voor de vraag, een jaar om te stoppen',
				why: 'om je hoogstens één vraag per week te sturen en je antwoord zonder inloggen aan te nemen; het staat uit tot je het aanzet, en stoppen kan bij je account of met de link in de mail',
				who: 'alleen jij'
			},
			{ what: 'Een cookie met je sessie', why: 'om je ingelogd te houden', who: 'alleen jij' },
			{
				what: 'Zonder account: een cookie met wat je in de proefles antwoordde, een week lang',
				why: 'om het mee te nemen als je je aanmeldt',
				who: 'alleen jij; wij bewaren het pas als je je aanmeldt'
			}
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
				what: 'Answers, how sure you were of them, predictions, attempts and notes',
				why: 'to work out your progress, show you feedback and let questions come back',
				who: 'only you'
			},
			{
				what: 'That an answer of yours should count, why, and what was decided about it',
				why: 'to look at it again and answer you',
				who: 'you and the administrator, who then also sees that answer and your name'
			},
			{
				what: 'Which lessons and quizzes are done, and when',
				why: 'to show you and your cohort how far you are',
				who: 'you; your manager if you are in a cohort'
			},
			{
				what: 'Your answers to the five questions of “Do you still know?”, 30 and 90 days after the course',
				why: 'to show you what has stayed',
				who: 'only you; of the questions after 30 days your manager sees one average, of at least five people together'
			},
			{
				what: 'The step you were at in a lesson, and your last run of a simulation',
				why: 'to let you go on there',
				who: 'only you'
			},
			{
				what: 'What you marked in a text and wrote beside it',
				why: 'to show it to you again',
				who: 'only you'
			},
			{
				what: 'Your strategy canvas, with all earlier versions, and your own judgement of it',
				why: 'to go on writing, restore it and take it along',
				who: 'only you; an exercise that you share is also seen by your manager, as it was at that moment and until you stop'
			},
			{
				what: 'An exercise for which you ask a second look, and what colleagues write about it',
				why: 'to let you read along with each other',
				who: 'you and at most two colleagues of your group, without names either way, until you withdraw the request; not your manager'
			},
			{
				what: 'What became of your if-then plans',
				why: 'to ask you after thirty days and show you your answer again',
				who: 'only you'
			},
			{
				what: 'What a manager writes with a shared exercise',
				why: 'to answer you',
				who: 'you and the managers of that group, as long as you share'
			},
			{
				what: 'Your certificate: its code, the edition, when you earned it, whether your name may be shown, and what is left of it if your account is erased',
				why: 'to let others check that it is real, and to sign your badge (with a fingerprint of your mail address)',
				who: 'you; anybody you give the code to, with your name only if you turn that on'
			},
			{
				what: 'Answers that could not be sent, on your own device',
				why: 'to send them as soon as there is a connection; after that, or when you sign out, they are erased there',
				who: 'whoever uses this device; we only once they are sent'
			},
			{
				what: 'Whether you want a question a week by email, in which week you got one, and what the links in that email are for: fourteen days for the question, a year for stopping',
				why: 'to send you one question a week at most and to take your answer without signing in; it is off until you turn it on, and you can stop in your account or with the link in the email',
				who: 'only you'
			},
			{ what: 'A cookie with your session', why: 'to keep you signed in', who: 'only you' },
			{
				what: 'Without an account: a cookie with what you answered in the trial lesson, for a week',
				why: 'to take it along when you sign up',
				who: 'only you; we keep it once you sign up'
			}
		],
		columns: { what: 'What', why: 'Why', who: 'Who sees it' },
		no: 'There are no tracking cookies, no third-party statistics and no requests to other servers. The course does not measure how long you look and takes no decisions about you.',
		view: 'See exactly what your manager sees'
	}
});
