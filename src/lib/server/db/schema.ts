import type { Language } from '#lib/course/language.ts';
import type { Rollup } from '#lib/learning/cohort.ts';
import type { Confidence } from '#lib/learning/confidence.ts';
import type { QuizSums } from '#lib/learning/item-sums.ts';
import type { PlanOutcome } from '#lib/learning/plan-follow-up.ts';
import { sql } from 'drizzle-orm';
import {
	boolean,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';

// Facts (response, prediction, note_revision, completion, canvas_revision) are inserted and never changed.

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const roles = ['learner', 'manager', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** What becomes of a certificate when the account behind it goes. */
export const afterErasures = ['anonymous', 'withdrawn'] as const;
export type AfterErasure = (typeof afterErasures)[number];

export const account = pgTable('account', {
	id: uuid('id').primaryKey(),
	/** Lower case; one account an address. */
	email: text('email').notNull().unique(),
	name: text('name').notNull(),
	language: text('language', { enum: ['nl', 'en'] }).notNull(),
	role: text('role', { enum: roles }).notNull(),
	passwordHash: text('password_hash').notNull(),
	/** The edition of the course this person is in: what counts for them. */
	edition: integer('edition').notNull(),
	/** Whether they asked for one question a week by mail. Off until asked for. */
	weeklyMail: boolean('weekly_mail').notNull().default(false),
	/** Whether a manager may have the course send them a reminder. On until turned off. */
	nudges: boolean('nudges').notNull().default(true),
	/** Whether a manager asked for one mail a week about their groups. Off until asked for. */
	digest: boolean('digest').notNull().default(false),
	/** When they last signed in; absent until the first time. Accounts that nobody uses are erased. */
	signedInAt: moment('signed_in_at'),
	/** When they were told that their account is going to be erased, since they last signed in. */
	warnedAt: moment('warned_at'),
	createdAt: moment('created_at').notNull()
});

export const session = pgTable(
	'session',
	{
		/** SHA-256 of the secret in the cookie: a stolen table gives no way in. */
		id: text('id').primaryKey(),
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		expiresAt: moment('expires_at').notNull(),
		/** No renewal goes beyond this moment. */
		endsAt: moment('ends_at').notNull(),
		/** When its owner last proved who they are: at signing in, or later when asked once more. */
		confirmedAt: moment('confirmed_at').notNull().defaultNow(),
		/** When the second step was done; absent while only the first was. */
		secondFactorAt: moment('second_factor_at')
	},
	(table) => [index('session_account').on(table.accountId)]
);

/** The second step of signing in: codes that a device of theirs makes from a secret (TOTP, RFC 6238). */
export const secondFactor = pgTable('second_factor', {
	accountId: uuid('account_id')
		.primaryKey()
		.references(() => account.id, { onDelete: 'cascade' }),
	/** Sealed with a key that is not in the database. */
	secret: text('secret').notNull(),
	/** When a first code was right; absent while it is being set up. */
	confirmedAt: moment('confirmed_at'),
	/** The time step of the last code that was taken, so that no code works twice. */
	lastStep: integer('last_step')
});

/** A code on paper that stands in for the device, once. */
export const recoveryCode = pgTable(
	'recovery_code',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** Never the code itself. */
		hash: text('hash').notNull(),
		usedAt: moment('used_at')
	},
	(table) => [primaryKey({ columns: [table.accountId, table.hash] })]
);

/** Who somebody is to the organisation's own sign-in (OpenID Connect): its name for them never changes, an address may. */
export const identity = pgTable(
	'identity',
	{
		issuer: text('issuer').notNull(),
		subject: text('subject').notNull(),
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		createdAt: moment('created_at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.issuer, table.subject] }),
		index('identity_account').on(table.accountId)
	]
);

/** A link that is in a mail: used once, then gone. */
export const token = pgTable('token', {
	/** SHA-256 of the secret in the link. */
	id: text('id').primaryKey(),
	kind: text('kind', {
		enum: [
			'sign-up',
			'reset',
			'first-administrator',
			'weekly',
			'weekly-stop',
			'export',
			'sign-in-elsewhere'
		]
	}).notNull(),
	/** What the link is about: name, address and language, or the account; for a weekly question also the item. */
	subject: jsonb('subject').$type<TokenSubject>().notNull(),
	expiresAt: moment('expires_at').notNull()
});
export type TokenSubject = {
	email?: string;
	name?: string;
	accountId?: string;
	/** The one question that may be answered with this link. */
	item?: string;
	/** Where to go afterwards: a path of our own. */
	next?: string;
	/** What was answered in the open lesson before there was an account. */
	trial?: unknown;
	/** Of signing in elsewhere: what it is for, and what became of it. */
	elsewhere?: PendingSignIn;
};
/** Somebody who is on their way through their organisation's own sign-in. */
export type PendingSignIn = {
	/** A print of what their browser keeps: nobody else can go on where they were. */
	browser: string;
	purpose: 'sign-in' | 'confirm' | 'link';
	language: Language;
	/** What the provider calls them, once they were there. */
	known?: { issuer: string; subject: string };
	/** Whether they used more than one means there. */
	secondFactor?: boolean;
};

/** Failed or counted tries per account or address; survives a restart. */
export const throttle = pgTable('throttle', {
	key: text('key').primaryKey(),
	count: integer('count').notNull(),
	since: moment('since').notNull(),
	blockedUntil: moment('blocked_until'),
	/** Names the try that was let through last, so that two at once cannot both believe it was them. */
	admitted: uuid('admitted')
});

/** Mail that still has to go out, and mail that went. */
export const outbox = pgTable(
	'outbox',
	{
		id: uuid('id').primaryKey(),
		recipient: text('recipient').notNull(),
		subject: text('subject').notNull(),
		body: text('body').notNull(),
		createdAt: moment('created_at').notNull(),
		tries: smallint('tries').notNull().default(0),
		nextTryAt: moment('next_try_at').notNull(),
		sentAt: moment('sent_at')
	},
	(table) => [
		index('outbox_waiting')
			.on(table.nextTryAt)
			.where(sql`${table.sentAt} is null`)
	]
);

/** What managers of a cohort see: what is done and when, or also in which band a quiz was passed. */
export const visibilities = ['status', 'bands'] as const;
export type Visibility = (typeof visibilities)[number];

export const cohort = pgTable('cohort', {
	id: uuid('id').primaryKey(),
	name: text('name').notNull(),
	startsAt: moment('starts_at').notNull(),
	endsAt: moment('ends_at').notNull(),
	/** With it everybody has a plan of their own, from joining on; without it one plan is for all. */
	lessonsPerWeek: smallint('lessons_per_week'),
	/** The language of its invitations. */
	language: text('language', { enum: ['nl', 'en'] })
		.notNull()
		.default('nl'),
	sees: text('sees', { enum: visibilities }).notNull().default('status'),
	/** Since when its members are asked whether managers may see bands too. */
	asksBandsAt: moment('asks_bands_at'),
	archivedAt: moment('archived_at'),
	/** The day on which its insights were last worked out, `2026-11-24`. */
	insightsOn: text('insights_on'),
	/** The day on which what is kept of its members was last compared with their facts. */
	recountedOn: text('recounted_on'),
	createdAt: moment('created_at').notNull()
});

export const cohortManager = pgTable(
	'cohort_manager',
	{
		cohortId: uuid('cohort_id')
			.notNull()
			.references(() => cohort.id, { onDelete: 'cascade' }),
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** The way in which they last chose to see the list, as the parameters of its address. */
		view: text('view')
	},
	(table) => [
		primaryKey({ columns: [table.cohortId, table.accountId] }),
		index('cohort_manager_account').on(table.accountId)
	]
);

export const membership = pgTable(
	'membership',
	{
		cohortId: uuid('cohort_id')
			.notNull()
			.references(() => cohort.id, { onDelete: 'cascade' }),
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		joinedAt: moment('joined_at').notNull(),
		/** A last day of their own, when a manager gave them more time. */
		endsAt: moment('ends_at'),
		/** Why, in the words of that manager. */
		endsReason: text('ends_reason'),
		/** When they agreed that managers may see bands; absent when they did not. */
		bandsAgreedAt: moment('bands_agreed_at'),
		joinLinkId: uuid('join_link_id').references(() => joinLink.id, { onDelete: 'set null' }),
		// What follows from the facts, kept so that nobody has to read those of a whole group: server/rollups.ts.
		/** By which rules it was worked out; triggers take it away as soon as a fact changes. Absent: to be worked out. */
		rules: text('rules'),
		rollup: jsonb('rollup').$type<StoredRollup>(),
		standing: text('standing'),
		parts: jsonb('parts').$type<string[]>().notNull().default([]),
		/** The name by which lists are in order and searched. The migration gives it the order of its code points. */
		nameKey: text('name_key')
	},
	(table) => [
		primaryKey({ columns: [table.cohortId, table.accountId] }),
		index('membership_account').on(table.accountId),
		index('membership_by_rules').on(table.cohortId, table.rules, table.accountId),
		index('membership_by_name').on(table.cohortId, table.nameKey, table.accountId),
		index('membership_by_standing').on(
			table.cohortId,
			table.standing,
			table.nameKey,
			table.accountId
		)
	]
);

/** A roll-up as JSON keeps it, with the middle of the day on which they joined. */
export type StoredRollup = Omit<Rollup, 'finishedAt'> & { finishedAt?: string; joinedAt: string };

/**
 * How often each part and each standing is there in a cohort: the sum of its rows. Triggers add rows for whatever changes in
 * a membership, so that nobody waits for anybody; now and then rows are added up into one.
 */
export const cohortRollup = pgTable(
	'cohort_rollup',
	{
		// No reference: rows are added while a cohort is being deleted too, and add up to nothing then.
		cohortId: uuid('cohort_id').notNull(),
		part: text('part').notNull(),
		people: integer('people').notNull()
	},
	(table) => [index('cohort_rollup_of').on(table.cohortId)]
);

/**
 * What the members of a cohort still knew after 30 days, added up five new people at a time and never taken apart: whoever
 * leaves, or erases their account, changes nothing here, so that no difference of two figures is about fewer than five.
 */
export const cohortFigure = pgTable('cohort_figure', {
	cohortId: uuid('cohort_id')
		.primaryKey()
		.references(() => cohort.id, { onDelete: 'cascade' }),
	people: integer('people').notNull(),
	right: integer('right').notNull()
});

/** Who is in such a figure: once, whatever cohorts they are in, so that two of them cannot be subtracted either. */
export const cohortFigureMember = pgTable('cohort_figure_member', {
	accountId: uuid('account_id')
		.primaryKey()
		.references(() => account.id, { onDelete: 'cascade' })
});

/**
 * How many members are in each level of something (an objective, a misconception), added up five new people at a time and
 * never taken apart, like the figure above.
 */
export const cohortInsight = pgTable(
	'cohort_insight',
	{
		cohortId: uuid('cohort_id')
			.notNull()
			.references(() => cohort.id, { onDelete: 'cascade' }),
		/** `objective:LO-A1.1`, `misconception:mc-…` */
		subject: text('subject').notNull(),
		/** People per level, in the order of the levels. */
		levels: jsonb('levels').$type<number[]>().notNull()
	},
	(table) => [primaryKey({ columns: [table.cohortId, table.subject] })]
);

/** Who is in such a sum: once per subject, whatever cohorts they are in. */
export const cohortInsightMember = pgTable(
	'cohort_insight_member',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		subject: text('subject').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.subject] })]
);

