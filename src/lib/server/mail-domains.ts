import { domainToASCII } from 'node:url';

/** At most so many domains may use a link. */
const MOST = 20;

/**
 * Domains as somebody typed them, as they are written in addresses: lower case, without an @ in front.
 *
 * @returns undefined when one of them is no domain, or there are too many
 */
export function domainsIn(text: string): string[] | undefined {
	const typed = text.split(/[\s,;]+/).filter((each) => each !== '');
	const domains = typed.map((each) => domainToASCII(each.replace(/^@/, '').toLowerCase()));
	const valid = domains.every(
		(each) => each.length <= 253 && /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/.test(each)
	);
	return valid && domains.length <= MOST ? [...new Set(domains)] : undefined;
}

/** Whether an address may use a link for these domains; any may when there are none. */
export const fitsDomains = (email: string, domains: string[]) =>
	domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1));
