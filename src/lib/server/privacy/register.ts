import type { PrivacyRow } from '#lib/i18n/privacy.ts';

/**
 * Every column of every table, and the line of the privacy page that says what it is for, who sees it and how long it is
 * kept. `none`: it says nothing about a person. A column without an entry fails the tests.
 */
export type Register = Record<string, Record<string, PrivacyRow | 'none'>>;

const all = (row: PrivacyRow | 'none', columns: string) =>
	Object.fromEntries(columns.split(' ').map((column) => [column, row]));

export const register: Register = {
	account: {
		...all('identity', 'id email name language role created_at'),
		...all('password', 'password_hash'),
		...all('progress', 'edition'),
		...all('weekly', 'weekly_mail'),
		...all('reminders', 'nudges digest'),
		...all('session', 'signed_in_at warned_at')
	},
	session: all('session', 'id account_id expires_at ends_at confirmed_at second_factor_at'),
	second_factor: all('secondStep', 'account_id secret confirmed_at last_step'),
	recovery_code: all('secondStep', 'account_id hash used_at'),
	identity: all('elsewhere', 'issuer subject account_id created_at'),
	token: all('links', 'id kind subject expires_at'),
	throttle: all('tries', 'key count since blocked_until admitted'),
	outbox: all('mail', 'id recipient subject body created_at tries next_try_at sent_at'),
	cohort: {
		...all('none', 'id name starts_at ends_at lessons_per_week language sees asks_bands_at'),
		...all('none', 'archived_at insights_on recounted_on created_at')
	},
	cohort_insight: all('none', 'cohort_id subject levels'),
	cohort_insight_member: all('insights', 'account_id subject'),
	cohort_import: all('invitations', 'id cohort_id account_id rows made_at applied_at'),
	extra_try: all('overrides', 'id account_id quiz reason at'),
	exemption: all('overrides', 'account_id unit reason at'),
	cohort_figure: all('none', 'cohort_id people right'),
	cohort_figure_member: all('retention', 'account_id'),
	cohort_manager: all('cohort', 'cohort_id account_id view'),
	membership: all(
		'cohort',
		'cohort_id account_id joined_at ends_at ends_reason bands_agreed_at join_link_id rules rollup standing parts name_key'
	),
	cohort_rollup: all('none', 'cohort_id part people'),
	join_link: {
		...all('none', 'id cohort_id code max_uses domains created_at expires_at revoked_at'),
		...all('invitations', 'email name language')
	},
	item_version: all('none', 'item version body'),
	item_sum: all('none', 'place day sums'),
	attempt: all('answers', 'id account_id quiz number items started_at submitted_at earned total'),
	response: {
		...all('answers', 'account_id answer_id item version attempt_id review_day confidence try'),
		...all('answers', 'given earned total language answered_at')
	},
	appeal: all('appeals', 'account_id answer_id reason made_at decided_at granted reply'),
	regrade: all('appeals', 'account_id answer_id earned why by at'),
	reminder: all('reminders', 'account_id kind cycle at'),
	prediction: all('answers', 'account_id prediction chosen language predicted_at'),
	completion: all('progress', 'account_id unit first_completed_at'),
	note_revision: all('answers', 'account_id field revision body written_at'),
	position: all('place', 'account_id lesson step seen_at'),
	simulation_state: all('place', 'account_id simulation state saved_at reached_at'),
	annotation: {
		...all('marks', 'account_id id lesson language step exact prefix suffix mark body revision'),
		...all('marks', 'created_at changed_at')
	},
	canvas_revision: {
		...all('canvas', 'account_id field revision base aside settles cells language save_id'),
		...all('canvas', 'written_at')
	},
	canvas_share: all('canvas', 'id account_id cohort_id exercise revisions shared_at revoked_at'),
	canvas_assessment: all(
		'canvas',
		'id account_id exercise row level evidence share_id assessor_id at'
	),
	canvas_comment: all('comments', 'id share_id author_id body enables at'),
	canvas_request: all(
		'secondLook',
		'id account_id cohort_id exercise revisions asked_at withdrawn_at'
	),
	canvas_review: all(
		'secondLook',
		'id request_id reviewer_id claimed_at sent_at levels suggestion'
	),
	plan_outcome: all('plans', 'account_id id condition action outcome note at'),
	audit_event: all('audit', 'id at actor action subject cohort_id detail'),
	certificate: {
		...all('certificate', 'code account_id edition earned_at issued_at shows_name after_erasure'),
		...all('certificate', 'status_index salt')
	}
};