/** A file of people to invite, as it was read, between the preview and the moment it is carried out. Gone after a day. */
export const cohortImport = pgTable(
	'cohort_import',
	{
		id: uuid('id').primaryKey(),
		cohortId: uuid('cohort_id')
			.notNull()
			.references(() => cohort.id, { onDelete: 'cascade' }),
		/** Who brought it. */
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		rows: jsonb('rows').$type<unknown[]>().notNull(),
		madeAt: moment('made_at').notNull(),
		appliedAt: moment('applied_at')
	},
	(table) => [index('cohort_import_made').on(table.madeAt)]
);

/** One more try at a quiz, which a manager or administrator gave somebody who had none left. */
export const extraTry = pgTable(
	'extra_try',
	{
		id: uuid('id').primaryKey(),
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		quiz: text('quiz').notNull(),
		reason: text('reason').notNull(),
		at: moment('at').notNull()
	},
	(table) => [index('extra_try_of').on(table.accountId, table.quiz)]
);

/** A unit that somebody need not do: beside its completion, and why. */
export const exemption = pgTable(
	'exemption',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		unit: text('unit').notNull(),
		reason: text('reason').notNull(),
		at: moment('at').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.unit] })]
);

/**
 * A link with which people join a cohort: for everybody who has it, or, with an address, an invitation for one person.
 * Not secret from its managers, so kept as it is.
 */
