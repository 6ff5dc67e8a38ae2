import { expect, test } from 'vitest';
import { curly, curlyHtml } from './typography.ts';

test('quotes open after a space or bracket and close elsewhere', () => {
	expect(curly('Hij zei: "doe iets" (en "nu").')).toBe('Hij zei: “doe iets” (en “nu”).');
	expect(curly("'Dus je mag pas beginnen.'")).toBe('‘Dus je mag pas beginnen.’');
});

test('an apostrophe stays an apostrophe, also at the start of a Dutch word', () => {
	expect(curly("zo'n foto's van 't Hek, 's avonds")).toBe('zo’n foto’s van ’t Hek, ’s avonds');
});

test('quotes inside quotes know which way they face', () => {
	expect(curly(`"'t is 'iets'", zei ze`)).toBe('“’t is ‘iets’”, zei ze');
});

test('inline tags do not interrupt a sentence, and attributes are left alone', () => {
	expect(
		curlyHtml(
			'<p>Over &quot;<em>wat</em>&quot; en <a href="/nl">&quot;hoe&quot;</a>.</p><p>&quot;Ja&quot;</p>'
		)
	).toBe('<p>Over “<em>wat</em>” en <a href="/nl">“hoe”</a>.</p><p>“Ja”</p>');
});
