import type { Mutation } from './mutant.ts';

/** One guard of the built server, and how it looks when somebody has deleted it. */
export type Guard = Mutation & {
	name: string;
	/** Where its absence shows first; the rest of the matrix is asked only when nothing is wrong there. */
	near?: string;
	/** Its absence shows in what comes after a change of role or the end of a session. */
	effects?: true;
};

const policy = (route: string, from: string, to: string): Guard => ({
	name: `${route} is for ${to}`,
	find: `"${route}": "${from}"`,
	put: `"${route}": "${to}"`,
	near: route
});
const cohort = '/[lang=lang]/manage/[cohort]';

export const guards: Guard[] = [
	policy('/[lang=lang]/(learner)/course', 'signed-in', 'public'),
	policy('/[lang=lang]/(learner)/quiz/[quiz]/[number]/[question]', 'signed-in', 'public'),
	policy('/[lang=lang]/manage', 'manager', 'signed-in'),
	policy('/[lang=lang]/manage/new', 'manager', 'signed-in'),
	policy(cohort, 'manager', 'signed-in'),
	policy(`${cohort}/joining`, 'manager', 'public'),
	policy(`${cohort}/settings`, 'manager', 'public'),
	policy(`${cohort}/people.csv`, 'manager', 'public'),
	policy(`${cohort}/people.xlsx`, 'manager', 'public'),
	policy('/[lang=lang]/admin', 'administrator', 'manager'),
	policy('/[lang=lang]/admin/appeals', 'administrator', 'manager'),
	policy('/[lang=lang]/admin/regrades', 'administrator', 'manager'),
	policy('/[lang=lang]/admin/privacy', 'administrator', 'manager'),
	policy('/[lang=lang]/admin/content', 'administrator', 'manager'),
	policy('/[lang=lang]/admin/content/[item]', 'administrator', 'manager'),
	{
		name: 'a learner may enter where managers may',
		find: 'return role === "learner" ? "not-there" : "open";',
		put: 'return "open";',
		near: cohort
	},
	{
		name: 'anybody may enter where administrators may',
		find: 'return role === "administrator" ? "open" : "not-there";',
		put: 'return "open";',
		near: '/[lang=lang]/admin'
	},
	{
		name: 'nobody has to sign in first',
		find: 'if (role === void 0) return "sign-in-first";',
		put: ''
	},
	{
		name: 'the hook does not close what is not there',
		find: 'if (allowed === "not-there") return closedPage(404, locals.language);',
		put: ''
	},
	{
		name: 'the hook does not ask to sign in',
		find: 'if (allowed === "sign-in-first") return signInFirst(event);',
		put: ''
	},
	{
		name: 'names that every object has are taken for actions',
		find: 'if (request.method === "POST" && namesNoAction(url)) return closedPage(404, locals.language);',
		put: ''
	},
	{
		name: 'the origin is not looked at',
		find: 'if (!fromOurselves(request, app.env.ORIGIN)) {',
		put: 'if (false) {'
	},
	{
		name: 'Sec-Fetch-Site is not looked at',
		find: 'if (site !== null && site !== "same-origin") return false;',
		put: ''
	},
	{
		name: 'Origin is not looked at',
		find: 'if (from !== null && from !== origin) return false;',
		put: ''
	},
	{
		name: 'no headers at all are fine',
		find: 'return site !== null || from !== null;',
		put: 'return true;'
	},
	{
		name: 'PATCH counts as reading',
		find: '"OPTIONS"\n\t].includes(request.method)) return true;\n\tconst site',
		put: '"OPTIONS",\n\t\t"PATCH"\n\t].includes(request.method)) return true;\n\tconst site'
	},
	{
		name: 'a cohort is found without its manager',
		find: '.where(and(eq(cohort.id, id), eq(cohortManager.accountId, accountId)))',
		put: '.where(eq(cohort.id, id))',
		near: cohort
	},
	{
		name: 'a manager’s list holds every cohort',
		find: '.where(eq(cohortManager.accountId, accountId)).orderBy(desc(cohort.startsAt)',
		put: '.orderBy(desc(cohort.startsAt)'
	},
	{
		name: 'a cohort holds everybody',
		find: '({ cohortId, accountId }) => and(eq(membership.cohortId, cohortId), ',
		put: '({ cohortId, accountId }) => and('
	},
	{
		name: 'the page of a cohort is for any manager',
		find: '.where(and(eq(cohort.id, cohortId), eq(cohortManager.accountId, managerId)))',
		put: '.where(eq(cohort.id, cohortId))'
	},
	{
		name: 'the list of a cohort’s page holds everybody',
		find: 'const here = eq(membership.cohortId, cohortId);',
		put: 'const here = sql`true`;'
	},
	{
		name: 'a learner’s own line is the first of the cohort',
		find: 'accountId === void 0 ? void 0 : eq(membership.accountId, accountId)',
		put: 'void 0'
	},
	{
		name: 'everybody is in every cohort',
		find: '.where(eq(membership.accountId, accountId)).orderBy(asc(membership.joinedAt))',
		put: '.orderBy(asc(membership.joinedAt))'
	},
	{
		name: 'a cohort’s page holds every link',
		find: '.where(and(eq(joinLink.cohortId, cohortId), isNull(joinLink.email))).groupBy',
		put: '.where(isNull(joinLink.email)).groupBy'
	},
	{
		name: 'any manager may revoke any link',
		find: 'and(eq(joinLink.id, id), eq(joinLink.cohortId, cohortId), isNull(joinLink.revokedAt))',
		put: 'and(eq(joinLink.id, id), isNull(joinLink.revokedAt))',
		effects: true
	},
	{
		name: 'attempts are found without their learner',
		find: 'and(eq(attempt.accountId, accountId), eq(attempt.quiz, quiz))',
		put: 'eq(attempt.quiz, quiz)',
		near: '/[lang=lang]/(learner)/quiz/[quiz]'
	},
	{
		name: 'a question is found without its learner',
		find: 'and(eq(attempt.accountId, sql.placeholder("accountId")), ',
		put: 'and(',
		near: '/[lang=lang]/(learner)/quiz/[quiz]/[number]/[question]'
	},
	{
		name: 'answers are found without their learner',
		find: 'where ${response.accountId} = ${account.id} and ${response.item} =',
		put: 'where ${response.item} ='
	},
	{
		name: 'predictions are found without their learner',
		find: 'where ${prediction.accountId} = ${account.id} and ${prediction.prediction} =',
		put: 'where ${prediction.prediction} ='
	},
	{
		name: 'notes are found without their writer',
		find: 'where ${noteRevision.accountId} = ${account.id} and ${noteRevision.field} =',
		put: 'where ${noteRevision.field} ='
	},
	{
		name: 'completions are everybody’s',
		find: '.from(completion).where(eq(completion.accountId, accountId))',
		put: '.from(completion)'
	},
	{
		name: 'the place in a lesson is everybody’s',
		find: 'where ${position.accountId} = ${account.id} and ${position.lesson} = ${theLesson})',
		put: 'where ${position.lesson} = ${theLesson} limit 1)'
	},
	{
		name: 'what was begun is found without its learner: answers',
		find: '.where(and(eq(response.accountId, accountId), inLesson));\n\tconst predictions',
		put: '.where(inLesson);\n\tconst predictions'
	},
	{
		name: 'marks in a lesson are found without their owner',
		find: 'where ${annotation.accountId} = ${account.id} and ${annotation.lesson} =',
		put: 'where ${annotation.lesson} ='
	},
	{
		name: 'all marks of a person are everybody’s',
		find: '.from(annotation).where(eq(annotation.accountId, accountId)).orderBy',
		put: '.from(annotation).orderBy'
	},
	{
		name: 'a canvas is everybody’s',
		find: 'and(eq(canvasRevision.accountId, accountId), fields && inArray',
		put: 'and(fields && inArray',
		near: '/[lang=lang]/(learner)/canvas/[exercise]'
	},
	{
		name: 'a shared exercise is for every manager',
		find: 'and(eq(cohortManager.accountId, managerId), eq(canvasShare.cohortId, cohortId)',
		put: 'and(eq(canvasShare.cohortId, cohortId)',
		near: '/[lang=lang]/manage/[cohort]/canvas/[share]'
	},
	{
		name: 'a request for a second look is for everybody',
		find: 'inCohort(db, sql`${reviewerId}`), ',
		put: '',
		near: '/[lang=lang]/(learner)/canvas/reviews'
	},
	{
		name: 'a place at a second look is anybody’s',
		find: 'eq(canvasReview.id, id), eq(canvasReview.reviewerId, reviewerId), readable(',
		put: 'eq(canvasReview.id, id), readable(',
		near: '/[lang=lang]/(learner)/canvas/reviews/[review]'
	},
	{
		name: 'what was done is read by everybody',
		find: 'pseudonym === void 0 ? void 0 : or(',
		put: 'true ? void 0 : or(',
		near: '/[lang=lang]/(learner)/account/data'
	},
	{
		name: 'a certificate is everybody’s',
		find: '.where(eq(certificate.accountId, accountId)).orderBy(desc(certificate.edition))',
		put: '.orderBy(desc(certificate.edition))'
	},
	{
		name: 'behind a code there is always a name',
		find: 'certificate.showsName && name !== null',
		put: 'name !== null'
	},
	{
		name: 'what comes back for review is found without its learner',
		find: '.where(eq(response.accountId, accountId)).orderBy(response.answeredAt',
		put: '.orderBy(response.answeredAt'
	},
	{
		name: 'an answer of somebody else can be appealed',
		find: 'and(eq(response.answerId, answerId), eq(response.accountId, accountId))',
		put: 'eq(response.answerId, answerId)',
		near: '/[lang=lang]/(learner)/appeals/[answer]'
	},
	{
		name: 'appeals are everybody’s',
		find: '.where(eq(appeal.accountId, accountId)).orderBy(desc(appeal.madeAt)',
		put: '.orderBy(desc(appeal.madeAt)'
	},
	{
		name: 'the map’s attempts are everybody’s',
		find: '.where(eq(attempt.accountId, accountId)).orderBy(asc(attempt.quiz)',
		put: '.orderBy(asc(attempt.quiz)'
	},
	{
		name: 'what the session table holds opens a session',
		find: 'withAccount(db, hashOf(id))',
		put: 'withAccount(db, stored(id))'
	},
	{
		name: 'signing out leaves the session',
		find: 'await lucia.invalidateSession(id);',
		put: '',
		effects: true
	},
	{
		name: 'signing out everywhere leaves the sessions',
		find: 'revokeAll: (accountId) => lucia.invalidateUserSessions(accountId)',
		put: 'revokeAll: () => {}',
		effects: true
	},
	{
		name: 'a new role leaves the sessions of the old one',
		find: 'if (done) await removeOfAccount(tx, id);',
		put: '',
		effects: true
	},
	{
		name: 'an administrator may drop their own role',
		find: 'if (account === self.id) return fail(400, { self: true });',
		put: '',
		effects: true
	}
];
