import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { realItems } from '../../../tests/support/real-course.ts';
import type { SingleItem } from '#lib/course/item.ts';
import { added, emptyCell, movedOn, A_STEP, type Cell, type QuizSums } from './item-sums.ts';
import { flagKinds, optionKeys } from './item-flags.ts';
import { ENOUGH_PEOPLE, itemReport, showable } from './item-report.ts';
import { wrongAnswer } from './sample-answers.ts';

const item = realItems.find(({ type }) => type === 'single') as SingleItem;
const right = item.options.find(({ correct }) => correct)!.id;
const wrong = item.options.filter(({ correct }) => !correct).map(({ id }) => id);

type Answer = { option: string; rest: number; sure?: boolean; last?: number };
/** The sums of these answers to a question with one right option. */
function cell(answers: Answer[], language: 'nl' | 'en' = 'nl'): Cell {
	const made = answers.map(({ option, rest, sure, last }): Cell => {
		const points = option === right ? 1 : 0;
		const none = emptyCell(item.id, item.version, language);
		const pairs = { n: 1, points, pointsSquared: points, rest, restSquared: rest * rest };
		return {
			...none,
			pairs: { ...pairs, product: points * rest },
			options: { [option]: { n: 1, rest } },
			confidence: { ...none.confidence, ...(sure && { sure: { given: 1, right: points } }) },
			again: last === undefined ? none.again : { n: 1, first: points, last }
		};
	});
	return made.reduce(added, emptyCell(item.id, item.version, language));
}
const many = (n: number, answer: (index: number) => Answer) =>
	Array.from({ length: n }, (_, index) => answer(index));
const spread = (index: number) => (index % 10) / 10;
const kinds = (...cells: Cell[]) => itemReport(item, cells)!.flags.map(({ kind }) => kind);

/** Thirty people of whom the better half has it right, and every wrong option is chosen by the others. */
const sound = many(30, (index) => ({
	option: spread(index) >= 0.5 ? right : wrong[index % wrong.length]!,
	rest: spread(index)
}));

describe('flags', () => {
	test('a question that does what it should has none', () => {
		expect(kinds(cell(sound))).toEqual([]);
	});

	test('a wrong option that the strong choose is named, and so is one that nobody chooses', () => {
		const answers = sound.map(({ rest }) => ({ rest, option: rest >= 0.5 ? wrong[0]! : right }));
		const { flags } = itemReport(item, [cell(answers)])!;
		expect(flags).toContainEqual({ kind: 'strong-pick', options: [wrong[0]] });
		expect(flags).toContainEqual({ kind: 'nobody-picks', options: wrong.slice(1) });
		expect(flags).toContainEqual({ kind: 'no-difference' });
		// Chosen by four of the strong only: too few to say so.
		const four = sound.map((each, index) =>
			index % 10 === 9 || index === 8 ? { ...each, option: wrong[0]! } : each
		);
		expect(kinds(cell(four))).not.toContain('strong-pick');
	});

	test('too hard and too easy are said once, without that it makes no difference', () => {
		const hard = many(40, (index) => ({
			option: index < 7 ? right : wrong[index % wrong.length]!,
			rest: spread(index)
		}));
		expect(kinds(cell(hard))).toEqual(['too-hard']);
		const easy = many(40, (index) => ({ option: index < 1 ? wrong[0]! : right, rest: 0.5 }));
		expect(kinds(cell(easy))).toContain('too-easy');
		expect(kinds(cell(easy))).not.toContain('no-difference');
	});

	test('a language is harder only beyond what the rest of the quiz explains', () => {
		const worse = (rest: number) =>
			many(60, (index) => ({
				option: index % 3 === 0 ? right : wrong[index % wrong.length]!,
				rest
			}));
		const better = (rest: number) =>
			many(60, (index) => ({
				option: index % 3 === 0 ? wrong[index % wrong.length]! : right,
				rest
			}));
		const { flags, languages } = itemReport(item, [
			cell(better(0.6), 'nl'),
			cell(worse(0.6), 'en')
		])!;
		expect(flags).toContainEqual({ kind: 'language-gap', harder: 'en' });
		expect(languages!.gap.difference).toBeCloseTo(1 / 3, 10);
		// The same difference among people who differ as much in everything else.
		expect(kinds(cell(better(0.7), 'nl'), cell(worse(0.7 - 1 / 3), 'en'))).not.toContain(
			'language-gap'
		);
	});

	test('sure and wrong is about those who were sure', () => {
		const unsure = sound.map((each) => ({ ...each, sure: each.option === right }));
		expect(kinds(cell([...unsure, ...unsure]))).not.toContain('sure-and-wrong');
		const sure = sound.map((each) => ({ ...each, sure: true }));
		expect(kinds(cell(sure))).toContain('sure-and-wrong');
	});

	test('every kind of question names what can be chosen, and a wrong answer chooses something wrong', () => {
		for (const each of realItems) {
			const keys = optionKeys(each);
			const given = wrongAnswer(each);
			const chosen = [
				...(given.chosen ?? []),
				...Object.entries(given.placed ?? {}).map(([row, choice]) => `${row}=${choice}`)
			];
			for (const id of chosen) expect(keys.map((key) => key.id)).toContain(id);
			if (chosen.length > 0)
				expect(keys.some((key) => !key.right && chosen.includes(key.id))).toBe(true);
		}
		expect(new Set(flagKinds).size).toBe(7);
	});
});

