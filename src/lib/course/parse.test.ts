import { describe, expect, it, test } from 'vitest';
import { digest } from '../../../scripts/build/content.ts';
import { realParsed } from '../../../tests/support/real-course.ts';
import { paths, tinyCourse, tinyWith } from '../../../tests/support/tiny-course.ts';
import { showFault } from './fault.ts';
import { bankFaults } from './lint.ts';
import { parse, type File } from './parse.ts';

const faultsOf = (files: File[]) => parse(files, digest).faults;
const rulesOf = (files: File[]) => faultsOf(files).map((fault) => `${fault.file} ${fault.rule}`);

test('the real content has no faults', () => {
	expect(realParsed.faults.map(showFault)).toEqual([]);
	expect(realParsed.course?.modules.length).toBeGreaterThan(0);
});

describe('a course without faults', () => {
	const { course, faults } = parse(tinyCourse, digest);
	it('is read whole', () => {
		expect(faults).toEqual([]);
		const [lesson] = course!.modules[0]!.lessons;
		expect(lesson).toMatchObject({
			id: 'a1',
			title: { nl: 'Les', en: 'Lesson' },
			objectives: [{ id: 'LO-A1.1', text: { nl: 'iets kunnen', en: 'do something' } }],
			checks: ['Q-A1-01'],
			predictions: [{ id: 'p-a1-1', options: 2 }],
			notes: [{ field: 'note_a1', max: 200 }]
		});
		expect(Object.keys(course!.items)).toHaveLength(7);
	});
	it('knows which lessons and items use a source, term or misconception', () => {
		expect(course!.sources[0]!.lessons).toEqual(['a1']);
		expect(course!.terms[0]!.lessons).toEqual(['a1']);
		expect(course!.misconceptions[0]!.items).toEqual(['Q-A1-01']);
	});
	it('gives an item another version when anything in it changes, and only then', () => {
		const versions = (files: File[]) =>
			Object.values(parse(files, digest).course!.items).map((item) => item.version);
		const before = versions(tinyCourse);
		const after = versions(tinyWith(paths.items, 'nl: "Ook niet."', 'nl: "Evenmin."'));
		expect(after.filter((version, index) => version !== before[index])).toHaveLength(1);
		expect(versions(tinyWith(paths.nl, 'Begin.', 'Aanvang.'))).toEqual(before);
	});
	it('leaves out a simulation that is still to be built', () => {
		const planned = parse(tinyWith(paths.course, '[S1 teaser]', '[]'), digest);
		expect(planned.faults).toEqual([]);
		const blocks = planned.course!.modules[0]!.lessons[0]!.steps.nl.flatMap((step) => step.blocks);
		expect(blocks.map((block) => block.type)).not.toContain('sim');
	});
});

