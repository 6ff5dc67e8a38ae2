import { describe, expect, it, test } from 'vitest';
import { digest } from '../../../scripts/build/content.ts';
import { paths, tinyCourse, tinyWith } from '../../../tests/support/tiny-course.ts';
import { parse } from './parse.ts';

const after = (from: string | RegExp, to: string) => parse(tinyWith(paths.nl, from, to), digest);
const found = (from: string | RegExp, to: string) =>
	after(from, to).faults.filter((fault) => fault.file === paths.nl);
const lineOf = (words: string) => {
	const { text } = tinyCourse.find((file) => file.path === paths.nl)!;
	return text.slice(0, text.indexOf(words)).split('\n').length;
};

describe('faults in a lesson text carry their line', () => {
	const cases: [string, string, string, string | RegExp, string][] = [
		['an unknown tag', 'markdoc', 'Begin.', 'Begin.', '{% video id="x" /%}'],
		['a missing attribute', 'markdoc', '{% note', ' max=200', ''],
		['an attribute of the wrong kind', 'markdoc', '{% note', 'max=200', 'max="many"'],
		['a kind that does not exist', 'markdoc', 'Begin.', 'kind="theory"', 'kind="rumour"'],
		[
			'a case of a kind that does not exist',
			'markdoc',
			'Begin.',
			'Begin.',
			'{% case kind="rumour" %}x{% /case %}'
		],
		['a tag that is not closed', 'markdoc', '{% note', '{% /note %}', ''],
		['a ### heading', 'heading', '## Kop', '## Kop', '### Kop'],
		['a # title', 'heading', '## Kop', '## Kop', '# Kop'],
		['a prediction without options', 'predict', '{% predict', '- ja\n- nee\n', ''],
		[
			'a check inside another block',
			'nested',
			'{% check',
			/\n\{% check.*%\}/,
			'{% case kind="factual" %}\n{% check id="Q-A1-01" /%}\n{% /case %}'
		],
		['a term that is not in the glossary', 'unknown-term', 'Zie {% term', 'id="drempel"', 'id="x"']
	];
	test.each(cases)('%s', (_, rule, near, from, to) => {
		const own = found(from, to).filter((fault) => fault.rule === rule);
		expect(own.map((fault) => fault.line)).toContain(lineOf(near));
	});
});

const htmlOf = (to: string) => {
	const { course } = after('Begin.', to);
	const blocks = course!.modules[0]!.lessons[0]!.steps.nl.flatMap((step) => step.blocks);
	return blocks.map((block) => ('html' in block ? block.html : '')).join('\n');
};

describe('the text of a lesson', () => {
	it('shows HTML as letters, never as HTML', () => {
		for (const evil of [
			'<script>alert(1)</script>',
			'<img src=x onerror=alert(1)>',
			'Een <b onclick="x()">woord</b>.',
			'`<script>alert(1)</script>`',
			'<style>*{}</style>',
			'<!-- <script>x</script> -->'
		]) {
			const html = htmlOf(evil);
			expect(html, evil).not.toMatch(/<(script|img|b |style|!--)/i);
			if (!evil.startsWith('<!--')) expect(html, evil).toContain('&lt;');
		}
	});
	it('makes no link that runs something', () => {
		expect(htmlOf('[klik](javascript:alert(1))')).not.toContain('href="javascript');
		expect(htmlOf('[klik](data:text/html;base64,PHNjcmlwdD4=)')).not.toContain('href="data');
	});
	it('escapes what stands in attributes', () => {
		const { course } = after('title="Vaak gehoord"', 'title="<script>alert(1)</script>"');
		expect(JSON.stringify(course!.modules[0]!.lessons[0]!.steps)).not.toContain('<script');
	});
	it('starts a step at each ## heading and keeps text before the first as the opening', () => {
		const lesson = parse(tinyCourse, digest).course!.modules[0]!.lessons[0]!;
		expect(lesson.steps.nl.map((step) => [step.id, step.title])).toEqual([
			['step-1', ''],
			['step-2', 'Kop']
		]);
		expect(lesson.steps.nl[1]!.blocks.map((block) => block.type)).toEqual([
			'prose',
			'predict',
			'prose',
			'sim',
			'check',
			'note'
		]);
	});
	it('names kinds of evidence, sources and terms in the language of the text', () => {
		const [lesson] = parse(tinyCourse, digest).course!.modules[0]!.lessons;
		const nl = JSON.stringify(lesson!.steps.nl);
		const en = JSON.stringify(lesson!.steps.en);
		expect(nl).toContain('Theorie');
		expect(nl).toContain('/nl/sources#essay');
		expect(nl).toContain('Het essay');
		expect(en).toContain('Theory');
		expect(en).toContain('/en/glossary#drempel');
		expect(en).toContain('The essay');
	});
});
