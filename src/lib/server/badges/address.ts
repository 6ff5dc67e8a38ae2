import type { Language } from '#lib/course/language.ts';
import { shownCode } from '#lib/learning/certificate-code.ts';

/** The page where anybody can see what a certificate proves. */
export const proofAddress = (origin: string, language: Language, code: string) =>
	`${origin}/${language}/bewijs/${shownCode(code)}`;
