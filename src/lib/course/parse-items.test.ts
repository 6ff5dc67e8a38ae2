import { expect, test } from 'vitest';
import { digest } from '../../../scripts/build/content.ts';
import { paths, tinyCourse, tinyWith } from '../../../tests/support/tiny-course.ts';
import { parseItems } from './parse-items.ts';
import { parse, type File } from './parse.ts';

const textOf = (files: File[]) => files.find((file) => file.path === paths.items)!.text;
const lineOf = (id: string) =>
	textOf(tinyCourse)
		.slice(0, textOf(tinyCourse).indexOf(`id: ${id}`))
		.split('\n').length;

const cases: [string, string, string, string | RegExp, string][] = [
	[
		'an option without feedback',
		'Q-A1-01',
		'item-schema',
		', feedback: {nl: "Ook niet.", en: "Neither."}',
		''
	],
	[
		'feedback in one language',
		'Q-A1-01',
		'item-schema',
		'nl: "Ook niet.", en: "Neither."',
		'nl: "Ook niet."'
	],
	['an empty text', 'Q-A1-01', 'item-schema', 'nl: "drie"', 'nl: " "'],
	['a stem in one language', 'Q-A1-01', 'item-schema', ', en: "Which?"', ''],
	['an unknown type', 'Q-A1-01', 'item-schema', 'type: single', 'type: essay'],
	['an id of another shape', 'Q-A1-01', 'item-schema', 'id: Q-A1-01', 'id: Q1'],
	['two options only', 'Q-A1-01', 'item-schema', /\n {4}- \{id: c.*Neither."\}\}/, ''],
	['no key', 'Q-A1-01', 'one-key', 'correct: true', 'correct: false'],
	['two keys in single', 'Q-A1-01', 'one-key', 'id: b, correct: false', 'id: b, correct: true'],
	['two options with one id', 'Q-A1-01', 'option-ids', 'id: c, correct', 'id: b, correct'],
	['two options that read the same', 'Q-A1-01', 'same-text', 'nl: "drie"', 'nl: "twee"'],
	[
		'one key in multiple',
		'Q-A1-02',
		'several-keys',
		'id: b, correct: true, nl: "vijf"',
		'id: b, correct: false, nl: "vijf"'
	],
	[
		'only keys in multiple',
		'Q-A1-02',
		'several-keys',
		'id: c, correct: false, nl: "zes"',
		'id: c, correct: true, nl: "zes"'
	],
	['a category that does not exist', 'Q-A1-03', 'category', 'key: wat', 'key: wie'],
	['one category twice', 'Q-A1-03', 'option-ids', 'id: hoe', 'id: wat'],
	['positions in the wrong order', 'Q-A1-04', 'sequence', 'position: 2', 'position: 3'],
	['two steps that read the same', 'Q-A1-04', 'same-text', 'en: "finally"', 'en: "then"'],
	['a blank that the stem does not have', 'Q-A1-05', 'blank', 'A {1} is', 'A limit is'],
	[
		'a blank in the stem that is never asked',
		'Q-A1-05',
		'blank',
		'Een {1} is',
		'Een {1} of {2} is'
	],
	['a blank that accepts nothing', 'Q-A1-05', 'item-schema', 'en: [threshold]', 'en: []'],
	['a tolerance below zero', 'Q-A1-06', 'item-schema', 'tolerance: 0', 'tolerance: -1'],
	['two right sides that read the same', 'Q-A1-07', 'same-text', 'nl: "donker"', 'nl: "licht"']
];

test.each(cases)('%s is told with the line of its item', (_, id, rule, from, to) => {
	const { faults } = parse(tinyWith(paths.items, from, to), digest);
	const own = faults.filter((fault) => fault.file === paths.items && fault.rule === rule);
	expect(own.map((fault) => fault.line)).toContain(lineOf(id));
});

test('an item id that stands twice is told', () => {
	const { faults } = parse(tinyWith(paths.items, 'id: Q-A1-04', 'id: Q-A1-03'), digest);
	expect(faults).toContainEqual(expect.objectContaining({ file: paths.items, rule: 'item-ids' }));
});

test('items that are no YAML, or no list, are told with a line', () => {
	const broken = parse(
		tinyWith(paths.items, 'stem: {nl: "Welke twee?"', 'stem: {nl: "Welke twee?'),
		digest
	);
	const [fault] = broken.faults.filter((each) => each.rule === 'yaml');
	expect(fault).toMatchObject({ file: paths.items });
	expect(fault!.line).toBeGreaterThan(12);
	const none = parse(tinyWith(paths.items, /[^]*/, 'nothing: here\n'), digest);
	expect(none.faults).toContainEqual(expect.objectContaining({ file: paths.items, rule: 'items' }));
});

test('one faulty item does not hide the faults of the next', () => {
	const files = tinyWith(paths.items, 'type: single', 'type: essay').map((file) =>
		file.path === paths.items ? { ...file, text: file.text.replace('key: wat', 'key: wie') } : file
	);
	const rules = parse(files, digest).faults.map((fault) => fault.rule);
	expect(rules).toEqual(expect.arrayContaining(['item-schema', 'category']));
});

/** A short text item with a near miss, of which one line is another. */
function shortWith(line: string): string[] {
	const lines: Record<string, string> = {
		accepted: 'accepted: {nl: [brug], en: [bridge]}',
		near: 'near: [{written: {nl: [band], en: [tie]}, feedback: {nl: "Bijna.", en: "Nearly."}}]',
		feedback_correct: 'feedback_correct: {nl: "Ja, een brug.", en: "Yes, a bridge."}',
		feedback_wrong: 'feedback_wrong: {nl: "Denk aan een oever.", en: "Think of a bank."}'
	};
	lines[line.split(':')[0] ?? ''] = line;
	const head = `- id: Q-A1-01
  lesson: a1
  objective: LO-A1.1
  type: short
  bloom: remember
  difficulty: 1
  stem: {nl: "Hoe heet het?", en: "What is it called?"}
  sources: []`;
	const rules: string[] = [];
	parseItems(
		[head, ...Object.values(lines)].join('\n  '),
		(_, rule, message) => rules.push(`${rule} ${message}`),
		digest
	);
	return rules;
}

test('what is said of a wrong typed answer must not hold the right one, and no near miss is right', () => {
	expect(shortWith('accepted: {nl: [brug], en: [bridge]}')).toEqual([]);
	expect(shortWith('feedback_wrong: {nl: "Het is een Brug.", en: "Think of a bank."}')).toEqual([
		expect.stringMatching(/^gives-away /)
	]);
	expect(
		shortWith(
			'near: [{written: {nl: [band], en: [tie]}, feedback: {nl: "Bijna.", en: "A bridge, nearly."}}]'
		)
	).toEqual([expect.stringMatching(/^gives-away /)]);
	expect(
		shortWith('near: [{written: {nl: [brug], en: [tie]}, feedback: {nl: "Bijna.", en: "Nearly."}}]')
	).toEqual([expect.stringMatching(/^near /)]);
});