export const joinLink = pgTable(
	'join_link',
	{
		id: uuid('id').primaryKey(),
		cohortId: uuid('cohort_id')
			.notNull()
			.references(() => cohort.id, { onDelete: 'cascade' }),
		code: text('code').notNull().unique(),
		maxUses: integer('max_uses').notNull(),
		/** Only addresses of these domains may use it; empty for any. */
		domains: jsonb('domains').$type<string[]>().notNull().default([]),
		/** Whom it invites: nobody else can use it. Lower case. */
		email: text('email'),
		name: text('name'),
		language: text('language', { enum: ['nl', 'en'] }),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		revokedAt: moment('revoked_at')
	},
	(table) => [
		index('join_link_cohort').on(table.cohortId),
		uniqueIndex('join_link_one_invitation')
			.on(table.cohortId, table.email)
			.where(sql`${table.email} is not null and ${table.revokedAt} is null`)
	]
);

/** Every version of every item that was ever served, so that an open attempt is graded by what it was shown. */
export const itemVersion = pgTable(
	'item_version',
	{
		item: text('item').notNull(),
		version: text('version').notNull(),
		body: jsonb('body').notNull()
	},
	(table) => [primaryKey({ columns: [table.item, table.version] })]
);

/**
 * What answers say of questions, per quiz and for all lessons together: sums over many people, worked out once a day. A sum
 * moves on only when five people more or fewer are in it.
 */
