import type { Role } from './db/schema.ts';

/** A way back after signing in: only paths of our own, and none that would lead in circles. */
export function safeNext(text: string | null | undefined, fallback: string): string {
	if (!text || text.length > 300) return fallback;
	if (!/^\/(nl|en)\/[A-Za-z0-9/_.-]*$/.test(text) || text.includes('//') || text.includes('..'))
		return fallback;
	return /^\/(nl|en)\/(sign-|forgot|welcome|second-step|confirm)/.test(text) ? fallback : text;
}

/** Where somebody begins. */
export function homeOf({ role }: { role: Role }, language: string): string {
	const page = { learner: 'course', manager: 'manage', administrator: 'admin' }[role];
	return `/${language}/${page}`;
}
