import type { Language } from '#lib/course/language.ts';
import { list } from '#lib/i18n/format.ts';

type Letter = { subject: string; body: string };
/** What a decision is about: the question, what was typed, and what the administrator says with it. */
type Decision = { stem: string; answer: string; reply: string | null; link: string };
/** A reminder that a manager asked for: who, where they go on, what that manager sees, how to stop these. */
type Nudge = Record<'name' | 'manager' | 'cohort' | 'next' | 'link' | 'seen' | 'off', string>;
/** That an account is going to be erased: from which day, where to keep it, what becomes of a certificate. */
type Inactive = Record<'name' | 'day' | 'signIn' | 'data', string> & {
	certificate?: { after: 'anonymous' | 'withdrawn'; link: string };
};
/** Where groups stand, in numbers: no names leave the course by mail. */
type Digest = Record<'name' | 'off', string> & {
	cohorts: {
		name: string;
		members: number;
		counts: Record<'not-started' | 'behind' | 'on-pace' | 'finished', number>;
		needs: number;
		link: string;
	}[];
};
/** What a manager decided beside the rules. */
type Overridden = Record<'name' | 'manager' | 'title' | 'reason' | 'link', string> & {
	kind: 'extra-try' | 'exemption';
};
/** That somebody is in another cohort now, and who sees them there. */
type Moved = Record<'name' | 'manager' | 'from' | 'to' | 'link', string> & { managers: string[] };
type Words = Record<'signUp' | 'known' | 'reset' | 'unknown', (link: string) => Letter> &
	Record<'granted' | 'notGranted', (about: Decision) => Letter> & {
		repaired: (about: { stem: string; count: number; link: string }) => Letter;
		nudge: (about: Nudge) => Letter;
		asksBands: (about: Record<'name' | 'cohort' | 'link', string>) => Letter;
		coManager: (about: Record<'name' | 'manager' | 'cohort' | 'link', string>) => Letter;
		moved: (about: Moved) => Letter;
		digest: (about: Digest) => Letter;
		override: (about: Overridden) => Letter;
		invitation: (about: Record<'name' | 'manager' | 'cohort' | 'link', string>) => Letter;
		inactive: (about: Inactive) => Letter;
	};