export const itemSum = pgTable('item_sum', {
	/** The id of a quiz, or `lessons`. */
	place: text('place').primaryKey(),
	/** The day on which it was last worked out, `2026-11-29`. */
	day: text('day').notNull(),
	sums: jsonb('sums').$type<QuizSums>().notNull()
});

export const attempt = pgTable(
	'attempt',
	{
		id: uuid('id').primaryKey(),
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		quiz: text('quiz').notNull(),
		number: smallint('number').notNull(),
		/** Item and version, in the order of this attempt. */
		items: jsonb('items').$type<{ item: string; version: string }[]>().notNull(),
		startedAt: moment('started_at').notNull(),
		/** Together with the points: absent while the attempt is open. */
		submittedAt: moment('submitted_at'),
		earned: integer('earned'),
		total: integer('total')
	},
	(table) => [
		unique('attempt_number').on(table.accountId, table.quiz, table.number),
		uniqueIndex('attempt_one_open')
			.on(table.accountId, table.quiz)
			.where(sql`${table.submittedAt} is null`)
	]
);

export const response = pgTable(
	'response',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** Made where the answer was given; unique per person, so that nobody can use up another's. */
		answerId: uuid('answer_id').notNull(),
		item: text('item').notNull(),
		version: text('version').notNull(),
		/** Absent for a check inside a lesson. */
		attemptId: uuid('attempt_id').references(() => attempt.id, { onDelete: 'cascade' }),
		/** The day of a review, in the course's time zone; absent in a lesson and in a quiz. */
		reviewDay: text('review_day'),
		/** How sure they were before the check; absent when they did not say. */
		confidence: text('confidence').$type<Confidence>(),
		/** 1, 2, 3 … for one item in one place: the first of two devices has it. */
		try: smallint('try').notNull(),
		given: jsonb('given').notNull(),
		earned: smallint('earned').notNull(),
		total: smallint('total').notNull(),
		language: text('language', { enum: ['nl', 'en'] }).notNull(),
		answeredAt: moment('answered_at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.accountId, table.answerId] }),
		unique('response_once')
			.on(table.accountId, table.item, table.attemptId, table.reviewDay, table.try)
			.nullsNotDistinct()
	]
);

/**
 * "My answer should be right": what somebody said of the mark an answer got. Decided once, by an administrator; a
 * grant is followed by a regrade.
 */
