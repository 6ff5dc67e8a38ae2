import type { Language } from '#lib/course/language.ts';

/** Somebody in a list of people to invite. */
export type Invited = {
	/** In the file, from 1; the heading is a row too. */
	row: number;
	/** Lower case. */
	email: string;
	name: string | null;
	/** Absent: that of the cohort. */
	language: Language | null;
};

/** Why a row cannot be used. With one of these nothing of a list is carried out. */
export type ImportFault = {
	row: number;
	column: 'email' | 'name' | 'language';
	problem: 'no-address' | 'bad-address' | 'bad-name' | 'bad-language' | 'twice';
	/** What is there. */
	value: string;
	/** The row with the same address. */
	other?: number;
};

/** What carrying out a list would do with a row. Nobody is ever taken out of a cohort by it. */
export const fates = ['new', 'changed', 'invited', 'member'] as const;
export type Fate = (typeof fates)[number];
export type ImportLine = Invited & { fate: Fate };
