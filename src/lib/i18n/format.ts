import type { Language } from '#lib/course/language.ts';

const locale: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
/** The course is given in the Netherlands: dates are those of its clock, on server and device alike. */
const timeZone = 'Europe/Amsterdam';

export function date(moment: Date, language: Language): string {
	return new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone }).format(moment);
}

export function shortDate(moment: Date, language: Language): string {
	return new Intl.DateTimeFormat(locale[language], {
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		timeZone
	}).format(moment);
}

export function time(moment: Date, language: Language): string {
	return new Intl.DateTimeFormat(locale[language], { timeStyle: 'short', timeZone }).format(moment);
}

// Made once: a file of a group has tens of thousands of days.
const isoDays = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });

/** yyyy-mm-dd, for date fields and exports. */
export function isoDay(moment: Date): string {
	return isoDays.format(moment);
}

/** With one decimal, and the sign a language puts before it. */
export function decimal(value: number, language: Language): string {
	return new Intl.NumberFormat(locale[language], {
		minimumFractionDigits: 1,
		maximumFractionDigits: 1
	}).format(value);
}

export function list(words: string[], language: Language): string {
	return new Intl.ListFormat(locale[language], { type: 'conjunction' }).format(words);
}

/** A share 0–1 as a whole percentage. */
export function percent(share: number, language: Language): string {
	return new Intl.NumberFormat(locale[language], {
		style: 'percent',
		maximumFractionDigits: 0
	}).format(share);
}

/** A correlation or the like, with two decimals. */
export function coefficient(value: number, language: Language): string {
	return new Intl.NumberFormat(locale[language], {
		minimumFractionDigits: 2,
		maximumFractionDigits: 2,
		signDisplay: 'negative'
	}).format(value);
}
