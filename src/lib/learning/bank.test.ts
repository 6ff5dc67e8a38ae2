import { describe, expect, it } from 'vitest';
import { languages } from '#lib/course/language.ts';
import { realItems } from '../../../tests/support/real-course.ts';
import { explain } from './explain.ts';
import { grade } from './grade.ts';
import { rightAnswer, wrongAnswer } from './sample-answers.ts';
import { sameText } from './same-text.ts';

// Every item that is really asked. A number here that is wrong is wrong for everybody who takes the course.
describe.each(realItems.map((item) => [item.id, item] as const))('%s', (_, item) => {
	it('pays the right answer fully and the wrong one not at all', () => {
		expect(grade(item, rightAnswer(item))).toMatchObject({
			kind: 'points',
			earned: 100,
			total: 100
		});
		expect(grade(item, wrongAnswer(item))).toMatchObject({ kind: 'points', earned: 0, total: 100 });
		expect(grade(item, {})).toEqual({ kind: 'invalid', why: { reason: 'empty' } });
	});

	it('says why, in both languages, for the right and the wrong answer', () => {
		for (const language of languages) {
			const right = explain(item, rightAnswer(item), language, true)!;
			expect(right.verdict).toBe('right');
			expect(right.key).toBeUndefined();
			for (const part of right.parts) expect(part.why).not.toBe('');
			const wrong = explain(item, wrongAnswer(item), language, true)!;
			expect(wrong.verdict).toBe('not-yet');
			expect(wrong.key?.length).toBeGreaterThan(0);
			for (const part of wrong.key!) expect([part.text, part.why]).not.toContain('');
			expect(explain(item, wrongAnswer(item), language, false)!.key).toBeUndefined();
		}
	});

	it('asks for words that the stem does not give away and accepts every listed form', () => {
		if (item.type === 'short') {
			for (const form of [...item.accepted.nl, ...item.accepted.en])
				expect(grade(item, { written: { value: form } })).toMatchObject({ earned: 100 });
			for (const miss of item.near)
				for (const form of [...miss.written.nl, ...miss.written.en]) {
					const said = explain(item, { written: { value: form } }, 'nl', false)!;
					expect(said).toMatchObject({ earned: 0, parts: [{ why: miss.feedback.nl }] });
				}
			return;
		}
		if (item.type !== 'cloze') return expect(item.type).not.toBe('cloze');
		for (const blank of item.blanks)
			for (const form of [...blank.accepted.nl, ...blank.accepted.en]) {
				const written = { ...rightAnswer(item).written, [blank.id]: form };
				expect(grade(item, { written })).toMatchObject({ earned: 100 });
				expect(sameText(form, '')).toBe(false);
			}
	});
});
