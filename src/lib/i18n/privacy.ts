import type { Language } from '#lib/course/language.ts';
import { inBoth } from './words.ts';

export const privacy = inBoth({
	nl: {
		title: 'Privacy',
		lead: 'Wat deze cursus van je bewaart, waarom, en wie het ziet.',
		rows: {
			identity: {
				what: 'Naam en e-mailadres',
				why: 'om je account te herkennen en je mail te sturen',
				who: 'jij en de beheerder; je manager ziet je naam',
				keeps: 'tot je je account wist'
			},
			password: {
				what: 'Wachtwoord',
				why: 'om je binnen te laten',
				who: 'niemand: alleen een afdruk ervan wordt bewaard',
				keeps: 'tot je het verandert of je account wist'
			},
			answers: {
				what: 'Antwoorden, hoe zeker je daarvan was, voorspellingen, pogingen en notities',
				why: 'om je voortgang te berekenen, je feedback te tonen, vragen te laten terugkomen en slechte vragen te vinden',
				who: 'alleen jij; de beheerder ziet per vraag cijfers over minstens twintig mensen samen',
				keeps: 'tot je je account wist'
			},
			appeals: {
				what: 'Dat een antwoord volgens jou goed hoort te zijn, waarom, en wat daarop besloten is',
				why: 'om het na te kijken en je te antwoorden',
				who: 'jij en de beheerder, die dan ook dat antwoord en je naam ziet',
				keeps: 'tot je je account wist'
			},
			progress: {
				what: 'Welke lessen en quizzen gedaan zijn, en wanneer',
				why: 'om jou en je cohort te laten zien hoe ver je bent',
				who: 'jij; je manager als je met een cohort meedoet',
				keeps: 'tot je je account wist'
			},
			retention: {
				what: 'Je antwoorden op de vijf vragen van “Weet je het nog?”, 30 en 90 dagen na de cursus',
				why: 'om je te laten zien wat er is blijven hangen',
				who: 'alleen jij; van de vragen na 30 dagen ziet je manager één gemiddelde, van minstens vijf mensen samen',
				keeps: 'tot je je account wist'
			},
			place: {
				what: 'De stap waar je in een les was, en je laatste run van een simulatie',
				why: 'om je daar te laten verdergaan',
				who: 'alleen jij',
				keeps: 'tot je verder leest, of je account wist'
			},
			marks: {
				what: 'Wat je in een tekst markeerde en erbij schreef',
				why: 'om het je terug te laten zien',
				who: 'alleen jij',
				keeps: 'tot je ze weghaalt of je account wist'
			},
			canvas: {
				what: 'Je strategiecanvas, met alle eerdere versies, en je eigen oordeel daarover',
				why: 'om het verder te schrijven, terug te zetten en mee te nemen',
				who: 'alleen jij; een oefening die je deelt, ziet ook je manager, zoals ze was op dat moment en tot je ermee stopt',
				keeps: 'tot je je account wist'
			},
			secondLook: {
				what: 'Een oefening waarvoor je een tweede blik vraagt, en wat collega’s erover schrijven',
				why: 'om je met elkaar mee te laten lezen',
				who: 'jij en hoogstens twee collega’s uit je groep, zonder namen over en weer, tot je de vraag intrekt; je manager niet',
				keeps:
					'tot je je account wist; wat je over iemand anders schreef, blijft zonder jou bij die persoon'
			},
			plans: {
				what: 'Wat er van je als-danplannen gekomen is',
				why: 'om je er na dertig dagen naar te vragen en je antwoord terug te laten zien',
				who: 'alleen jij',
				keeps: 'tot je je account wist'
			},
			comments: {
				what: 'Wat een manager bij een gedeelde oefening schrijft',
				why: 'om je te antwoorden',
				who: 'jij en de managers van die groep, zolang je deelt',
				keeps: 'zolang de oefening gedeeld is; tot een van beide accounts gewist wordt'
			},
			certificate: {
				what: 'Je certificaat: de code, de editie, wanneer je het haalde, of je naam erbij mag, en wat ervan overblijft als je account gewist wordt',
				why: 'om anderen te laten nakijken dat het echt is, en je badge te ondertekenen (met een afdruk van je e-mailadres)',
				who: 'jij; iedereen aan wie je de code geeft, met je naam alleen als je dat aanzet',
				keeps: 'zolang je wilt: als je account gewist wordt, vervalt het of blijft het zonder naam'
			},
			device: {
				what: 'Antwoorden die niet verstuurd konden worden, op je eigen apparaat',
				why: 'om ze te versturen zodra er verbinding is; daarna, of als je uitlogt, worden ze daar gewist',
				who: 'wie dit apparaat gebruikt; wij pas als ze verstuurd zijn',
				keeps: 'tot ze verstuurd zijn, of je uitlogt'
			},
			weekly: {
				what: 'Of je een vraag per week in je mail wilt, in welke week je er een kreeg, en waar de links in die mail voor zijn: veertien dagen voor de vraag, een jaar om te stoppen',
				why: 'om je hoogstens één vraag per week te sturen en je antwoord zonder inloggen aan te nemen; het staat uit tot je het aanzet, en stoppen kan bij je account of met de link in de mail',
				who: 'alleen jij',
				keeps: 'tot je het uitzet of je account wist'
			},
			secondStep: {
				what: 'De tweede stap bij het inloggen: het geheim achter de codes van je app, en afdrukken van je herstelcodes',
				why: 'om zeker te weten dat jij het bent',
				who: 'niemand: het geheim is versleuteld',
				keeps: 'tot je de tweede stap uitzet of je account wist'
			},
			elsewhere: {
				what: 'Hoe het inlogsysteem van je organisatie je noemt; en onderweg daarheen, tien minuten lang, een cookie',
				why: 'om je te herkennen als je daarmee inlogt',
				who: 'niemand',
				keeps: 'tot je het ontkoppelt of je account wist'
			},
			invitations: {
				what: 'Een uitnodiging voor een groep: adres, naam en taal',
				why: 'om je de uitnodiging te sturen, in je eigen taal',
				who: 'de managers van die groep',
				keeps: 'tot je je account wist; van wie niet meedoet tot dertig dagen nadat ze verloopt'
			},
			insights: {
				what: 'Of je eerste antwoorden meetellen in wat een groep samen laat zien',
				why: 'om je één keer te tellen, en alleen samen met anderen',
				who: 'niemand; je manager ziet alleen aantallen in stappen van vijf mensen',
				keeps: 'tot je je account wist; wat is opgeteld, blijft opgeteld'
			},
			overrides: {
				what: 'Een extra poging of een vrijstelling, met de reden',
				why: 'om je verder te laten gaan als dat redelijk is',
				who: 'jij en wie je die gaf',
				keeps: 'tot je je account wist'
			},
			session: {
				what: 'Een cookie met je sessie, en wanneer je het laatst inlogde',
				why: 'om je ingelogd te houden, en een account dat niemand meer gebruikt op te ruimen',
				who: 'alleen jij',
				keeps: 'de cookie hoogstens 30 dagen; de datum tot je je account wist'
			},
			trial: {
				what: 'Zonder account: een cookie met wat je in de proefles antwoordde, een week lang',
				why: 'om het mee te nemen als je je aanmeldt',
				who: 'alleen jij; wij bewaren het pas als je je aanmeldt',
				keeps: 'een week'
			},
			reminders: {
				what: 'Welke herinneringen en weekvragen je per mail kreeg, en of je manager je er een mag sturen',
				why: 'om je niet vaker te mailen dan afgesproken',
				who: 'jij; je manager ziet of en wanneer de laatste herinnering ging',
				keeps: 'tot je je account wist'
			},
			audit: {
				what: 'Wat er door jou of over jou besloten is: een rol, extra tijd, een herinnering, weggaan uit een groep, gegevens meenemen of wissen',
				why: 'om achteraf te kunnen nagaan wie wat deed',
				who: 'jij en de beheerder; je naam staat er niet in, alleen een schuilnaam',
				keeps: 'blijft, ook als je account gewist is: dan weet niemand meer dat jij het was'
			},
			cohort: {
				what: 'Met welke groep je meedoet, sinds wanneer en met welke link; welke groepen je leidt',
				why: 'om je groep en je manager te laten zien hoe ver jullie zijn',
				who: 'jij en de managers van die groep',
				keeps: 'tot je je account wist'
			},
			mail: {
				what: 'Welke mails we je stuurden: adres, onderwerp, tekst en wanneer',
				why: 'om een mail die niet aankwam nog eens te sturen',
				who: 'de beheerder van de server',
				keeps: 'dertig dagen nadat een mail verstuurd is'
			},
			links: {
				what: 'Waar een link in een mail voor is: je adres en naam bij het aanmelden, of je account bij een nieuw wachtwoord',
				why: 'om je zonder wachtwoord te laten bevestigen dat het adres van jou is',
				who: 'niemand',
				keeps: 'tot je hem gebruikt; anders hoogstens zeven dagen'
			},
			tries: {
				what: 'Hoe vaak er is geprobeerd in te loggen of te mailen, onder een afdruk van het adres of de computer',
				why: 'om raden en misbruik tegen te gaan',
				who: 'niemand',
				keeps: 'hoogstens een dag'
			}
		},
		columns: { what: 'Wat', why: 'Waarom', who: 'Wie het ziet', keeps: 'Hoe lang' },
		mine: 'Bekijk, bewaar of wis je eigen gegevens',
		unused: (time: string) =>
			`of het ${time} niet gebruikt hebt; een maand vooraf krijg je daar een mail over`,
		time: (n: number) => (n % 12 === 0 ? `${n / 12} jaar` : `${n} maanden`),
		no: 'Er zijn geen volgcookies, geen statistiek van derden en geen verzoeken naar andere servers, behalve naar het inlogsysteem van je organisatie als je daarmee inlogt. De cursus meet niet hoe lang je kijkt en neemt geen besluiten over je.',
		view: 'Bekijk precies wat je manager ziet'
	},
	en: {
		title: 'Privacy',
		lead: 'What this course keeps of you, why, and who sees it.',
		rows: {
			identity: {
				what: 'Name and email address',
				why: 'to recognise your account and send you mail',
				who: 'you and the administrator; your manager sees your name',
				keeps: 'until you erase your account'
			},
			password: {
				what: 'Password',
				why: 'to let you in',
				who: 'nobody: only a fingerprint of it is kept',
				keeps: 'until you change it or erase your account'
			},
			answers: {
				what: 'Answers, how sure you were of them, predictions, attempts and notes',
				why: 'to work out your progress, show you feedback, let questions come back and find bad questions',
				who: 'only you; the administrator sees figures per question about at least twenty people together',
				keeps: 'until you erase your account'
			},
			appeals: {
				what: 'That an answer of yours should count, why, and what was decided about it',
				why: 'to look at it again and answer you',
				who: 'you and the administrator, who then also sees that answer and your name',
				keeps: 'until you erase your account'
			},
			progress: {
				what: 'Which lessons and quizzes are done, and when',
				why: 'to show you and your cohort how far you are',
				who: 'you; your manager if you are in a cohort',
				keeps: 'until you erase your account'
			},
			retention: {
				what: 'Your answers to the five questions of “Do you still know?”, 30 and 90 days after the course',
				why: 'to show you what has stayed',
				who: 'only you; of the questions after 30 days your manager sees one average, of at least five people together',
				keeps: 'until you erase your account'
			},
			place: {
				what: 'The step you were at in a lesson, and your last run of a simulation',
				why: 'to let you go on there',
				who: 'only you',
				keeps: 'until you read on, or erase your account'
			},
			marks: {
				what: 'What you marked in a text and wrote beside it',
				why: 'to show it to you again',
				who: 'only you',
				keeps: 'until you remove them or erase your account'
			},
			canvas: {
				what: 'Your strategy canvas, with all earlier versions, and your own judgement of it',
				why: 'to go on writing, restore it and take it along',
				who: 'only you; an exercise that you share is also seen by your manager, as it was at that moment and until you stop',
				keeps: 'until you erase your account'
			},
			secondLook: {
				what: 'An exercise for which you ask a second look, and what colleagues write about it',
				why: 'to let you read along with each other',
				who: 'you and at most two colleagues of your group, without names either way, until you withdraw the request; not your manager',
				keeps:
					'until you erase your account; what you wrote about somebody else stays with them, without you'
			},
			plans: {
				what: 'What became of your if-then plans',
				why: 'to ask you after thirty days and show you your answer again',
				who: 'only you',
				keeps: 'until you erase your account'
			},
			comments: {
				what: 'What a manager writes with a shared exercise',
				why: 'to answer you',
				who: 'you and the managers of that group, as long as you share',
				keeps: 'as long as the exercise is shared; until one of the two accounts is erased'
			},
			certificate: {
				what: 'Your certificate: its code, the edition, when you earned it, whether your name may be shown, and what is left of it if your account is erased',
				why: 'to let others check that it is real, and to sign your badge (with a fingerprint of your mail address)',
				who: 'you; anybody you give the code to, with your name only if you turn that on',
				keeps: 'as long as you want: when your account is erased it lapses or stays without a name'
			},
			device: {
				what: 'Answers that could not be sent, on your own device',
				why: 'to send them as soon as there is a connection; after that, or when you sign out, they are erased there',
				who: 'whoever uses this device; we only once they are sent',
				keeps: 'until they are sent, or you sign out'
			},
			weekly: {
				what: 'Whether you want a question a week by email, in which week you got one, and what the links in that email are for: fourteen days for the question, a year for stopping',
				why: 'to send you one question a week at most and to take your answer without signing in; it is off until you turn it on, and you can stop in your account or with the link in the email',
				who: 'only you',
				keeps: 'until you turn it off or erase your account'
			},
			secondStep: {
				what: 'The second step of signing in: the secret behind the codes of your app, and fingerprints of your recovery codes',
				why: 'to be certain that it is you',
				who: 'nobody: the secret is encrypted',
				keeps: 'until you turn the second step off or erase your account'
			},
			elsewhere: {
				what: 'What your organisation’s sign-in calls you; and on the way there, for ten minutes, a cookie',
				why: 'to recognise you when you sign in with it',
				who: 'nobody',
				keeps: 'until you unlink it or erase your account'
			},
			invitations: {
				what: 'An invitation to a group: address, name and language',
				why: 'to send you the invitation, in your own language',
				who: 'the managers of that group',
				keeps:
					'until you erase your account; of those who do not join until thirty days after it expires'
			},
			insights: {
				what: 'Whether your first answers count in what a group shows together',
				why: 'to count you once, and only together with others',
				who: 'nobody; your manager only sees numbers in steps of five people',
				keeps: 'until you erase your account; what was added up stays added up'
			},
			overrides: {
				what: 'One more try or an exemption, with the reason',
				why: 'to let you go on where that is reasonable',
				who: 'you and whoever gave it',
				keeps: 'until you erase your account'
			},
			session: {
				what: 'A cookie with your session, and when you last signed in',
				why: 'to keep you signed in, and to clear away an account that nobody uses any more',
				who: 'only you',
				keeps: 'the cookie 30 days at most; the date until you erase your account'
			},
			trial: {
				what: 'Without an account: a cookie with what you answered in the trial lesson, for a week',
				why: 'to take it along when you sign up',
				who: 'only you; we keep it once you sign up',
				keeps: 'a week'
			},
			reminders: {
				what: 'Which reminders and weekly questions you were mailed, and whether your manager may send you one',
				why: 'not to mail you more often than agreed',
				who: 'you; your manager sees whether and when the last reminder went',
				keeps: 'until you erase your account'
			},
			audit: {
				what: 'What was decided by you or about you: a role, extra time, a reminder, leaving a group, taking data along or erasing',
				why: 'to be able to see afterwards who did what',
				who: 'you and the administrator; your name is not in it, only a pseudonym',
				keeps: 'stays, also when your account is erased: then nobody knows any more that it was you'
			},
			cohort: {
				what: 'Which group you take part in, since when and by which link; which groups you lead',
				why: 'to show your group and your manager how far you all are',
				who: 'you and the managers of that group',
				keeps: 'until you erase your account'
			},
			mail: {
				what: 'Which mails we sent you: address, subject, text and when',
				why: 'to send a mail that did not arrive again',
				who: 'whoever runs the server',
				keeps: 'thirty days after a mail was sent'
			},
			links: {
				what: 'What a link in a mail is for: your address and name when you sign up, or your account for a new password',
				why: 'to let you confirm without a password that the address is yours',
				who: 'nobody',
				keeps: 'until you use it; otherwise seven days at most'
			},
			tries: {
				what: 'How often signing in or mailing was tried, under a fingerprint of the address or computer',
				why: 'to stop guessing and misuse',
				who: 'nobody',
				keeps: 'a day at most'
			}
		},
		columns: { what: 'What', why: 'Why', who: 'Who sees it', keeps: 'How long' },
		mine: 'See, keep or erase your own data',
		unused: (time: string) =>
			`or have not used it for ${time}; you get an email about that a month before`,
		time: (n: number) => (n === 12 ? 'a year' : n % 12 === 0 ? `${n / 12} years` : `${n} months`),
		no: 'There are no tracking cookies, no third-party statistics and no requests to other servers, except to your organisation’s sign-in when you sign in with it. The course does not measure how long you look and takes no decisions about you.',
		view: 'See exactly what your manager sees'
	}
});

/** A line of what is kept of people, as they read it. */
export type PrivacyRow = keyof (typeof privacy)['nl']['rows'];

/**
 * How long a line is kept.
 *
 * @param months after how many months an account that nobody uses is erased
 */
export function keepsOf(language: Language, line: PrivacyRow, months: number): string {
	const words = privacy[language];
	const { keeps } = words.rows[line];
	return line === 'identity' ? `${keeps}, ${words.unused(words.time(months))}` : keeps;
}
