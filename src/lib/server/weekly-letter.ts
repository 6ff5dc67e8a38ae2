import type { Language } from '#lib/course/language.ts';
import { stemText, type PublicItem } from '#lib/course/public-item.ts';
import { item as itemWords } from '#lib/i18n/item.ts';

type Links = {
	answer: string;
	stop: string;
	/** Where to say what became of a plan, when one waits for that. */
	plans?: string | undefined;
};

/** The mail with the weekly question, as people read it. */
const words: Record<
	Language,
	{
		subject: string;
		choices: string;
		plans: (link: string) => string;
		body: (question: string, links: Links) => string;
	}
> = {
	nl: {
		subject: 'Bij het begin: je vraag van deze week',
		choices: 'Kies uit',
		plans: (link) =>
			`Dertig dagen geleden of langer schreef je een als-danplan op. Hoe ging het? Dat zeg je hier, na het inloggen:\n\n${link}\n\n`,
		body: (question, { answer, stop, plans }) =>
			`Hallo,\n\nDeze vraag uit de cursus Bij het begin beantwoordde je eerder. Weet je het nog?\n\n${question}\n\nAntwoorden kan hier, zonder in te loggen:\n\n${answer}\n\nDe link is veertien dagen geldig en alleen voor deze vraag. Stuur deze mail niet door: wie de link heeft, kan voor jou antwoorden.\n\n${plans ? words.nl.plans(plans) : ''}Je krijgt deze mail omdat je erom vroeg, hoogstens één keer per week. Wil je hem niet meer? Zet hem hier uit:\n\n${stop}\n`
	},
	en: {
		subject: 'Bij het begin: your question of this week',
		choices: 'Choose from',
		plans: (link) =>
			`Thirty days ago or longer you wrote down an if-then plan. How did it go? You say so here, after signing in:\n\n${link}\n\n`,
		body: (question, { answer, stop, plans }) =>
			`Hello,\n\nYou answered this question from the course Bij het begin before. Do you still know?\n\n${question}\n\nYou can answer here, without signing in:\n\n${answer}\n\nThe link is valid for fourteen days and only for this question. Do not forward this email: whoever has the link can answer for you.\n\n${plans ? words.en.plans(plans) : ''}You get this email because you asked for it, once a week at most. Do you no longer want it? Turn it off here:\n\n${stop}\n`
	}
};

/** One question as a letter. From what a browser may know of it, so that no key can be in it. */
export function weeklyLetter(item: PublicItem, language: Language, links: Links) {
	const { subject, body } = words[language];
	return { subject, body: body(asText(item, language), links) };
}

/** A question as plain text: what is asked, and below it what there is to choose from. */
export function asText(item: PublicItem, language: Language): string {
	return [stemText(item.stem), ...choices(item, language)].join('\n\n');
}

function choices(item: PublicItem, language: Language): string[] {
	const list = (entries: { text: string }[]) => entries.map(({ text }) => `- ${text}`).join('\n');
	const { claim } = itemWords[language];
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
		case 'multiple':
			return [list(item.options)];
		case 'true-false':
			return [
				`${claim.legend}\n${list([{ text: claim.true }, { text: claim.false }])}`,
				`${claim.because}\n${list(item.options)}`
			];
		case 'categorise':
		case 'matching':
			return [list(item.rows), `${words[language].choices}:\n${list(item.choices)}`];
		case 'ordering':
			return [list(item.rows)];
		case 'numeric':
		case 'cloze':
		case 'short':
			return [];
	}
}
