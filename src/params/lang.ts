import { isLanguage } from '#lib/course/language.ts';

export const match = (param: string): boolean => isLanguage(param);