/** The mails, as people read them. */
export const mailWords: Record<Language, Words> = {
	nl: {
		signUp: (link) => ({
			subject: 'Bij het begin: kies je wachtwoord',
			body: `Hallo,\n\nJe hebt je aangemeld voor de cursus Bij het begin. Open deze link en kies een wachtwoord:\n\n${link}\n\nDe link werkt één keer en is zeven dagen geldig. Heb je je niet aangemeld? Dan hoef je niets te doen; er is geen account gemaakt.\n`
		}),
		known: (link) => ({
			subject: 'Bij het begin: je hebt al een account',
			body: `Hallo,\n\nIemand vulde dit adres in om zich aan te melden voor de cursus Bij het begin. Je hebt al een account. Inloggen kan hier:\n\n${link}\n\nWeet je je wachtwoord niet meer? Op dezelfde pagina kun je een nieuw kiezen. Was jij het niet? Dan hoef je niets te doen.\n`
		}),
		reset: (link) => ({
			subject: 'Bij het begin: kies een nieuw wachtwoord',
			body: `Hallo,\n\nOpen deze link om een nieuw wachtwoord te kiezen voor de cursus Bij het begin:\n\n${link}\n\nDe link werkt één keer en is een half uur geldig. Heb je hier niet om gevraagd? Dan hoef je niets te doen; je wachtwoord blijft zoals het is.\n`
		}),
		unknown: (link) => ({
			subject: 'Bij het begin: er is geen account met dit adres',
			body: `Hallo,\n\nIemand vroeg een nieuw wachtwoord aan voor de cursus Bij het begin. Met dit adres is er geen account. Misschien gebruikte je een ander adres. Aanmelden kan hier:\n\n${link}\n\nWas jij het niet? Dan hoef je niets te doen.\n`
		}),
		granted: ({ stem, answer, reply, link }) => ({
			subject: 'Bij het begin: je antwoord telt nu als goed',
			body: `Hallo,\n\nJe vroeg om een antwoord nog eens na te kijken. Dat is gedaan: het telt nu als goed.\n\nVraag: ${stem}\nJouw antwoord: ${answer}\n${reply ? `\nDe beheerder schrijft: ${reply}\n` : ''}\nHoorde het antwoord bij een quiz, dan zijn de punten daarvan meegegaan. Hier staat het terug:\n\n${link}\n`
		}),
		notGranted: ({ stem, answer, reply, link }) => ({
			subject: 'Bij het begin: je antwoord is nog eens nagekeken',
			body: `Hallo,\n\nJe vroeg om een antwoord nog eens na te kijken. Dat is gedaan. De punten blijven zoals ze waren.\n\nVraag: ${stem}\nJouw antwoord: ${answer}\n${reply ? `\nDe beheerder schrijft: ${reply}\n` : ''}\nHier staat het terug:\n\n${link}\n`
		}),
		nudge: ({ name, manager, cohort, next, link, seen, off }) => ({
			subject: 'Bij het begin: je kunt verder waar je was',
			body: `Hallo ${name},\n\n${manager} vroeg ons je te herinneren aan de cursus Bij het begin (${cohort}). Je kunt verder met ${next}:\n\n${link}\n\nWat ${manager} van je ziet, lees je hier: ${seen}\nLiever geen herinneringen? Zet ze uit: ${off}\n`
		}),
		asksBands: ({ name, cohort, link }) => ({
			subject: 'Bij het begin: je manager vraagt je iets',
			body: `Hallo ${name},\n\nJe managers in ${cohort} willen meer van je zien dan toen je meedeed: per quiz of je die nog niet, wel of ruim gehaald hebt. Geen cijfers en geen antwoorden. Dat gaat alleen in als iedereen in de groep ja zegt. Niemand ziet wat jij kiest. Vind je het goed? Dat zeg je hier:\n\n${link}\n\nLiever niet? Dan hoef je niets te doen; er verandert niets.\n`
		}),
		coManager: ({ name, manager, cohort, link }) => ({
			subject: `Bij het begin: je bent nu ook manager van ${cohort}`,
			body: `Hallo ${name},\n\n${manager} heeft je manager gemaakt van het cohort ${cohort}. Je vindt het hier:\n\n${link}\n`
		}),
		moved: ({ name, manager, from, to, managers, link }) => ({
			subject: `Bij het begin: je doet nu mee met ${to}`,
			body: `Hallo ${name},\n\n${manager} heeft je verplaatst van ${from} naar ${to}. Vanaf nu zien daar je voortgang: ${list(managers, 'nl')}. De managers van ${from} zien niets meer van je in die groep, en wat je daar deelde, is niet meer gedeeld. Je voortgang blijft.\n\nWat je managers zien, lees je hier. Daar kun je ook uit de groep stappen:\n\n${link}\n`
		}),
		invitation: ({ name, manager, cohort, link }) => ({
			subject: 'Bij het begin: je bent uitgenodigd voor een cursus',
			body: `Hallo${name && ` ${name}`},\n\n${manager} nodigt je uit voor de cursus Bij het begin, over wat social media sociaal maakt, samen met ${cohort}. Hier lees je eerst wat je manager van je te zien krijgt; daarna kies je zelf of je meedoet:\n\n${link}\n\nDe uitnodiging is persoonlijk en dertig dagen geldig. Gebruik dit e-mailadres om je aan te melden of in te loggen. Wil je niet meedoen? Dan hoef je niets te doen.\n`
		}),
		override: ({ kind, name, manager, title, reason, link }) => ({
			subject: 'Bij het begin: er is iets voor je veranderd',
			body: `Hallo ${name},\n\n${manager} heeft voor je besloten:\n\n${kind === 'exemption' ? `je hoeft “${title}” niet te doen; het telt als gedaan. Voor een certificaat doe je het alsnog zelf.` : `je krijgt een extra poging voor “${title}”.`}\n\nReden: ${reason}\n\nHet staat ook hier:\n\n${link}\n`
		}),
		digest: ({ name, cohorts, off }) => ({
			subject: 'Bij het begin: hoe je cohorten ervoor staan',
			body: `Hallo ${name},\n\nZo staan je cohorten er nu voor:\n\n${cohorts.map((each) => `${each.name} (${each.members})\nniet begonnen: ${each.counts['not-started']}, achter: ${each.counts.behind}, op schema: ${each.counts['on-pace']}, klaar: ${each.counts.finished}\n${each.needs === 0 ? 'Nu heeft niemand je nodig.' : `Misschien heeft je nodig: ${each.needs}. Wie en waarom, lees je hier:`}\n${each.link}\n`).join('\n')}\nDeze mail krijg je hoogstens eens per week. Zet hem uit: ${off}\n`
		}),
		inactive: ({ name, day, signIn, data, certificate }) => ({
			subject: `Bij het begin: vanaf ${day} wordt je account gewist`,
			body: `Hallo ${name},\n\nJe hebt je account bij de cursus Bij het begin al lang niet gebruikt. Wat niemand meer gebruikt, bewaren we niet. Vanaf ${day} wordt je account gewist, met alles wat je erin deed en schreef.\n\nWil je het houden? Log dan vóór die dag één keer in. Meer hoef je niet te doen:\n\n${signIn}\n\nWil je je gegevens meenemen? Log in en download ze hier. Je kunt je account daar ook meteen zelf wissen:\n\n${data}\n${certificate ? `\n${certificate.after === 'anonymous' ? 'Je certificaat blijft staan, zonder je naam.' : 'Je certificaat vervalt: de pagina achter de code zegt dan dat het is ingetrokken.'} Dat kun je hier veranderen:\n\n${certificate.link}\n` : ''}\nHoef je het account niet meer? Dan hoef je niets te doen.\n`
		}),
		repaired: ({ stem, count, link }) => ({
			subject: 'Bij het begin: een vraag is verbeterd en je kreeg er punten bij',
			body: `Hallo,\n\nIn deze vraag zat een fout, die nu is verbeterd:\n\n${stem}\n\n${count === 1 ? 'Je antwoord is' : `Je ${count} antwoorden zijn`} opnieuw nagekeken en ${count === 1 ? 'kreeg' : 'kregen'} er punten bij. Je hoeft niets te doen. Hoe ver je bent, zie je hier:\n\n${link}\n`
		})
	},
	en: {
		signUp: (link) => ({
			subject: 'Bij het begin: choose your password',
			body: `Hello,\n\nYou signed up for the course Bij het begin. Open this link and choose a password:\n\n${link}\n\nThe link works once and is valid for seven days. Did you not sign up? Then you need not do anything; no account has been made.\n`
		}),
		known: (link) => ({
			subject: 'Bij het begin: you already have an account',
			body: `Hello,\n\nSomebody entered this address to sign up for the course Bij het begin. You already have an account. You can sign in here:\n\n${link}\n\nForgotten your password? You can choose a new one on the same page. Was it not you? Then you need not do anything.\n`
		}),
		reset: (link) => ({
			subject: 'Bij het begin: choose a new password',
			body: `Hello,\n\nOpen this link to choose a new password for the course Bij het begin:\n\n${link}\n\nThe link works once and is valid for half an hour. Did you not ask for this? Then you need not do anything; your password stays as it is.\n`
		}),
		unknown: (link) => ({
			subject: 'Bij het begin: there is no account with this address',
			body: `Hello,\n\nSomebody asked for a new password for the course Bij het begin. There is no account with this address. Perhaps you used another one. You can sign up here:\n\n${link}\n\nWas it not you? Then you need not do anything.\n`
		}),
		granted: ({ stem, answer, reply, link }) => ({
			subject: 'Bij het begin: your answer now counts as right',
			body: `Hello,\n\nYou asked for an answer to be looked at again. That has been done: it now counts as right.\n\nQuestion: ${stem}\nYour answer: ${answer}\n${reply ? `\nThe administrator writes: ${reply}\n` : ''}\nIf the answer was part of a quiz, its points have gone along. You can read it here:\n\n${link}\n`
		}),
		notGranted: ({ stem, answer, reply, link }) => ({
			subject: 'Bij het begin: your answer has been looked at again',
			body: `Hello,\n\nYou asked for an answer to be looked at again. That has been done. The points stay as they were.\n\nQuestion: ${stem}\nYour answer: ${answer}\n${reply ? `\nThe administrator writes: ${reply}\n` : ''}\nYou can read it here:\n\n${link}\n`
		}),
		nudge: ({ name, manager, cohort, next, link, seen, off }) => ({
			subject: 'Starting at the beginning: you can go on where you were',
			body: `Hello ${name},\n\n${manager} asked us to remind you of the course Starting at the beginning (${cohort}). You can go on with ${next}:\n\n${link}\n\nWhat ${manager} sees of you is here: ${seen}\nWould you rather have no reminders? Turn them off: ${off}\n`
		}),
		asksBands: ({ name, cohort, link }) => ({
			subject: 'Bij het begin: your manager asks you something',
			body: `Hello ${name},\n\nYour managers in ${cohort} would like to see more of you than when you joined: for each quiz whether you have not passed it yet, passed it or amply passed it. No marks and no answers. It only begins when everybody in the group says yes. Nobody sees what you choose. Is that fine with you? You can say so here:\n\n${link}\n\nRather not? Then you need not do anything; nothing changes.\n`
		}),
		coManager: ({ name, manager, cohort, link }) => ({
			subject: `Bij het begin: you now manage ${cohort} too`,
			body: `Hello ${name},\n\n${manager} has made you a manager of the cohort ${cohort}. You find it here:\n\n${link}\n`
		}),
		moved: ({ name, manager, from, to, managers, link }) => ({
			subject: `Bij het begin: you are in ${to} now`,
			body: `Hello ${name},\n\n${manager} has moved you from ${from} to ${to}. From now on these people see your progress there: ${list(managers, 'en')}. The managers of ${from} no longer see anything of you in that group, and what you shared there is no longer shared. Your progress stays.\n\nWhat your managers see you can read here. You can also leave the group there:\n\n${link}\n`
		}),
		invitation: ({ name, manager, cohort, link }) => ({
			subject: 'Bij het begin: you have been invited to a course',
			body: `Hello${name && ` ${name}`},\n\n${manager} invites you to the course Bij het begin, on what makes social media social, together with ${cohort}. Here you first read what your manager will see of you; then you choose for yourself whether to join:\n\n${link}\n\nThe invitation is personal and valid for thirty days. Use this email address to sign up or sign in. Would you rather not join? Then you need not do anything.\n`
		}),
		override: ({ kind, name, manager, title, reason, link }) => ({
			subject: 'Bij het begin: something has changed for you',
			body: `Hello ${name},\n\n${manager} has decided for you:\n\n${kind === 'exemption' ? `you need not do “${title}”; it counts as done. For a certificate you still do it yourself.` : `you get an extra try at “${title}”.`}\n\nReason: ${reason}\n\nIt is here too:\n\n${link}\n`
		}),
		digest: ({ name, cohorts, off }) => ({
			subject: 'Bij het begin: where your cohorts are',
			body: `Hello ${name},\n\nThis is where your cohorts are now:\n\n${cohorts.map((each) => `${each.name} (${each.members})\nnot started: ${each.counts['not-started']}, behind: ${each.counts.behind}, on pace: ${each.counts['on-pace']}, finished: ${each.counts.finished}\n${each.needs === 0 ? 'Nobody needs you now.' : `May need you: ${each.needs}. Who and why you can read here:`}\n${each.link}\n`).join('\n')}\nYou get this mail at most once a week. Turn it off: ${off}\n`
		}),
		inactive: ({ name, day, signIn, data, certificate }) => ({
			subject: `Bij het begin: your account will be erased from ${day}`,
			body: `Hello ${name},\n\nYou have not used your account of the course Bij het begin for a long time. We do not keep what nobody uses any more. From ${day} your account will be erased, with everything you did and wrote in it.\n\nDo you want to keep it? Sign in once before that day. You need not do more:\n\n${signIn}\n\nDo you want to take your data along? Sign in and download them here. You can also erase your account there yourself at once:\n\n${data}\n${certificate ? `\n${certificate.after === 'anonymous' ? 'Your certificate stays, without your name.' : 'Your certificate lapses: the page behind its code then says that it was withdrawn.'} You can change that here:\n\n${certificate.link}\n` : ''}\nDo you no longer need the account? Then you need not do anything.\n`
		}),
		repaired: ({ stem, count, link }) => ({
			subject: 'Bij het begin: a question was corrected and you were given points',
			body: `Hello,\n\nThere was a mistake in this question, which has been corrected:\n\n${stem}\n\n${count === 1 ? 'Your answer was' : `Your ${count} answers were`} graded again and given more points. You need not do anything. You can see how far you are here:\n\n${link}\n`
		})
	}
};
