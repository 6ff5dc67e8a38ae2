import type { Need } from '#lib/learning/cohort.ts';
import { quizName } from './cohort-settings.ts';
import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** Who may need their manager, what that manager can do, and what the person concerned reads of it. */
export const care = inBoth({
	nl: {
		need: (need: Need): string => {
			switch (need.kind) {
				case 'never-started':
					return `${plural(need.days, 'dag', 'dagen')} na het begin nog niet begonnen`;
				case 'behind':
					return `${plural(need.weeks, 'week', 'weken')} achter op het plan`;
				case 'over':
					return `${plural(need.days, 'dag', 'dagen')} over de laatste dag`;
				case 'stuck':
					return `geen pogingen meer voor de quiz: ${quizName(need.quiz, 'nl')}`;
			}
		},
		column: 'Reden om contact te zoeken',
		definition:
			'Staat er alleen als iemand zeven dagen na het begin nog niet is begonnen, een week of meer achter ligt op het plan, of over de laatste dag is. Geen score, geen voorspelling.',
		ownEndColumn: 'laatste dag',
		ownEnd: (day: string) => `laatste dag: ${day}`,
		list: {
			title: 'Wie heeft me nodig?',
			lead: 'Hoogstens tien mensen, op alfabet. De reden komt uit het plan, niet uit hoe iemand leert.',
			none: 'Nu niemand: iedereen is begonnen en op schema, of klaar.',
			more: (n: number) => `En nog ${plural(n, 'ander', 'anderen')}; zie de lijst hieronder.`,
			actions: {
				'never-started': 'Stuur een herinnering',
				behind: 'Ga in gesprek, of geef meer tijd',
				over: 'Geef meer tijd',
				stuck: 'Ga in gesprek'
			}
		},
		filter: {
			all: 'Iedereen',
			shown: (n: number, of: number) => `${n} van ${plural(of, 'deelnemer', 'deelnemers')}`,
			none: 'Zo is er nu niemand in deze groep.',
			title: 'Kies wie je ziet',
			find: 'Naam',
			pace: 'Tempo',
			any: 'maakt niet uit',
			sort: 'Volgorde',
			sorts: {
				name: 'naam',
				lessons: 'minste lessen eerst',
				quizzes: 'minste quizzen eerst',
				finished: 'eerst klaar eerst',
				'last-day': 'eerste laatste dag eerst'
			},
			show: 'Toon',
			keep: 'Toon en onthoud',
			kept: 'Onthouden. Zo zie je de lijst voortaan als je deze pagina opent.',
			pages: 'Bladeren door de lijst',
			page: (page: number, pages: number) => `Bladzijde ${page} van ${pages}`,
			previous: 'Vorige',
			next: 'Volgende'
		},
		overTime: {
			title: 'Hoe ver de groep was, week voor week',
			lead: 'Van wie nu meedoet: welk deel van alle lessen en quizzen gedaan was, naast wat het plan vroeg. Alleen voor groepen van vijf of meer.',
			axis: 'weken sinds de eerste dag',
			share: 'gedaan',
			done: 'gedaan',
			planned: 'plan',
			drawn: (done: string, planned: string) =>
				`Nu is ${done} gedaan; het plan vraagt ${planned}. De cijfers per week staan in de tabel.`,
			table: 'Dezelfde cijfers als tabel',
			day: 'Dag'
		},
		funnel: {
			title: 'Waar de groep is',
			lead: 'Hoeveel mensen in een deel begonnen, alle lessen deden en de quiz haalden. Alleen voor groepen van vijf of meer.',
			module: 'Deel',
			begun: 'begonnen',
			lessons: 'alle lessen',
			passed: 'quiz gehaald',
			drop: (n: number) => `Hier haken de meesten af: ${n} minder.`
		},
		person: {
			title: (name: string, cohort: string) => `${name} in ${cohort}`,
			back: 'Terug naar de groep',
			sees: 'Dit is alles wat je van deze persoon ziet; zij of hij ziet dezelfde regel.',
			since: (day: string) => `Doet mee sinds ${day}.`,
			nudge: 'Stuur een herinnering',
			nudgeText:
				'Eén mail uit jouw naam, in de taal van de ontvanger, met een link naar waar iemand verder kan. Hoogstens één in zeven dagen.',
			nudges: {
				possible: '',
				finished: 'Deze persoon is klaar; een herinnering is niet nodig.',
				off: 'Deze persoon wil geen herinneringen. Zoek zelf contact.',
				recently: 'Deze week is er al een herinnering gestuurd.',
				archived: 'Het cohort is opgeborgen; er gaan geen herinneringen meer uit.'
			},
			nudged: (day: string) => `Laatste herinnering: ${day}.`,
			sent: 'De herinnering is onderweg.',
			time: 'Geef meer tijd',
			timeText:
				'Deze persoon krijgt een eigen laatste dag. De reden staat ook bij wat de persoon zelf ziet.',
			endsOn: 'Nieuwe laatste dag',
			reason: 'Reden',
			reasonHint: 'Hoogstens 200 tekens. Geen medische gegevens.',
			save: 'Bewaar',
			kept: 'De nieuwe laatste dag is bewaard.',
			problems: {
				'no-reason': 'Schrijf een reden op.',
				'too-long': 'Dit is langer dan 200 tekens.',
				'too-early':
					'Kies een dag na de laatste dag van de groep (of die van het eigen tempo), en na vandaag.',
				'no-day': 'Vul een datum in, zoals 2026-12-01.'
			},
			remove: 'Haal uit de groep',
			removeText:
				'Je ziet deze persoon dan niet meer. Alles wat zij of hij deed, blijft van die persoon. Terugkomen kan met een link.',
			removeButton: 'Haal uit de groep'
		},
		own: {
			extra: (day: string, reason: string) => `Je laatste dag is ${day}. Reden: ${reason}`,
			leave: 'Stap uit deze groep',
			leaveText:
				'Je manager ziet dan meteen niets meer van je. Wat je deelde in deze groep, houdt op gedeeld te zijn. Je voortgang blijft.',
			left: 'Je doet niet meer mee met die groep.',
			nudges: {
				title: 'Herinneringen van je manager',
				text: 'Je manager kan ons vragen je hoogstens eens per zeven dagen een mail te sturen. Je manager ziet of je dit uit hebt staan.',
				on: 'Staat aan.',
				off: 'Staat uit.',
				turnOn: 'Zet aan',
				turnOff: 'Zet uit'
			}
		},
		digest: {
			title: 'Eens per week een mail',
			text: 'Hoe je cohorten ervoor staan, in aantallen en zonder namen. Van dinsdag tot en met vrijdag, hoogstens één keer per week.'
		},
		audit: {
			title: 'Wat er gedaan is',
			own: 'Wat er door jou en over jou gedaan is',
			lead: 'Nieuwste bovenaan, hoogstens 200. Regels kunnen niet worden veranderd of weggehaald. Wie geen account meer heeft, staat er zonder naam.',
			none: 'Nog niets.',
			when: 'Wanneer',
			who: 'Wie',
			what: 'Wat',
			whom: 'Over wie',
			gone: 'iemand die weg is',
			itself: 'de cursus zelf',
			details: {
				warned: 'gewaarschuwd',
				erased: 'gewist',
				changed: 'naam of plan veranderd',
				archived: 'opgeborgen',
				'taken-out': 'teruggehaald',
				status: 'alleen wat gedaan is',
				asked: 'deelnemers gevraagd om meer',
				bands: 'ook banden: iedereen stemde in',
				added: 'erbij',
				removed: 'weg',
				made: 'gemaakt',
				on: 'aangezet',
				off: 'uitgezet',
				reset: 'weggehaald',
				'recovery-code': 'herstelcode gebruikt',
				'new-codes': 'nieuwe herstelcodes',
				linked: 'gekoppeld',
				unlinked: 'ontkoppeld',
				revoked: 'ingetrokken'
			},
			actions: {
				role: 'gaf een rol',
				export: 'nam eigen gegevens mee',
				erase: 'wiste het eigen account',
				inactive: 'account dat niet gebruikt wordt',
				appeal: 'besliste over een antwoord',
				regrade: 'gaf punten na een herstelde vraag',
				nudge: 'liet een herinnering sturen',
				'extra-time': 'gaf meer tijd',
				remove: 'haalde iemand uit een groep',
				leave: 'stapte uit een groep',
				move: 'verplaatste iemand naar een andere groep',
				cohort: 'veranderde een groep',
				visibility: 'bepaalde wat managers zien',
				'co-manager': 'veranderde wie een groep beheert',
				'second-step': 'tweede stap van het inloggen',
				identity: 'inloggen via de organisatie',
				'extra-try': 'gaf een extra poging',
				exemption: 'gaf vrijstelling',
				'join-link': 'link of uitnodiging',
				invite: 'nodigde mensen per mail uit'
			}
		}
	},
	en: {
		need: (need: Need): string => {
			switch (need.kind) {
				case 'never-started':
					return `not started ${plural(need.days, 'day', 'days')} after the beginning`;
				case 'behind':
					return `${plural(need.weeks, 'week', 'weeks')} behind the plan`;
				case 'over':
					return `${plural(need.days, 'day', 'days')} past the last day`;
				case 'stuck':
					return `no tries left for the quiz: ${quizName(need.quiz, 'en')}`;
			}
		},
		column: 'Reason to get in touch',
		definition:
			'Is there only when somebody has not started seven days after the beginning, is a week or more behind the plan, or is past the last day. No score, no prediction.',
		ownEndColumn: 'last day',
		ownEnd: (day: string) => `last day: ${day}`,
		list: {
			title: 'Who needs me?',
			lead: 'At most ten people, in alphabetical order. The reason comes from the plan, not from how somebody learns.',
			none: 'Nobody now: everybody has started and is on pace, or finished.',
			more: (n: number) => `And ${plural(n, 'other', 'others')}; see the list below.`,
			actions: {
				'never-started': 'Send a reminder',
				behind: 'Talk, or give more time',
				over: 'Give more time',
				stuck: 'Talk'
			}
		},
		filter: {
			all: 'Everybody',
			shown: (n: number, of: number) => `${n} of ${plural(of, 'member', 'members')}`,
			none: 'Nobody in this group is like that now.',
			title: 'Choose whom you see',
			find: 'Name',
			pace: 'Pace',
			any: 'any',
			sort: 'Order',
			sorts: {
				name: 'name',
				lessons: 'fewest lessons first',
				quizzes: 'fewest quizzes first',
				finished: 'first finished first',
				'last-day': 'earliest last day first'
			},
			show: 'Show',
			keep: 'Show and remember',
			kept: 'Remembered. From now on you see the list like this when you open this page.',
			pages: 'Pages of the list',
			page: (page: number, pages: number) => `Page ${page} of ${pages}`,
			previous: 'Previous',
			next: 'Next'
		},
		overTime: {
			title: 'How far the group was, week by week',
			lead: 'Of those who take part now: which part of all lessons and quizzes was done, beside what the plan asked for. Only for groups of five or more.',
			axis: 'weeks since the first day',
			share: 'done',
			done: 'done',
			planned: 'plan',
			drawn: (done: string, planned: string) =>
				`By now ${done} is done; the plan asks for ${planned}. The figures per week are in the table.`,
			table: 'The same figures as a table',
			day: 'Day'
		},
		funnel: {
			title: 'Where the group is',
			lead: 'How many people began a part, did all its lessons and passed its quiz. Only for groups of five or more.',
			module: 'Part',
			begun: 'began',
			lessons: 'all lessons',
			passed: 'quiz passed',
			drop: (n: number) => `Most stop here: ${n} fewer.`
		},
		person: {
			title: (name: string, cohort: string) => `${name} in ${cohort}`,
			back: 'Back to the group',
			sees: 'This is all you see of this person; they see the same line.',
			since: (day: string) => `Joined on ${day}.`,
			nudge: 'Send a reminder',
			nudgeText:
				'One mail in your name, in the language of whoever gets it, with a link to where they can go on. At most one in seven days.',
			nudges: {
				possible: '',
				finished: 'This person has finished; there is nothing to remind them of.',
				off: 'This person wants no reminders. Get in touch yourself.',
				recently: 'A reminder was sent this week already.',
				archived: 'The cohort has been put away; no reminders go out any more.'
			},
			nudged: (day: string) => `Last reminder: ${day}.`,
			sent: 'The reminder is on its way.',
			time: 'Give more time',
			timeText:
				'This person gets a last day of their own. The reason is also with what they see themselves.',
			endsOn: 'New last day',
			reason: 'Reason',
			reasonHint: 'At most 200 characters. No medical data.',
			save: 'Save',
			kept: 'The new last day is saved.',
			problems: {
				'no-reason': 'Write down a reason.',
				'too-long': 'This is longer than 200 characters.',
				'too-early':
					'Choose a day after the last day of the group (or that of their own pace), and after today.',
				'no-day': 'Enter a date, such as 2026-12-01.'
			},
			remove: 'Take out of the group',
			removeText:
				'You then no longer see this person. Everything they did stays theirs. They can come back with a link.',
			removeButton: 'Take out of the group'
		},
		own: {
			extra: (day: string, reason: string) => `Your last day is ${day}. Reason: ${reason}`,
			leave: 'Leave this group',
			leaveText:
				'Your manager then sees nothing of you any more, at once. What you shared in this group stops being shared. Your progress stays.',
			left: 'You are no longer in that group.',
			nudges: {
				title: 'Reminders from your manager',
				text: 'Your manager can ask us to send you a mail, at most once in seven days. Your manager sees whether you have turned this off.',
				on: 'Is on.',
				off: 'Is off.',
				turnOn: 'Turn on',
				turnOff: 'Turn off'
			}
		},
		digest: {
			title: 'One mail a week',
			text: 'Where your cohorts are, in numbers and without names. From Tuesday to Friday, at most once a week.'
		},
		audit: {
			title: 'What was done',
			own: 'What was done by you and about you',
			lead: 'Newest first, at most 200. Lines cannot be changed or removed. Whoever has no account any more is there without a name.',
			none: 'Nothing yet.',
			when: 'When',
			who: 'Who',
			what: 'What',
			whom: 'About whom',
			gone: 'somebody who is gone',
			itself: 'the course itself',
			details: {
				warned: 'warned',
				erased: 'erased',
				changed: 'changed its name or plan',
				archived: 'put away',
				'taken-out': 'taken out again',
				status: 'only what is done',
				asked: 'asked members for more',
				bands: 'bands too: everybody agreed',
				added: 'added',
				removed: 'removed',
				made: 'made',
				on: 'turned on',
				off: 'turned off',
				reset: 'taken away',
				'recovery-code': 'recovery code used',
				'new-codes': 'new recovery codes',
				linked: 'linked',
				unlinked: 'unlinked',
				revoked: 'revoked'
			},
			actions: {
				role: 'gave a role',
				export: 'took their own data along',
				erase: 'erased their own account',
				inactive: 'account that is not used',
				appeal: 'decided about an answer',
				regrade: 'gave points after a question was mended',
				nudge: 'had a reminder sent',
				'extra-time': 'gave more time',
				remove: 'took somebody out of a group',
				leave: 'left a group',
				move: 'moved somebody to another group',
				cohort: 'changed a group',
				visibility: 'decided what managers see',
				'co-manager': 'changed who manages a group',
				'second-step': 'second step of signing in',
				identity: 'signing in with the organisation',
				'extra-try': 'gave an extra try',
				exemption: 'gave an exemption',
				'join-link': 'link or invitation',
				invite: 'invited people by mail'
			}
		}
	}
});
