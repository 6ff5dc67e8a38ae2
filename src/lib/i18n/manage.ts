import type { Language } from '#lib/course/language.ts';
import { date } from './format.ts';
import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const manage = inBoth({
	nl: {
		cohorts: 'Cohorten',
		none: 'Je hebt nog geen cohort. Maak er een, deel de link, en hier verschijnt wie er meedoet en hoe ver ze zijn.',
		make: 'Maak een cohort',
		members: (n: number) => plural(n, 'deelnemer', 'deelnemers'),
		period: (from: string, to: string) => `${from} – ${to}`,
		ownPace: (from: string, n: number) =>
			`vanaf ${from}, ieder in een eigen tempo: ${plural(n, 'les', 'lessen')} per week`,
		form: {
			title: 'Nieuw cohort',
			lead: 'Een cohort is een groep die de cursus in dezelfde periode volgt.',
			name: 'Naam',
			nameHint: 'Deelnemers zien deze naam.',
			startsOn: 'Eerste dag',
			endsOn: 'Laatste dag',
			endsHint: 'Het plan loopt gelijkmatig van de eerste tot de laatste dag.',
			lessonsPerWeek: 'Lessen per week (mag leeg blijven)',
			lessonsHint: (lessons: number, weeks: number) =>
				`Vul je iets in, dan heeft ieder een eigen plan, vanaf het meedoen. De cursus heeft ${lessons} lessen: met 2 per week is iemand na ${weeks} weken klaar.`,
			sees: 'Wat je van deelnemers ziet',
			seesText:
				'Naam, hoeveel lessen en quizzen gedaan zijn, of iemand op schema ligt, en wanneer alles af was. Vanaf vijf mensen samen ook: hoe ver de groep is, per deel en week voor week, en wat er na 30 dagen blijft hangen. Vanaf vijftien mensen samen: hoe goed de groep de leerdoelen beheerst, en welke misvattingen het vaakst gekozen zijn. Geen antwoorden, geen aantallen pogingen, geen tijd, geen notities. Deelnemers zien deze regel ook, voordat ze meedoen en daarna.',
			seesLater:
				'Minder kan later altijd. Meer kan later alleen als iedere deelnemer daarmee instemt.',
			submit: 'Maak cohort'
		},
		problems: {
			name: 'Geef het cohort een naam van hoogstens 80 tekens.',
			startsOn: 'Vul een datum in, zoals 2026-12-01.',
			endsOn: 'Vul een datum in die na de eerste dag ligt.',
			lessonsPerWeek: 'Vul een aantal in van 1 tot en met 10.',
			maxUses: 'Vul een aantal in van 1 tot en met 5000.',
			days: 'Vul een aantal dagen in van 1 tot en met 365.'
		},
		paces: {
			'not-started': 'niet begonnen',
			behind: 'achter',
			'on-pace': 'op schema',
			finished: 'klaar'
		},
		bar: {
			title: 'Waar het cohort staat',
			sentence: (counts: string) => `Van dit cohort: ${counts}.`
		},
		barRule:
			'Op schema: minstens zo veel onderdelen gedaan als het plan op dit moment vraagt. Het plan loopt gelijkmatig van de eerste dag (of van het meedoen, als dat later was) tot de laatste, of in het tempo dat voor iedereen vanaf het meedoen geldt.',
		people: 'Mensen',
		nobody:
			'Er doet nog niemand mee. Deel een link: wie hem opent, ziet eerst wat jij te zien krijgt en kiest dan zelf.',
		columns: {
			name: 'Naam',
			lessons: 'Lessen',
			quizzes: 'Quizzen gehaald',
			pace: 'Tempo',
			finished: 'Klaar op'
		},
		definitions: {
			lessons:
				'Lessen waarvan alle voorspellingen en controlevragen zijn beantwoord, van het aantal in de editie van deze persoon.',
			quizzes: 'Quizzen waarvoor deze persoon is geslaagd, van het aantal in de editie.',
			pace: 'Vergeleken met het plan van dit cohort, op dit moment.',
			finished: 'De dag waarop het laatste onderdeel gedaan was.'
		},
		of: (done: number, required: number) => `${done} van ${required}`,
		csv: 'Download als CSV',
		xlsx: 'Download voor Excel',
		asOf: (when: string) => `Stand van ${when}.`,
		links: {
			title: 'Uitnodigen',
			lead: 'Wie de link opent, ziet eerst precies wat jij van hem of haar te zien krijgt.',
			make: 'Maak een link',
			maxUses: 'Voor hoeveel mensen?',
			days: 'Hoeveel dagen geldig?',
			none: 'Nog geen link.',
			address: 'Link',
			copy: 'Kopieer',
			copied: 'Gekopieerd',
			used: (n: number, of: number) => `${n} van ${of} plaatsen gebruikt`,
			until: (day: string) => `geldig tot ${day}`,
			revoke: 'Trek in',
			states: {
				open: 'open',
				expired: 'verlopen',
				full: 'vol',
				revoked: 'ingetrokken',
				archived: 'cohort opgeborgen'
			}
		},
		join: {
			title: (name: string) => `Meedoen met ${name}`,
			invited: (managers: string) => `${managers} nodigt je uit om de cursus samen te volgen.`,
			sees: 'Dit ziet je manager van je',
			seesText:
				'Van jou deze ene regel, en of en wanneer je een herinnering kreeg; niets anders: geen antwoorden, geen aantal pogingen, geen tijd, geen notities. Van vijf mensen of meer samen: hoe ver de groep is, per deel en week voor week, en hoeveel er na 30 dagen blijft hangen. Van vijftien mensen of meer samen: hoe goed de groep de leerdoelen beheerst, en welke misvattingen het vaakst gekozen zijn. Je kunt hem altijd terugzien onder “Wat ziet mijn manager?”.',
			submit: 'Doe mee',
			member: 'Je doet al mee met dit cohort.',
			first: 'Log in of meld je aan; daarna kom je hier terug.',
			you: 'Jij',
			states: {
				expired: 'Deze link is verlopen. Vraag je manager om een nieuwe.',
				full: 'Alle plaatsen van deze link zijn bezet. Vraag je manager om een nieuwe.',
				revoked: 'Deze link is ingetrokken. Vraag je manager om een nieuwe.'
			}
		},
		view: {
			title: 'Wat ziet mijn manager?',
			lead: 'Hieronder staat de regel die je manager over je leest: dezelfde gegevens, berekend door dezelfde code, op dit moment.',
			none: 'Je doet niet mee met een cohort. Geen enkele manager ziet iets van je.',
			seenBy: (managers: string, cohort: string) => `${managers} ziet in ${cohort}:`,
			since: (day: string) => `Je doet mee sinds ${day}.`,
			notSeen:
				'Niet te zien voor je manager: wat je antwoordde, wat je fout had, hoeveel pogingen je nodig had, hoe lang je bezig was, wanneer je inlogde, wat je voorspelde en wat je noteerde.',
			notSeenBands:
				'Niet te zien voor je manager: wat je antwoordde, wat je fout had, welk cijfer je kreeg, hoeveel pogingen je nodig had (wel of ze op zijn), hoe lang je bezig was, wanneer je inlogde, wat je voorspelde en wat je noteerde.'
		},
		admin: {
			title: 'Mensen en rollen',
			lead: 'Een rol verandert meteen; wie een andere rol krijgt, logt opnieuw in. Hoe iemand leert, staat hier niet.',
			name: 'Naam',
			email: 'Adres',
			role: 'Rol',
			roles: { learner: 'deelnemer', manager: 'manager', administrator: 'beheerder' },
			change: 'Verander',
			changed: (name: string, role: string) => `${name} is nu ${role}.`,
			self: 'Je eigen rol verandert een andere beheerder.'
		}
	},
	en: {
		cohorts: 'Cohorts',
		none: 'You have no cohort yet. Make one, share the link, and here you will see who takes part and how far they are.',
		make: 'Make a cohort',
		members: (n: number) => plural(n, 'member', 'members'),
		period: (from: string, to: string) => `${from} – ${to}`,
		ownPace: (from: string, n: number) =>
			`from ${from}, each at their own pace: ${plural(n, 'lesson', 'lessons')} a week`,
		form: {
			title: 'New cohort',
			lead: 'A cohort is a group that takes the course in the same period.',
			name: 'Name',
			nameHint: 'Members see this name.',
			startsOn: 'First day',
			endsOn: 'Last day',
			endsHint: 'The plan runs evenly from the first to the last day.',
			lessonsPerWeek: 'Lessons per week (may stay empty)',
			lessonsHint: (lessons: number, weeks: number) =>
				`When you fill this in, everybody has a plan of their own, from joining on. The course has ${lessons} lessons: with 2 a week somebody is done after ${weeks} weeks.`,
			sees: 'What you see of members',
			seesText:
				'Name, how many lessons and quizzes are done, whether someone is on pace, and when everything was finished. From five people together also: how far the group is, by part and week by week, and what stays after 30 days. From fifteen people together: how well the group masters the objectives, and which misconceptions were chosen most. No answers, no numbers of attempts, no time, no notes. Members see this line too, before they join and after.',
			seesLater:
				'Less is always possible later. More is possible later only when every member agrees.',
			submit: 'Make cohort'
		},
		problems: {
			name: 'Give the cohort a name of at most 80 characters.',
			startsOn: 'Enter a date, such as 2026-12-01.',
			endsOn: 'Enter a date that is after the first day.',
			lessonsPerWeek: 'Enter a number from 1 to 10.',
			maxUses: 'Enter a number from 1 to 5000.',
			days: 'Enter a number of days from 1 to 365.'
		},
		paces: {
			'not-started': 'not started',
			behind: 'behind',
			'on-pace': 'on pace',
			finished: 'finished'
		},
		bar: {
			title: 'Where the cohort is',
			sentence: (counts: string) => `Of this cohort: ${counts}.`
		},
		barRule:
			'On pace: at least as many parts done as the plan asks for at this moment. The plan runs evenly from the first day (or from joining, if that was later) to the last, or at the pace that holds for everybody from joining on.',
		people: 'People',
		nobody:
			'Nobody has joined yet. Share a link: whoever opens it first sees what you will see, and then decides.',
		columns: {
			name: 'Name',
			lessons: 'Lessons',
			quizzes: 'Quizzes passed',
			pace: 'Pace',
			finished: 'Finished on'
		},
		definitions: {
			lessons:
				'Lessons of which all predictions and checks have been answered, out of those in this person’s edition.',
			quizzes: 'Quizzes this person has passed, out of those in the edition.',
			pace: 'Compared with the plan of this cohort, at this moment.',
			finished: 'The day on which the last part was done.'
		},
		of: (done: number, required: number) => `${done} of ${required}`,
		csv: 'Download as CSV',
		xlsx: 'Download for Excel',
		asOf: (when: string) => `As of ${when}.`,
		links: {
			title: 'Invite',
			lead: 'Whoever opens the link first sees exactly what you will see of them.',
			make: 'Make a link',
			maxUses: 'For how many people?',
			days: 'Valid for how many days?',
			none: 'No link yet.',
			address: 'Link',
			copy: 'Copy',
			copied: 'Copied',
			used: (n: number, of: number) => `${n} of ${of} places used`,
			until: (day: string) => `valid until ${day}`,
			revoke: 'Revoke',
			states: {
				open: 'open',
				expired: 'expired',
				full: 'full',
				revoked: 'revoked',
				archived: 'cohort put away'
			}
		},
		join: {
			title: (name: string) => `Join ${name}`,
			invited: (managers: string) => `${managers} invites you to take the course together.`,
			sees: 'This is what your manager sees of you',
			seesText:
				'Of you this one line, and whether and when you were reminded; nothing else: no answers, no number of attempts, no time, no notes. Of five people or more together: how far the group is, by part and week by week, and how much stays after 30 days. Of fifteen people or more together: how well the group masters the objectives, and which misconceptions were chosen most. You can always see it again under “What does my manager see?”.',
			submit: 'Join',
			member: 'You are in this cohort already.',
			first: 'Sign in or sign up; then you come back here.',
			you: 'You',
			states: {
				expired: 'This link has expired. Ask your manager for a new one.',
				full: 'All places of this link are taken. Ask your manager for a new one.',
				revoked: 'This link has been revoked. Ask your manager for a new one.'
			}
		},
		view: {
			title: 'What does my manager see?',
			lead: 'Below is the line your manager reads about you: the same data, worked out by the same code, at this moment.',
			none: 'You are not in a cohort. No manager sees anything of you.',
			seenBy: (managers: string, cohort: string) => `${managers} sees in ${cohort}:`,
			since: (day: string) => `You joined on ${day}.`,
			notSeen:
				'Not visible to your manager: what you answered, what you got wrong, how many attempts you needed, how long you took, when you signed in, what you predicted and what you noted down.',
			notSeenBands:
				'Not visible to your manager: what you answered, what you got wrong, which mark you got, how many attempts you needed (though whether none are left is), how long you took, when you signed in, what you predicted and what you noted down.'
		},
		admin: {
			title: 'People and roles',
			lead: 'A role changes at once; whoever gets another role signs in again. How someone learns is not shown here.',
			name: 'Name',
			email: 'Address',
			role: 'Role',
			roles: { learner: 'learner', manager: 'manager', administrator: 'administrator' },
			change: 'Change',
			changed: (name: string, role: string) => `${name} is now ${role}.`,
			self: 'Another administrator changes your own role.'
		}
	}
});

/** In which period, or at which pace, a group takes the course. */
export function periodOf(
	cohort: { startsAt: Date; endsAt: Date; lessonsPerWeek: number | null },
	language: Language
): string {
	const words = manage[language];
	const from = date(cohort.startsAt, language);
	if (cohort.lessonsPerWeek !== null) return words.ownPace(from, cohort.lessonsPerWeek);
	return words.period(from, date(cohort.endsAt, language));
}
