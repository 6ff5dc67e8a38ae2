import type { Language } from '#lib/course/language.ts';
import { troubles, type Trouble } from '#lib/i18n/elsewhere.ts';
import { fitsDomains } from '../mail-domains.ts';
import type { Pending } from './pending.ts';
import type { Setting } from './setting.ts';

export type { Trouble };

const pages = { 'sign-in': 'sign-in', confirm: 'confirm', link: 'account' };

/** The page on which somebody began, with what is in the way. */
export function troubleAt(
	what: Trouble,
	{ purpose, language, next }: Pick<Pending, 'purpose' | 'next'> & { language: Language }
): string {
	const rest = next && `&next=${encodeURIComponent(next)}`;
	return `/${language}/${pages[purpose]}?elsewhere=${what}${rest}`;
}

/** What an address says that is in the way; anything else in it says nothing. */
function troubleIn(url: URL): Trouble | undefined {
	const said = url.searchParams.get('elsewhere');
	return troubles.find((each) => each === said);
}

/** What a page shows of it; nothing when there is no such way in. */
export const shown = (setting: Setting | undefined, url: URL) =>
	setting && { name: setting.name, trouble: troubleIn(url) };

/** Whether somebody with this address comes in this way alone. */
export const isOnlyWay = (setting: Setting | undefined, email: string): boolean =>
	setting !== undefined && setting.only && fitsDomains(email, setting.domains);
