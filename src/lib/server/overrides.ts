import { randomUUID } from 'node:crypto';
import type { Language } from '#lib/course/language.ts';
import { outline, quizUnit } from '#lib/course/outline.ts';
import type { Override } from '#lib/learning/override.ts';
import { storable } from '#lib/learning/storable.ts';
import * as audit from './audit.ts';
import { REASON, type About } from './cohort-care.ts';
import { course } from './course.ts';
import { titleOf } from './course-map.ts';
import * as care from './db/cohort-care.ts';
import type { Database } from './db/connect.ts';
import * as rows from './db/overrides.ts';
import { addCompletions } from './db/progress.ts';
import { mailWords } from './mail-words.ts';
import { post } from './mail.ts';

// What a manager may decide beside the rules for one person of a cohort: one more try, or that a unit need not be done.

/** So many tries may be added to a quiz. */
export const MOST_TRIES = 3;

const finalTest = (unit: string) =>
	course.modules.some(({ lessons, quiz }) => lessons.length === 0 && quizUnit(quiz.id) === unit);
const quizOf = (unit: string) =>
	course.modules.find(({ quiz }) => quizUnit(quiz.id) === unit)?.quiz;

export type Given = 'kept' | 'no-reason' | 'too-long' | 'no-unit' | 'most' | 'unknown';
type Asked = About & {
	unit: string;
	reason: string;
	/** Who decides, by name, and where this course is: for the letter. */
	manager: string;
	origin: string;
};

/**
 * Gives somebody one more try at a quiz. Whether they have any left is not looked at: that is not for a manager to learn
 * from the answer.
 */
export function giveTry(db: Database, asked: Asked): Promise<Given> {
	const quiz = quizOf(asked.unit);
	if (!quiz) return Promise.resolve('no-unit');
	return decide(db, asked, 'extra-try', async (tx, reason) => {
		const before = await rows.extraTries(tx, asked.id);
		if ((before.find((each) => each.quiz === quiz.id)?.tries ?? 0) >= MOST_TRIES) return 'most';
		const row = { id: randomUUID(), accountId: asked.id, quiz: quiz.id, reason, at: asked.now };
		await rows.addTry(tx, row);
		return 'kept';
	});
}

/** Decides that somebody need not do a unit; it counts as done from now on, or since they did it. Never the final test. */
export async function exempt(db: Database, asked: Asked): Promise<Given> {
	const known = outline(course, course.edition).units.some(({ id }) => id === asked.unit);
	if (!known || finalTest(asked.unit)) return 'no-unit';
	return decide(db, asked, 'exemption', async (tx, reason) => {
		const row = { accountId: asked.id, unit: asked.unit, reason, at: asked.now };
		if (await rows.addExemption(tx, row))
			await addCompletions(tx, asked.id, [{ unit: asked.unit, at: asked.now }]);
		return 'kept';
	});
}

async function decide(
	db: Database,
	asked: Asked,
	kind: Override['kind'],
	keep: (tx: Database, reason: string) => Promise<Given>
): Promise<Given> {
	const { cohort, id, managerId, now, unit } = asked;
	const reason = storable(asked.reason).trim();
	if (reason === '') return 'no-reason';
	if ([...reason].length > REASON) return 'too-long';
	return db.transaction(async (tx) => {
		const reader = await care.lockReader(tx, id);
		if (!reader || !(await care.member(tx, cohort.id, id))) return 'unknown';
		const said = await keep(tx, reason);
		if (said !== 'kept') return said;
		await audit.record(tx, {
			...{ at: now, actor: managerId, subject: id, cohortId: cohort.id },
			...{ action: kind, detail: unit }
		});
		const { name, language } = reader;
		const letter = mailWords[language].override({
			...{ kind, name, manager: asked.manager, reason, title: titleOf(unit, language) },
			link: `${asked.origin}/${language}/manager-view`
		});
		await post(tx, { recipient: reader.email, ...letter }, now);
		return 'kept';
	});
}

/** What somebody was given, first to last. */
export async function of(db: Database, accountId: string, language: Language): Promise<Override[]> {
	const [tries, exemptions] = await Promise.all([
		rows.triesOf(db, accountId),
		rows.exemptionsOf(db, accountId)
	]);
	const all = [
		...tries.map(({ quiz, ...rest }) => ({
			...rest,
			...{ kind: 'extra-try' as const, unit: quizUnit(quiz) }
		})),
		...exemptions.map((each) => ({ ...each, kind: 'exemption' as const }))
	];
	return all
		.map((each) => ({ ...each, title: titleOf(each.unit, language) }))
		.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Of which units a manager can decide something. */
export function choices(language: Language) {
	const units = outline(course, course.edition).units.map(({ id, kind }) => ({
		...{ id, kind, title: titleOf(id, language) }
	}));
	return {
		quizzes: units.filter(({ kind }) => kind === 'quiz'),
		units: units.filter(({ id }) => !finalTest(id))
	};
}