export const appeal = pgTable(
	'appeal',
	{
		accountId: uuid('account_id').notNull(),
		answerId: uuid('answer_id').notNull(),
		reason: text('reason').notNull(),
		madeAt: moment('made_at').notNull(),
		decidedAt: moment('decided_at'),
		granted: boolean('granted'),
		reply: text('reply')
	},
	(table) => [
		primaryKey({ columns: [table.accountId, table.answerId] }),
		foreignKey({
			columns: [table.accountId, table.answerId],
			foreignColumns: [response.accountId, response.answerId]
		}).onDelete('cascade'),
		index('appeal_open')
			.on(table.madeAt)
			.where(sql`${table.decidedAt} is null`)
	]
);

/** Points given afterwards, because the key was wrong or an appeal was right. A fact beside the response; it only raises. */
export const regrade = pgTable(
	'regrade',
	{
		accountId: uuid('account_id').notNull(),
		answerId: uuid('answer_id').notNull(),
		earned: smallint('earned').notNull(),
		why: text('why', { enum: ['appeal', 'repaired-key'] }).notNull(),
		/** Who decided; kept when that account is gone. */
		by: text('by').notNull(),
		at: moment('at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.accountId, table.answerId, table.earned] }),
		foreignKey({
			columns: [table.accountId, table.answerId],
			foreignColumns: [response.accountId, response.answerId]
		}).onDelete('cascade')
	]
);

/** A reminder that went into the outbox: one per person, kind and cycle, so that no crash sends it twice. */
export const reminder = pgTable(
	'reminder',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: ['weekly-question', 'nudge', 'digest'] }).notNull(),
		/** What it is about: the ISO week, `2026-W48`; of a nudge the day, `2026-11-24`. */
		cycle: text('cycle').notNull(),
		at: moment('at').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.kind, table.cycle] })]
);

