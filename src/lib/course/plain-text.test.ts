import { expect, test } from 'vitest';
import { excerpt, fold, textOf } from './plain-text.ts';

test('only the words of a lesson remain', () => {
	const html =
		'<p>Een <em>brug</em> &amp; meer.<span class="evidence"><b>Theorie</b> <a href="/nl">X</a></span></p><figure><svg><text>nee</text></svg><figcaption>Wel</figcaption></figure>';
	expect(textOf(html)).toBe('Een brug & meer. Wel');
});

test('accents and case do not matter', () => {
	expect(fold('TÖNNIES, één')).toBe('tonnies, een');
});

test('an excerpt stands around the first hit and marks every hit', () => {
	const text = `${'woord '.repeat(60)}Tönnies schreef dit. Later schreef Tönnies meer. ${'einde '.repeat(60)}`;
	const parts = excerpt(text, ['tonnies']);
	expect(parts.filter((part) => part.hit).map((part) => part.text)).toEqual(['Tönnies', 'Tönnies']);
	expect(parts[0]).toEqual({ text: '… ', hit: false });
	expect(parts.map((part) => part.text).join('').length).toBeLessThan(300);
});

test('a text without the word shows its beginning', () => {
	expect(excerpt('Kort.', ['niets'])).toEqual([{ text: 'Kort.', hit: false }]);
});
