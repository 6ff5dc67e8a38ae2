/** The languages of the course. Language is a property of the view, never of the progress. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in every language. */
export type Text = Record<Language, string>;

export function isLanguage(value: unknown): value is Language {
	return languages.includes(value as Language);
}
