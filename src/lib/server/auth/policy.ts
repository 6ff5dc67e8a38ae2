import type { Role } from '../db/schema.ts';

/** Who may use a route. Beyond this, every query goes through the person who asks. */
export type Policy = 'public' | 'half' | 'signed-in' | 'manager' | 'administrator';
/** Somebody who typed the right password and has not done the second step. */
type Half = 'half';

/** Every route, by its id. A route that is not here is closed to everybody: the app answers 404. */
export const policies: Record<string, Policy> = {
	'/': 'public',
	'/[lang=lang]': 'public',
	'/[lang=lang]/(public)/sign-in': 'public',
	'/[lang=lang]/(public)/sign-in/elsewhere': 'public',
	'/[lang=lang]/(public)/sign-in/elsewhere/[secret]': 'public',
	'/sign-in/elsewhere': 'public',
	'/[lang=lang]/(public)/sign-up': 'public',
	'/[lang=lang]/(public)/forgot': 'public',
	'/[lang=lang]/(public)/welcome/[secret]': 'public',
	'/[lang=lang]/(public)/join/[code]': 'public',
	'/[lang=lang]/(public)/weekly/[secret]': 'public',
	'/[lang=lang]/(public)/weekly/stop/[secret]': 'public',
	'/[lang=lang]/(public)/glossary': 'public',
	'/[lang=lang]/(public)/sources': 'public',
	'/[lang=lang]/(public)/privacy': 'public',
	'/[lang=lang]/(public)/try': 'public',
	'/[lang=lang]/(public)/bewijs': 'public',
	'/[lang=lang]/(public)/bewijs/[code]': 'public',
	'/[lang=lang]/(learner)/certificate': 'signed-in',
	'/[lang=lang]/(learner)/certificate/certificate.pdf': 'signed-in',
	'/[lang=lang]/(learner)/certificate/badge.json': 'signed-in',
	'/[lang=lang]/(learner)/certificate/badge.png': 'signed-in',
	'/[lang=lang]/(learner)/course': 'signed-in',
	'/[lang=lang]/(learner)/lesson/[lesson]': 'signed-in',
	'/[lang=lang]/(learner)/quiz/[quiz]': 'signed-in',
	'/[lang=lang]/(learner)/quiz/[quiz]/[number]/[question]': 'signed-in',
	'/[lang=lang]/(learner)/search': 'signed-in',
	'/[lang=lang]/(learner)/manager-view': 'signed-in',
	'/[lang=lang]/(learner)/notes': 'signed-in',
	'/[lang=lang]/(learner)/review': 'signed-in',
	'/[lang=lang]/(learner)/learning': 'signed-in',
	'/[lang=lang]/(learner)/retention/[days]': 'signed-in',
	'/[lang=lang]/(learner)/retention/[days]/[question]': 'signed-in',
	'/[lang=lang]/(learner)/notes/notes.md': 'signed-in',
	'/[lang=lang]/(learner)/canvas': 'signed-in',
	'/[lang=lang]/(learner)/canvas/[exercise]': 'signed-in',
	'/[lang=lang]/(learner)/canvas/[exercise]/versions/[field]': 'signed-in',
	'/[lang=lang]/(learner)/canvas/whole': 'signed-in',
	'/[lang=lang]/(learner)/canvas/follow-up': 'signed-in',
	'/[lang=lang]/(learner)/canvas/reviews': 'signed-in',
	'/[lang=lang]/(learner)/canvas/reviews/[review]': 'signed-in',
	'/[lang=lang]/(learner)/canvas/canvas.md': 'signed-in',
	'/[lang=lang]/(learner)/canvas/canvas.json': 'signed-in',
	'/[lang=lang]/(learner)/canvas/canvas.docx': 'signed-in',
	'/[lang=lang]/(learner)/canvas/canvas.pdf': 'signed-in',
	'/[lang=lang]/(learner)/account': 'signed-in',
	'/[lang=lang]/(learner)/account/data': 'signed-in',
	'/[lang=lang]/(learner)/account/data/archive.zip': 'signed-in',
	'/[lang=lang]/(learner)/appeals': 'signed-in',
	'/[lang=lang]/(learner)/appeals/[answer]': 'signed-in',
	'/[lang=lang]/(learner)/account/second-step': 'signed-in',
	'/[lang=lang]/(learner)/confirm': 'signed-in',
	'/[lang=lang]/second-step': 'half',
	'/[lang=lang]/sign-out': 'half',
	'/[lang=lang]/manage': 'manager',
	'/[lang=lang]/manage/new': 'manager',
	'/[lang=lang]/manage/[cohort]': 'manager',
	'/[lang=lang]/manage/[cohort]/joining': 'manager',
	'/[lang=lang]/manage/[cohort]/joining/[list]': 'manager',
	'/[lang=lang]/manage/[cohort]/settings': 'manager',
	'/[lang=lang]/manage/[cohort]/people.csv': 'manager',
	'/[lang=lang]/manage/[cohort]/people.xlsx': 'manager',
	'/[lang=lang]/manage/[cohort]/people/[person]': 'manager',
	'/[lang=lang]/manage/[cohort]/canvas': 'manager',
	'/[lang=lang]/manage/[cohort]/canvas/[share]': 'manager',
	'/[lang=lang]/admin': 'administrator',
	'/[lang=lang]/admin/appeals': 'administrator',
	'/[lang=lang]/admin/audit': 'administrator',
	'/[lang=lang]/admin/regrades': 'administrator',
	'/[lang=lang]/admin/content': 'administrator',
	'/[lang=lang]/admin/content/items.csv': 'administrator',
	'/[lang=lang]/admin/content/[item]': 'administrator',
	'/[lang=lang]/admin/privacy': 'administrator',
	'/[lang=lang]/admin/privacy/[note]': 'administrator',
	'/[lang=lang]/admin/privacy/[note]/note.md': 'administrator',
	'/[x+2e]well-known/did.json': 'public',
	'/credentials/status/1': 'public',
	'/badge.png': 'public',
	'/api/health': 'public',
	'/api/ready': 'public'
};

export type Entry = 'open' | 'sign-in-first' | 'not-there';

const policyOf = (routeId: string): Policy | undefined =>
	Object.hasOwn(policies, routeId) ? policies[routeId] : undefined;

/** Whether a route is for people who see what others do. */
export function isForStaff(routeId: string): boolean {
	const policy = policyOf(routeId);
	return policy === 'manager' || policy === 'administrator';
}

/** Whether somebody may use a route. What is not for them is not there. */
export function entry(routeId: string, role: Role | Half | undefined): Entry {
	const policy = policyOf(routeId);
	if (policy === undefined) return 'not-there';
	if (policy === 'public') return 'open';
	if (role === undefined) return 'sign-in-first';
	if (policy === 'half') return 'open';
	if (role === 'half') return 'sign-in-first';
	if (policy === 'signed-in') return 'open';
	if (policy === 'manager') return role === 'learner' ? 'not-there' : 'open';
	return role === 'administrator' ? 'open' : 'not-there';
}