export const prediction = pgTable(
	'prediction',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		prediction: text('prediction').notNull(),
		chosen: text('chosen').notNull(),
		language: text('language', { enum: ['nl', 'en'] }).notNull(),
		predictedAt: moment('predicted_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.prediction] })]
);

export const completion = pgTable(
	'completion',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** `lesson:a1`, `quiz:m1` */
		unit: text('unit').notNull(),
		firstCompletedAt: moment('first_completed_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.unit] })]
);

export const noteRevision = pgTable(
	'note_revision',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		field: text('field').notNull(),
		revision: integer('revision').notNull(),
		body: text('body').notNull(),
		writtenAt: moment('written_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.field, table.revision] })]
);

/** The step at which somebody last was in a lesson. A convenience, not a fact: it may be overwritten. */
export const position = pgTable(
	'position',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		lesson: text('lesson').notNull(),
		step: text('step').notNull(),
		seenAt: moment('seen_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.lesson] })]
);

/**
 * The run of a simulation at which somebody last was, as parameters, and when they first met its challenge. The run is a
 * convenience and may be overwritten; the moment is a fact and stays.
 */
export const simulationState = pgTable(
	'simulation_state',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		simulation: text('simulation').notNull(),
		state: text('state').notNull(),
		savedAt: moment('saved_at').notNull(),
		reachedAt: moment('reached_at')
	},
	(table) => [primaryKey({ columns: [table.accountId, table.simulation] })]
);

export const marks = ['important', 'question', 'idea'] as const;
export type Mark = (typeof marks)[number];

/** A place in a lesson's text that somebody marked, with or without a note. Theirs alone: nobody else reads it. */
export const annotation = pgTable(
	'annotation',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** Made where the mark was made: the same mark sent twice is one mark. */
		id: uuid('id').notNull(),
		lesson: text('lesson').notNull(),
		/** The language of the text it stands in: words are marked, not ideas. */
		language: text('language', { enum: ['nl', 'en'] }).notNull(),
		step: text('step').notNull(),
		/** The marked words, and a little of what stands around them (a TextQuoteSelector of Web Annotation). */
		exact: text('exact').notNull(),
		prefix: text('prefix').notNull(),
		suffix: text('suffix').notNull(),
		mark: text('mark', { enum: marks }).notNull(),
		body: text('body').notNull(),
		/** Goes up with every change, so that two devices never overwrite each other without a word. */
		revision: integer('revision').notNull(),
		createdAt: moment('created_at').notNull(),
		changedAt: moment('changed_at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.accountId, table.id] }),
		index('annotation_lesson').on(table.accountId, table.lesson)
	]
);

/**
 * What somebody wrote in a field of their canvas, every time it was saved. A version that came from another device or tab
 * while this one had moved on stands aside: it is kept and shown, and waits until its writer settles which one counts.
 */
export const canvasRevision = pgTable(
	'canvas_revision',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		field: text('field').notNull(),
		revision: integer('revision').notNull(),
		/** The revision its writer had before them; 0 when there was none. */
		base: integer('base').notNull(),
		aside: boolean('aside').notNull(),
		/** Up to and with which revision versions aside are settled by this one: its writer saw them. */
		settles: integer('settles').notNull().default(0),
		cells: jsonb('cells').$type<string[][]>().notNull(),
		language: text('language', { enum: ['nl', 'en'] }).notNull(),
		/** Made where it was written: the same save sent twice is one revision. */
		saveId: uuid('save_id').notNull(),
		writtenAt: moment('written_at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.accountId, table.field, table.revision] }),
		unique('canvas_revision_once').on(table.accountId, table.saveId, table.field)
	]
);

/** An exercise that somebody lets the managers of one cohort read, as it was at that moment. Revoked, nobody reads it. */
export const canvasShare = pgTable(
	'canvas_share',
	{
		id: uuid('id').primaryKey(),
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		cohortId: uuid('cohort_id')
			.notNull()
			.references(() => cohort.id, { onDelete: 'cascade' }),
		exercise: text('exercise').notNull(),
		/** Per field the revision that is shown. */
		revisions: jsonb('revisions').$type<Record<string, number>>().notNull(),
		sharedAt: moment('shared_at').notNull(),
		revokedAt: moment('revoked_at')
	},
	(table) => [
		uniqueIndex('canvas_share_one_open')
			.on(table.accountId, table.cohortId, table.exercise)
			.where(sql`${table.revokedAt} is null`),
		index('canvas_share_cohort').on(table.cohortId)
	]
);

/** A level of a rubric row that somebody gave: the writer or a manager. Added, never changed; the last one counts. */
export const canvasAssessment = pgTable(
	'canvas_assessment',
	{
		id: uuid('id').primaryKey(),
		/** Whose canvas it is. */
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		exercise: text('exercise').notNull(),
		row: text('row').notNull(),
		level: smallint('level').notNull(),
		/** One sentence that says why. */
		evidence: text('evidence').notNull(),
		/** Absent for what somebody says of their own. */
		shareId: uuid('share_id').references(() => canvasShare.id, { onDelete: 'cascade' }),
		assessorId: uuid('assessor_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		at: moment('at').notNull()
	},
	(table) => [index('canvas_assessment_of').on(table.accountId, table.exercise)]
);

/** What a manager wrote under a shared exercise, and what they will make possible. */
export const canvasComment = pgTable(
	'canvas_comment',
	{
		id: uuid('id').primaryKey(),
		shareId: uuid('share_id')
			.notNull()
			.references(() => canvasShare.id, { onDelete: 'cascade' }),
		authorId: uuid('author_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		body: text('body').notNull(),
		enables: text('enables').notNull(),
		at: moment('at').notNull()
	},
	(table) => [index('canvas_comment_share').on(table.shareId)]
);

/**
 * That somebody asks colleagues of a cohort to look at an exercise, as it was at that moment. Apart from shares with
 * managers, so that nothing which reads those can show this. Withdrawn, no colleague reads it.
 */
export const canvasRequest = pgTable(
	'canvas_request',
	{
		id: uuid('id').primaryKey(),
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		cohortId: uuid('cohort_id')
			.notNull()
			.references(() => cohort.id, { onDelete: 'cascade' }),
		exercise: text('exercise').notNull(),
		/** Per field the revision that is shown. */
		revisions: jsonb('revisions').$type<Record<string, number>>().notNull(),
		askedAt: moment('asked_at').notNull(),
		withdrawnAt: moment('withdrawn_at')
	},
	(table) => [
		uniqueIndex('canvas_request_one_open')
			.on(table.accountId, table.exercise)
			.where(sql`${table.withdrawnAt} is null`),
		index('canvas_request_cohort').on(table.cohortId)
	]
);

/** A colleague's place at such a request, and what they said once they did. Whoever asked never reads who it was. */
export const canvasReview = pgTable(
	'canvas_review',
	{
		id: uuid('id').primaryKey(),
		requestId: uuid('request_id')
			.notNull()
			.references(() => canvasRequest.id, { onDelete: 'cascade' }),
		/** What a colleague said stays with whoever asked, also when that colleague's account goes. */
		reviewerId: uuid('reviewer_id').references(() => account.id, { onDelete: 'set null' }),
		claimedAt: moment('claimed_at').notNull(),
		/** Together with what was said: absent while they are looking. */
		sentAt: moment('sent_at'),
		levels: jsonb('levels').$type<Record<string, { level: number; evidence: string }>>(),
		suggestion: text('suggestion')
	},
	(table) => [unique('canvas_review_once').on(table.requestId, table.reviewerId)]
);

/**
 * Who did what to whom. Added, never changed or removed: the database itself refuses that. People are in it under a
 * pseudonym made of the id of their account, so that erasing somebody leaves that it was done, not who they were.
 */
export const auditEvent = pgTable(
	'audit_event',
	{
		id: uuid('id').primaryKey(),
		at: moment('at').notNull(),
		actor: text('actor').notNull(),
		action: text('action').$type<AuditAction>().notNull(),
		subject: text('subject'),
		cohortId: uuid('cohort_id'),
		/** What it became, as the app writes it: a role, a day. Nothing that somebody typed. */
		detail: text('detail')
	},
	(table) => [
		index('audit_event_at').on(table.at),
		index('audit_event_actor').on(table.actor),
		index('audit_event_subject').on(table.subject)
	]
);
/** What is worth knowing afterwards. */
export type AuditAction =
	| 'role'
	| 'export'
	| 'erase'
	| 'appeal'
	| 'regrade'
	| 'nudge'
	| 'extra-time'
	| 'extra-try'
	| 'exemption'
	| 'remove'
	| 'leave'
	| 'move'
	| 'cohort'
	| 'visibility'
	| 'co-manager'
	| 'join-link'
	| 'invite'
	| 'second-step'
	| 'identity'
	| 'inactive';

/** What became of an if-then plan, by its words. Added, never changed; the last one counts. Theirs alone. */
export const planOutcome = pgTable(
	'plan_outcome',
	{
		accountId: uuid('account_id')
			.notNull()
			.references(() => account.id, { onDelete: 'cascade' }),
		/** Made where it was written: the same form sent twice is one outcome. */
		id: uuid('id').notNull(),
		condition: text('condition').notNull(),
		action: text('action').notNull(),
		outcome: text('outcome').$type<PlanOutcome>().notNull(),
		note: text('note').notNull(),
		at: moment('at').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.id] })]
);

/**
 * That somebody completed an edition of the course. The name on it is that of the account: when the account goes, so does
 * the name, and the learner chose what the page behind the code says then.
 */
export const certificate = pgTable(
	'certificate',
	{
		/** Short, typed over from paper: no signs that look alike. */
		code: text('code').primaryKey(),
		accountId: uuid('account_id').references(() => account.id, { onDelete: 'set null' }),
		edition: integer('edition').notNull(),
		/** When the last required unit was completed; never changes. */
		earnedAt: moment('earned_at').notNull(),
		issuedAt: moment('issued_at').notNull(),
		/** Whether the page behind the code shows the name. Off until the learner turns it on. */
		showsName: boolean('shows_name').notNull().default(false),
		/** Whether it still stands, without a name, once the account is gone. */
		afterErasure: text('after_erasure', { enum: afterErasures }).notNull().default('withdrawn'),
		/** The bit in the list that says which credentials were withdrawn. */
		statusIndex: integer('status_index').notNull().unique(),
		/** Hashed along with the address in the credential; random, one a certificate. */
		salt: text('salt').notNull()
	},
	(table) => [unique('certificate_once').on(table.accountId, table.edition)]
);
