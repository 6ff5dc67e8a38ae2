import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import type { AccountRow } from '../db/accounts.ts';
import type { Database } from '../db/connect.ts';
import type { Role } from '../db/schema.ts';
import * as sessions from '../db/sessions.ts';

/** What somebody proved in a session. */
export type Proven = {
	/** When they last typed their password, here or elsewhere. */
	confirmedAt: Date;
	/** When they did the second step; absent when they did not. */
	secondFactorAt: Date | null;
	/** Whether their account has a second step. */
	hasSecondStep?: boolean;
};
/** Who asks, and what they proved. */
export type Visitor = { account: AccountRow } & Required<Proven>;

declare module 'lucia' {
	interface Register {
		Lucia: Lucia;
		DatabaseSessionAttributes: { endsAt: Date } & Proven;
		DatabaseUserAttributes: AccountRow;
	}
}

const DAY = 24 * 60 * 60 * 1000;

/** How long a session may last, however busy it is. Whoever sees other people's progress signs in every day. */
const longest: Record<Role, number> = {
	learner: 30 * DAY,
	manager: DAY / 2,
	administrator: DAY / 2
};

const PREFIX = 'sha256:';
const hashOf = (id: string) => PREFIX + createHash('sha256').update(id).digest('base64url');
/** Ids that came from the table are hashes already. Never for look-ups: a stolen hash must not open anything. */
const stored = (id: string) => (id.startsWith(PREFIX) ? id : hashOf(id));

/** Lucia over our own tables: only a hash of the session id is kept, and a session has an end that nothing moves. */
function adapter(db: Database): Adapter {
	const toLucia = (
		row: sessions.SessionRow & { hasSecondStep?: boolean },
		id = row.id
	): DatabaseSession => ({
		id,
		userId: row.accountId,
		expiresAt: row.expiresAt,
		attributes: {
			endsAt: row.endsAt,
			confirmedAt: row.confirmedAt,
			secondFactorAt: row.secondFactorAt,
			hasSecondStep: row.hasSecondStep ?? false
		}
	});
	return {
		async getSessionAndUser(id) {
			const found = await sessions.withAccount(db, hashOf(id));
			if (!found) return [null, null];
			const user: DatabaseUser = { id: found.account.id, attributes: found.account };
			const { session, hasSecondStep } = found;
			return [toLucia({ ...session, hasSecondStep }, id), user];
		},
		getUserSessions: async (userId) =>
			(await sessions.ofAccount(db, userId)).map((row) => toLucia(row)),
		setSession: ({ id, userId, expiresAt, attributes: { endsAt, confirmedAt, secondFactorAt } }) =>
			sessions.insert(db, {
				id: hashOf(id),
				accountId: userId,
				expiresAt: expiresAt < endsAt ? expiresAt : endsAt,
				endsAt,
				confirmedAt,
				secondFactorAt
			}),
		updateSessionExpiration: (id, expiresAt) => sessions.extend(db, stored(id), expiresAt),
		deleteSession: (id) => sessions.remove(db, stored(id)),
		deleteUserSessions: (userId) => sessions.removeOfAccount(db, userId),
		deleteExpiredSessions: () => sessions.removeExpired(db, new Date())
	};
}

/** The session cookie, ready to be set. */
export type SessionCookie = {
	name: string;
	value: string;
	attributes: { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean; maxAge?: number };
};

export type SessionKeeper = ReturnType<typeof sessionKeeper>;

/**
 * Everything about sessions in one place: create, validate, revoke.
 *
 * @param secure whether the app is reached over https: then the cookie is a Secure `__Host-` one
 */
export function sessionKeeper(db: Database, secure: boolean) {
	const name = secure ? '__Host-session' : 'session';
	const idle = new TimeSpan(7, 'd');
	const lucia = new Lucia(adapter(db), {
		sessionExpiresIn: idle,
		sessionCookie: { name, attributes: { secure, sameSite: 'lax', path: '/' } },
		getUserAttributes: (attributes) => attributes,
		getSessionAttributes: (attributes) => attributes
	});
	const cookie = (value: string, maxAge: number): SessionCookie => ({
		name,
		value,
		attributes: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge }
	});
	return {
		cookieName: name,
		/** @param done when the second step was done, for who did it; when they proved who they are, if that was not now */
		async create(
			account: { id: string; role: Role },
			now: Date,
			done: { secondFactorAt?: Date; confirmedAt?: Date } = {}
		): Promise<SessionCookie> {
			const endsAt = new Date(now.getTime() + longest[account.role]);
			const { secondFactorAt = null, confirmedAt = now } = done;
			const proven = { endsAt, confirmedAt, secondFactorAt };
			const session = await lucia.createSession(account.id, proven);
			return cookie(session.id, longest[account.role] / 1000);
		},
		/** Who has this cookie and what they proved, or nobody. */
		async validate(id: string): Promise<Visitor | undefined> {
			const { user, session } = await lucia.validateSession(id);
			if (!user) return undefined;
			const { confirmedAt, secondFactorAt, hasSecondStep = false } = session as unknown as Proven;
			const account = user as unknown as AccountRow;
			return { account, confirmedAt, secondFactorAt, hasSecondStep };
		},
		/** Whoever has this cookie typed their password once more. */
		confirm: (id: string, at: Date) => sessions.confirm(db, hashOf(id), at),
		async revoke(id: string): Promise<SessionCookie> {
			await lucia.invalidateSession(id);
			return cookie('', 0);
		},
		revokeAll: (accountId: string) => lucia.invalidateUserSessions(accountId),
		removeExpired: () => lucia.deleteExpiredSessions()
	};
}