describe('each fault is told with its file and rule', () => {
	const cases: [string, string, File[]][] = [
		[
			'a missing language',
			`${paths.en} missing-language`,
			tinyCourse.filter((file) => file.path !== paths.en)
		],
		[
			'missing items',
			`${paths.items} missing-file`,
			tinyCourse.filter((file) => file.path !== paths.items)
		],
		[
			'a missing glossary',
			`${paths.terms} missing-file`,
			tinyCourse.filter((file) => file.path !== paths.terms)
		],
		[
			'a heading in one language only',
			`${paths.en} same-structure`,
			tinyWith(paths.en, '## Heading\n', '')
		],
		[
			'other options in one language',
			`${paths.en} same-structure`,
			tinyWith(paths.en, '- no\n', '- no\n- perhaps\n')
		],
		[
			'other minutes in one language',
			`${paths.en} same-front-matter`,
			tinyWith(paths.en, 'minutes: 10', 'minutes: 12')
		],
		[
			'another objective in one language',
			`${paths.en} same-objectives`,
			tinyWith(paths.en, 'LO-A1.1', 'LO-A1.9')
		],
		[
			'other sources in one language',
			`${paths.en} same-sources`,
			tinyWith(paths.en, '[essay]', '[]')
		],
		[
			'an unknown source in the text',
			`${paths.nl} unknown-source`,
			tinyWith(paths.nl, 'source="essay"', 'source="gone"')
		],
		[
			'a source that the front matter does not list',
			`${paths.nl} source-not-listed`,
			tinyWith(paths.nl, '[essay]', '[]')
		],
		[
			'an unknown source of an item',
			`${paths.items} unknown-source`,
			tinyWith(paths.items, 'sources: [essay]', 'sources: [gone]')
		],
		[
			'an unknown term',
			`${paths.nl} unknown-term`,
			tinyWith(paths.nl, 'term id="drempel"', 'term id="gone"')
		],
		[
			'an unknown misconception in the text',
			`${paths.nl} unknown-misconception`,
			tinyWith(paths.nl, 'id="mc-one"', 'id="mc-gone"')
		],
		[
			'an unknown misconception of an option',
			`${paths.items} unknown-misconception`,
			tinyWith(paths.items, 'misconception: mc-one', 'misconception: mc-gone')
		],
		['an unknown check', `${paths.nl} unknown-check`, tinyWith(paths.nl, 'Q-A1-01', 'Q-A1-99')],
		[
			'an unknown check in a quiz',
			`${paths.course} unknown-check`,
			tinyWith(paths.course, 'Q-A1-03', 'Q-A1-99')
		],
		['an unknown simulation', `${paths.nl} unknown-sim`, tinyWith(paths.nl, 'id="S1"', 'id="S99"')],
		[
			'an objective without an item',
			`${paths.items} objective-without-item`,
			tinyWith(paths.nl, '  - LO-A1.1', '  - LO-A1.2: "nog iets"\n  - LO-A1.1')
		],
		[
			'an unknown objective of an item',
			`${paths.items} unknown-objective`,
			tinyWith(paths.items, 'LO-A1.1', 'LO-A1.9')
		],
		[
			'an item of another lesson',
			`${paths.items} item-lesson`,
			tinyWith(paths.items, 'lesson: a1', 'lesson: a2')
		],
		[
			'an item asked in the lesson and in the quiz',
			`${paths.course} asked-twice`,
			tinyWith(paths.course, 'Q-A1-02', 'Q-A1-01')
		],
		[
			'an item twice in one quiz',
			`${paths.course} asked-twice`,
			tinyWith(paths.course, 'Q-A1-02', 'Q-A1-03')
		],
		[
			'a quiz that asks nothing',
			`${paths.course} schema`,
			tinyWith(paths.course, '[Q-A1-02, Q-A1-03]', '[]')
		],
		[
			'a YAML error in the course',
			`${paths.course} yaml`,
			tinyWith(paths.course, '[S1 teaser]', '[S1')
		],
		[
			'a field nobody knows',
			`${paths.course} schema`,
			tinyWith(paths.course, 'edition: 1', 'edition: 1\nprice: 3')
		],
		[
			'front matter that is no YAML',
			`${paths.nl} front-matter`,
			tinyWith(paths.nl, 'minutes: 10', 'minutes: [10')
		],
		[
			'front matter without a title',
			`${paths.nl} front-matter`,
			tinyWith(paths.nl, 'title: "Les"\n', '')
		],
		[
			'a summary that is too long',
			`${paths.nl} front-matter`,
			tinyWith(paths.nl, 'Kort.', 'k'.repeat(161))
		]
	];
	test.each(cases)('%s', (_, expected, files) => expect(rulesOf(files)).toContain(expected));

	it('a bank that is too small to ask again', () => {
		const poor = tinyWith(paths.nl, '  - LO-A1.1', '  - LO-A1.2: "nog iets"\n  - LO-A1.1');
		const faultsOf = (files: File[]) => {
			const { course, drafts } = parse(files, digest);
			return bankFaults(course!, drafts).map((fault) => fault.rule);
		};
		expect(faultsOf(tinyCourse)).toEqual([]);
		expect(faultsOf(poor)).toEqual(['objective-items']);
	});
	it('a lesson that asks nothing could never be done', () => {
		const silent = [paths.nl, paths.en].reduce(
			(files, path) =>
				files.map((file) =>
					file.path === path
						? {
								path,
								text: file.text
									.replace(/\{% predict[^]*\/predict %\}\n/, '')
									.replace(/\{% check .*\n/, '')
							}
						: file
				),
			tinyCourse
		);
		expect(rulesOf(silent)).toEqual([`${paths.nl} asks-nothing`]);
	});

	it('the same item id in two lessons', () => {
		const two = tinyWith(paths.course, 'lessons: [a1]', 'lessons: [a1, a2]').concat(
			tinyCourse
				.filter((file) => file.path.startsWith('m1/a1/'))
				.map((file) => ({ path: file.path.replace('/a1/', '/a2/'), text: file.text }))
		);
		expect(rulesOf(two)).toContain('m1/a2/items.yaml item-ids');
	});

	it('YAML faults carry the line at which they stand', () => {
		const [fault] = faultsOf(tinyWith(paths.course, 'edition: 1', 'edition: "1'));
		expect(fault!.line).toBeGreaterThan(1);
		const [front] = faultsOf(tinyWith(paths.nl, 'minutes: 10', 'minutes: [10'));
		expect(front).toMatchObject({ file: paths.nl, rule: 'front-matter' });
		expect(front!.line).toBeGreaterThan(4);
	});
});
