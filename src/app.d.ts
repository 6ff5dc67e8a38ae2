import type { Language } from '#lib/course/language.ts';
import type { Simulations } from '#lib/components/simulations/registry.ts';
import type { Account } from '#lib/server/accounts.ts';
import type { trial } from '#lib/i18n/trial.ts';
import type { Database } from '#lib/server/db/connect.ts';

declare global {
	interface Window {
		/** W3C Trusted Types, as far as it is used here; what it gives is handed on as if it were a text. */
		trustedTypes?: {
			createPolicy(
				name: string,
				rules: { createHTML(html: string): string }
			): { createHTML(html: string): string };
		};
	}
	namespace App {
		interface Locals {
			db: Database;
			language: Language;
			/** Who asks: the account of the session, or nobody. */
			account: Account | undefined;
			/** Somebody who said who they are and who has not done the second step: nobody yet. */
			half: Account | undefined;
			/** Whether the account of the session has a second step. */
			hasSecondStep: boolean;
			/** Whether whoever asks did a second step, here or elsewhere. */
			didSecondStep: boolean;
			/** When whoever asks last proved who they are. */
			confirmedAt: Date | undefined;
			/** The cookie's session id, for signing out. */
			sessionId: string | undefined;
			/** Whose address this request counts against. */
			address: string;
			/** The moment of the request; rules get the clock from here. */
			now: Date;
			/** What the log says of who was kept out, and of who proved who they are, or could not. */
			refused?: 'not-there' | 'sign-in-first' | 'another-site';
			proof?: { what: string; by?: string };
			/** Set when the database was away, so that the answer is 503 and not 500. */
			unavailable?: boolean;
		}
		interface Error {
			message: string;
			/** Printed with an unexpected error, so that a log line can be found. */
			id?: string;
		}
		interface PageData {
			language?: Language;
			/** Somebody without an account: what they answer stays in their own browser, and these words say so. */
			visitor?: (typeof trial)[Language];
			/** The simulations of this page, by id. */
			simulations?: Simulations;
		}
		interface PageState {
			/** The question of an attempt that is shown, when its page was not asked for. */
			question?: number;
		}
	}
}