describe('too few people', () => {
	test('of nineteen people nothing is shown, of twenty something', () => {
		expect(itemReport(item, [])).toBeUndefined();
		expect(itemReport(item, [cell(sound.slice(0, ENOUGH_PEOPLE - 1))])).toBeUndefined();
		expect(itemReport(item, [cell(sound.slice(0, ENOUGH_PEOPLE))])).toMatchObject({ n: 20 });
	});

	test('two languages of which one has nineteen are shown together only', () => {
		const [nl, en] = [cell(sound, 'nl'), cell(sound.slice(0, 19), 'en')];
		const report = itemReport(item, [nl, en])!;
		expect(report.n).toBe(49);
		expect(report.languages).toBeUndefined();
	});

	test('what is shown beside a total leaves nobody over, or enough people', () =>
		fc.assert(
			fc.property(
				fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }),
				fc.nat(60),
				(groups, more) => {
					const total = groups.reduce((sum, n) => sum + n, more);
					const shown = showable(groups, total);
					const over = groups.reduce((left, n, index) => left - (shown[index] ? n : 0), total);
					for (const [index, n] of groups.entries())
						if (shown[index]) expect(n).toBeGreaterThanOrEqual(ENOUGH_PEOPLE);
					if (shown.includes(true))
						expect(over === 0 || over >= ENOUGH_PEOPLE, `${groups} of ${total}`).toBe(true);
				}
			)
		));

	test('first and last tries are shown only where those who tried once are nobody or enough people too', () => {
		const again = (tried: number) =>
			cell(many(45, (index) => ({ ...sound[index % 30]!, ...(index < tried && { last: 1 }) })));
		expect(itemReport(item, [again(19)])!.again).toBeUndefined();
		expect(itemReport(item, [again(26)])!.again).toBeUndefined();
		expect(itemReport(item, [again(25)])!.again).toMatchObject({ n: 25, last: 1 });
		expect(itemReport(item, [again(45)])!.again).toMatchObject({ n: 45 });
	});
});

test('however sums grow and shrink, what is shown never moves by fewer than five people', () =>
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 30 }), (days) => {
			let shown: QuizSums = { cells: [] };
			const nOf = (sums: QuizSums) =>
				sums.cells.find(({ language }) => language === 'nl')?.pairs.n ?? 0;
			const againOf = (sums: QuizSums) => sums.cells[0]?.again.n ?? 0;
			for (const [n, tried] of days) {
				const fresh = cell(
					many(n, (index) => ({ option: right, rest: 1, ...(index < tried && { last: 1 }) }))
				);
				const next = movedOn(shown, {
					cells: n > 0 ? [fresh] : [],
					together: {
						...{ asked: 'same' as const, attempts: n, questions: 2, points: n },
						...{ pointsSquared: n, attemptsSquared: n, itemsSquared: n }
					}
				});
				const step = Math.abs(nOf(next) - nOf(shown));
				expect(step === 0 || step >= A_STEP || n === 0).toBe(true);
				const attempts = [shown, next].map(({ together }) => together?.attempts ?? 0);
				expect(attempts[1]).toBe(nOf(next));
				if (nOf(next) > 0 && nOf(shown) > 0) {
					const tries = Math.abs(againOf(next) - againOf(shown));
					expect(tries === 0 || tries >= A_STEP || Math.min(n, tried) === 0).toBe(true);
				}
				shown = next;
			}
			expect(nOf(shown)).toBeLessThanOrEqual(40);
		})
	));
