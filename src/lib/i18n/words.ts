import type { Language } from '#lib/course/language.ts';

/** Words of one part of the interface. The types see to it that both languages say everything. */
export function inBoth<W>(words: Record<Language, W>): Record<Language, W> {
	return words;
}
