import { expect, test } from 'vitest';
import { publicItem } from '#lib/course/public-item.ts';
import { course } from './course.ts';
import { asText, weeklyLetter } from './weekly-letter.ts';

const links = {
	answer: 'https://course.test/nl/weekly/a',
	stop: 'https://course.test/nl/weekly/b'
};

test('every question of the course can be read as plain text, with everything there is to choose from', () => {
	for (const item of Object.values(course.items))
		for (const language of ['nl', 'en'] as const) {
			const asked = publicItem(item, language, (list) => list);
			const { body } = weeklyLetter(asked, language, links);
			expect(body).not.toMatch(/undefined|\[object|\{\d\}/);
			const parts = ['options', 'rows', 'choices'].flatMap((name) =>
				name in asked ? (asked as unknown as Record<string, { text: string }[]>)[name]! : []
			);
			for (const { text } of parts) expect(body).toContain(`- ${text}\n`);
		}
});

test('a plan that waits has one line and a link of its own, and none when nothing waits', () => {
	const [item] = Object.values(course.items);
	for (const language of ['nl', 'en'] as const) {
		const asked = publicItem(item!, language, (list) => list);
		const page = `https://course.test/${language}/canvas/follow-up`;
		expect(weeklyLetter(asked, language, { ...links, plans: page }).body).toContain(`\n${page}\n`);
		expect(weeklyLetter(asked, language, links).body).not.toMatch(/plan|undefined/);
	}
});

test('a question that is filled in has its gaps in the text', () => {
	const cloze = { id: 'Q', version: '1', type: 'cloze' as const, blanks: ['1'] };
	expect(asText({ ...cloze, stem: 'Een {1} verbindt.' }, 'nl')).toBe('Een …(1)… verbindt.');
});

test('a claim is asked with both verdicts and the reasons', () => {
	const claim = { id: 'Q', version: '1', type: 'true-false' as const, stem: 'Meer is beter.' };
	const options = [{ id: 'a', text: 'Omdat het groeit.' }];
	expect(asText({ ...claim, options }, 'nl')).toBe(
		'Meer is beter.\n\nKlopt dit?\n- Klopt\n- Klopt niet\n\nWaarom?\n- Omdat het groeit.'
	);
});
