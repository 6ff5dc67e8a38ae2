import type { PrivacyRow } from '#lib/i18n/privacy.ts';

/** The ground in law that fits best. The organisation's own lawyer decides; the words of the notes say so. */
export const bases = ['contract', 'interest', 'consent'] as const;
export type Basis = (typeof bases)[number];

/** What is done with personal data, in the order of the notes. */
export const activities = [
	'access',
	'learning',
	'groups',
	'sharing',
	'contact',
	'certificate',
	'accountability'
] as const;
export type Activity = (typeof activities)[number];

const of = (activity: Activity, basis: Basis) => ({ activity, basis });

/**
 * For every line of the privacy page: which activity it belongs to, and on what ground it may be kept. Employees cannot
 * freely refuse their employer, so consent stands only where nothing at all depends on it and it is off until asked for.
 */
export const grounds: Record<PrivacyRow, { activity: Activity; basis: Basis }> = {
	identity: of('access', 'contract'),
	password: of('access', 'contract'),
	secondStep: of('access', 'interest'),
	elsewhere: of('access', 'interest'),
	session: of('access', 'contract'),
	links: of('access', 'contract'),
	tries: of('access', 'interest'),
	answers: of('learning', 'contract'),
	progress: of('learning', 'interest'),
	retention: of('learning', 'interest'),
	place: of('learning', 'contract'),
	marks: of('learning', 'contract'),
	canvas: of('learning', 'contract'),
	plans: of('learning', 'contract'),
	appeals: of('learning', 'contract'),
	overrides: of('learning', 'interest'),
	device: of('learning', 'contract'),
	trial: of('learning', 'contract'),
	cohort: of('groups', 'interest'),
	invitations: of('groups', 'interest'),
	insights: of('groups', 'interest'),
	comments: of('sharing', 'interest'),
	secondLook: of('sharing', 'consent'),
	weekly: of('contact', 'consent'),
	reminders: of('contact', 'interest'),
	mail: of('contact', 'interest'),
	certificate: of('certificate', 'contract'),
	audit: of('accountability', 'interest')
};
