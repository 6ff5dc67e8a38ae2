import type { Language } from '#lib/course/language.ts';

/** A number as the language writes it. @param most digits behind the comma @param least so many, also when they are 0 */
export function decimal(value: number, language: Language, most = 2, least = 0): string {
	return new Intl.NumberFormat(language, {
		minimumFractionDigits: least,
		maximumFractionDigits: most
	}).format(value);
}

/** A share of 0–1 as a percentage. @param most digits behind the comma */
export function percent(share: number, language: Language, most = 0): string {
	return new Intl.NumberFormat(language, {
		style: 'percent',
		maximumFractionDigits: most
	}).format(share);
}
