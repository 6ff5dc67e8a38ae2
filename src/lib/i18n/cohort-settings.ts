import type { Language } from '#lib/course/language.ts';
import { bands as allBands, type QuizBand } from '#lib/learning/bands.ts';
import { inBoth } from './words.ts';

/** What managers decide about a cohort, and what its members are asked and told. */
export const cohortSettings = inBoth({
	nl: {
		title: 'Instellingen',
		of: (cohort: string) => `Instellingen van ${cohort}`,
		kept: {
			plan: 'De instellingen zijn bewaard.',
			sees: 'Bewaard. Dit geldt vanaf nu.',
			asked: 'De deelnemers zijn per mail gevraagd. Tot iedereen ja zegt, verandert er niets.',
			managers: 'De lijst van managers is bijgewerkt.',
			archived: 'Het cohort is opgeborgen.',
			open: 'Het cohort loopt weer.'
		},
		plan: 'Naam en plan',
		planText: 'Wie een eigen laatste dag kreeg, houdt die.',
		language: 'Taal van uitnodigingen',
		languages: { nl: 'Nederlands', en: 'Engels' },
		save: 'Bewaar',
		sees: {
			title: 'Wat managers van een persoon zien',
			lead: 'Minder kan altijd en geldt meteen. Meer kan alleen als iedere deelnemer daarmee instemt.',
			options: {
				status: 'Alleen wat gedaan is: lessen, quizzen, tempo en data',
				bands: 'Ook per quiz een band: nog niet gehaald, gehaald, of ruim gehaald'
			},
			bandsText:
				'Ruim gehaald is 90% van de punten of meer. Cijfers, antwoorden en aantallen pogingen zie je nooit. Wel of iemand geen pogingen meer heeft.',
			asking: (day: string) =>
				`Sinds ${day} wordt aan de deelnemers gevraagd of je ook banden mag zien. Nog niet iedereen zei ja. Je ziet niet wie wel en wie niet.`,
			stop: 'Vraag het niet meer'
		},
		managers: {
			title: 'Managers',
			lead: 'Alle managers van dit cohort zien hetzelfde en kunnen hetzelfde. Deelnemers zien hun namen.',
			you: 'jij',
			remove: (name: string) => `Haal ${name} weg`,
			last: 'Een cohort heeft minstens één manager. Voeg eerst een ander toe.',
			add: 'Voeg een manager toe',
			email: 'E-mailadres',
			emailHint: 'Van iemand die al manager of beheerder is. Zij of hij krijgt een mail.',
			unknown: 'Er is geen manager met dit adres. Een beheerder kan iemand manager maken.'
		},
		archive: {
			title: 'Opbergen',
			text: 'Niemand kan dan nog meedoen, en er gaan geen herinneringen meer uit. Wat deelnemers deden, blijft van hen. Je kunt het cohort terughalen.',
			button: 'Berg het cohort op',
			is: (day: string) => `Dit cohort is opgeborgen sinds ${day}.`,
			back: 'Haal het terug',
			list: 'Opgeborgen cohorten'
		},
		move: {
			title: 'Verplaats naar een ander cohort',
			text: 'Deze persoon krijgt een mail waarin staat wie haar of hem voortaan ziet. Wat hier gedeeld was, is dan niet meer gedeeld. Een eigen laatste dag gaat niet mee.',
			to: 'Naar welk cohort?',
			none: 'Je hebt geen ander cohort waar deze persoon naartoe kan.',
			button: 'Verplaats',
			problem: 'Kies een cohort uit de lijst.'
		},
		bands: {
			column: 'Quizzen, per band',
			definition:
				'Per quiz die minstens één keer is ingeleverd: nog niet gehaald, gehaald, of ruim gehaald (90% van de punten of meer). Geen cijfer.',
			names: { below: 'nog niet gehaald', passed: 'gehaald', amply: 'ruim gehaald' },
			final: 'eindtoets',
			part: 'deel',
			none: 'nog geen quiz ingeleverd',
			stuck: 'Ook als alle pogingen voor een quiz gebruikt zijn, staat dat er.',
			manager:
				'In dit cohort zie je ook per quiz of die nog niet gehaald, gehaald of ruim gehaald is, en of alle pogingen gebruikt zijn.',
			learner:
				'In dit cohort zie je manager ook per quiz of je die nog niet, wel of ruim gehaald hebt, en of je al je pogingen gebruikt hebt. Geen cijfers.'
		},
		asked: {
			title: 'Je manager vraagt je iets',
			text: (managers: string, cohort: string) =>
				`${managers} wil in ${cohort} ook zien of je een quiz nog niet, wel of ruim gehaald hebt (90% van de punten of meer), en of je al je pogingen gebruikt hebt. Geen cijfers en geen antwoorden. Dat gaat alleen in als iedereen in de groep ja zegt. Niemand ziet wat jij kiest, en je hoeft niets te doen.`,
			yes: 'Ik vind het goed',
			said: 'Je zei ja. Nog niet iedereen deed dat. Zolang kun je dit terugnemen.',
			no: 'Neem mijn ja terug'
		},
		archived: 'Dit cohort is afgesloten: je krijgt er geen herinneringen meer van.',
		join: {
			archived: 'Dit cohort is afgesloten. Vraag je manager om een ander.',
			changed:
				'Wat je manager ziet, is net veranderd. Lees het hierboven nog eens en kies dan opnieuw.'
		}
	},
	en: {
		title: 'Settings',
		of: (cohort: string) => `Settings of ${cohort}`,
		kept: {
			plan: 'The settings are saved.',
			sees: 'Saved. This holds from now on.',
			asked: 'The members have been asked by mail. Until everybody says yes, nothing changes.',
			managers: 'The list of managers is up to date.',
			archived: 'The cohort has been put away.',
			open: 'The cohort goes on again.'
		},
		plan: 'Name and plan',
		planText: 'Whoever was given a last day of their own keeps it.',
		language: 'Language of invitations',
		languages: { nl: 'Dutch', en: 'English' },
		save: 'Save',
		sees: {
			title: 'What managers see of a person',
			lead: 'Less is always possible and holds at once. More is possible only when every member agrees.',
			options: {
				status: 'Only what is done: lessons, quizzes, pace and dates',
				bands: 'Also a band for each quiz: not passed yet, passed, or amply passed'
			},
			bandsText:
				'Amply passed is 90% of the points or more. You never see marks, answers or numbers of tries. You do see whether someone has no tries left.',
			asking: (day: string) =>
				`Since ${day} the members have been asked whether you may see bands too. Not everybody has said yes. You do not see who has and who has not.`,
			stop: 'Stop asking'
		},
		managers: {
			title: 'Managers',
			lead: 'All managers of this cohort see the same and can do the same. Members see their names.',
			you: 'you',
			remove: (name: string) => `Remove ${name}`,
			last: 'A cohort has at least one manager. Add another one first.',
			add: 'Add a manager',
			email: 'Email address',
			emailHint: 'Of somebody who is a manager or an administrator already. They get a mail.',
			unknown:
				'There is no manager with this address. An administrator can make somebody a manager.'
		},
		archive: {
			title: 'Put away',
			text: 'Nobody can join any more then, and no reminders go out. What members did stays theirs. You can take the cohort out again.',
			button: 'Put the cohort away',
			is: (day: string) => `This cohort has been put away since ${day}.`,
			back: 'Take it out again',
			list: 'Cohorts that were put away'
		},
		move: {
			title: 'Move to another cohort',
			text: 'This person gets a mail that says who sees them from now on. What was shared here is no longer shared then. A last day of their own does not go along.',
			to: 'To which cohort?',
			none: 'You have no other cohort to which this person can go.',
			button: 'Move',
			problem: 'Choose a cohort from the list.'
		},
		bands: {
			column: 'Quizzes, by band',
			definition:
				'For each quiz that was handed in at least once: not passed yet, passed, or amply passed (90% of the points or more). No mark.',
			names: { below: 'not passed yet', passed: 'passed', amply: 'amply passed' },
			final: 'final test',
			part: 'part',
			none: 'no quiz handed in yet',
			stuck: 'It also says when all tries for a quiz are used.',
			manager:
				'In this cohort you also see for each quiz whether it is not passed yet, passed or amply passed, and whether all tries are used.',
			learner:
				'In this cohort your manager also sees for each quiz whether you have not passed it yet, passed it or amply passed it, and whether you have used all your tries. No marks.'
		},
		asked: {
			title: 'Your manager asks you something',
			text: (managers: string, cohort: string) =>
				`In ${cohort} ${managers} would also like to see whether you have not passed a quiz yet, passed it or amply passed it (90% of the points or more), and whether you have used all your tries. No marks and no answers. It only begins when everybody in the group says yes. Nobody sees what you choose, and you need not do anything.`,
			yes: 'That is fine with me',
			said: 'You said yes. Not everybody has. Until they do, you can take this back.',
			no: 'Take back my yes'
		},
		archived: 'This cohort is closed: you get no reminders from it any more.',
		join: {
			archived: 'This cohort is closed. Ask your manager for another one.',
			changed:
				'What your manager sees has just changed. Read it once more above, and then choose again.'
		}
	}
});

/** What a quiz is called where there is little room. */
export function quizName(quiz: string, language: Language): string {
	const { final, part } = cohortSettings[language].bands;
	const number = /^m(\d+)$/.exec(quiz)?.[1];
	return number ? `${part} ${number}` : final;
}

/** One line a band: which quizzes are in it. */
export function bandLines(given: QuizBand[], language: Language): string[] {
	const { names, none } = cohortSettings[language].bands;
	const lines = [...allBands].reverse().flatMap((band) => {
		const quizzes = given.filter((each) => each.band === band);
		if (quizzes.length === 0) return [];
		return [`${names[band]}: ${quizzes.map(({ quiz }) => quizName(quiz, language)).join(', ')}`];
	});
	return lines.length > 0 ? lines : [none];
}
