import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { digest, readContent } from '../../../scripts/build/content.ts';
import { parse } from './parse.ts';
import { exerciseFile, toExercises } from './parse-exercises.ts';

const { course, faults } = parse(readContent(), digest);
const fields = course!.exercises.flatMap((exercise) => exercise.fields);

describe('the exercises of the course', () => {
	it('read without a fault', () => {
		expect(faults).toEqual([]);
		expect(course!.exercises.map(({ id }) => id)).toEqual([
			...['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8'],
			'plans'
		]);
		expect(course!.runningCase?.label.nl).toContain('Verdewold bestaat niet');
	});
	it('have the 26 rubric rows of the plan, of four levels each', () => {
		const rows = course!.exercises.map(({ rubric }) => rubric.length);
		expect(rows).toEqual([3, 3, 3, 3, 3, 4, 3, 4, 0]);
	});
	// Field, kind, rows, length of each cell, required: as the plan gives them.
	it.each([
		['e1_situatie', 'text', 1, 1, [600], true],
		['e1_opdracht', 'text', 1, 1, [200], true],
		['e1_watgebeurtzonder', 'text', 1, 1, [300], true],
		['e1_waarom', 'text', 1, 1, [300], true],
		['e1_kernprobleem', 'text', 1, 1, [160], true],
		['e1_bewijs', 'list', 1, 5, [140], true],
		['e1_aannames', 'list', 1, 5, [140], false],
		['e2_kringen', 'table', 3, 7, [60, 80, 40, 120], true],
		['e2_kern', 'list', 1, 5, [120], true],
		['e2_bruggen', 'list', 1, 5, [140], true],
		['e2_afwezig', 'text', 1, 1, [240], true],
		['e2_bestaand', 'text', 1, 1, [300], true],
		['e2_kaart', 'ties', 1, 12, [0, 0, 0], false],
		['e3_motieven', 'table', 1, 7, [140, 140], true],
		['e3_onzedoelen', 'table', 1, 7, [0, 140], true],
		['e3_publieken', 'list', 2, 5, [120], true],
		['e3_toon', 'list', 1, 3, [140], true],
		['e3_zwijgen', 'text', 1, 1, [200], false],
		['e4_geven', 'list', 1, 4, [140], true],
		['e4_krijgen', 'text', 1, 1, [240], true],
		['e4_doorgeven', 'list', 1, 4, [140], true],
		['e4_eerlijk', 'text', 1, 1, [200], true],
		['e4_zichtbaar', 'text', 1, 1, [240], true],
		['e5_gedrag', 'text', 1, 1, [140], true],
		['e5_soort', 'table', 1, 1, [0, 160], true],
		['e5_eersten', 'text', 1, 1, [200], true],
		['e5_kerngroei', 'steps', 2, 5, [140], true],
		['e5_brug', 'text', 1, 1, [200], true],
		['e5_geluk', 'text', 1, 1, [200], false],
		['e6_grens', 'text', 1, 1, [240], true],
		['e6_regels', 'list', 3, 6, [120], true],
		['e6_wiebepaalt', 'text', 1, 1, [200], true],
		['e6_sancties', 'table', 3, 3, [120], true],
		['e6_nieuw', 'steps', 2, 4, [120], true],
		['e6_automatisch', 'table', 1, 5, [120, 120], true],
		['e6_naam', 'table', 1, 1, [0, 140], true],
		['e7_keten', 'steps', 4, 4, [140], true],
		['e7_aanname', 'text', 1, 1, [200], true],
		['e7_meten', 'table', 1, 4, [100, 100, 60], true],
		['e7_vergelijk', 'text', 1, 1, [200], true],
		['e7_schade', 'list', 1, 3, [120], true],
		['e7_stop', 'text', 1, 1, [160], true],
		['e8_richtsnoer', 'text', 1, 1, [240], true],
		['e8_acties', 'table', 3, 6, [120, 60, 40, 100], true],
		['e8_premortem', 'text', 1, 1, [400], true],
		['e8_vragen', 'list', 2, 2, [140], true],
		['plans_alsdan', 'table', 1, 3, [140, 140], false]
	] as const)('%s is a %s of %d to %d', (id, kind, min, max, lengths, required) => {
		const field = fields.find((each) => each.id === id)!;
		expect([field.kind, field.rows, field.required]).toEqual([kind, { min, max }, required]);
		expect(field.columns.map((column) => column.max ?? 0)).toEqual(lengths);
	});
	it('and no other fields', () => expect(fields).toHaveLength(47));
});

describe('a fault in an exercise is named', () => {
	const same = { nl: 'a', en: 'b' };
	const row = { id: 'r', title: same, levels: [same, same, same, same] };
	const good = {
		id: 'x',
		title: { nl: 'a', en: 'b' },
		goal: { nl: 'a', en: 'b' },
		lesson: 'c1',
		minutes: 5,
		fields: [{ id: 'x_a', label: { nl: 'a', en: 'b' }, kind: 'text', max: 10, required: true }]
	};
	const rules = (...files: unknown[]) => {
		const found: string[] = [];
		toExercises(
			files.map((file) => v.parse(exerciseFile, file)),
			() => (_, rule) => void found.push(rule),
			{ lessons: new Set(['c1']), notes: new Set(['note_a1']) }
		);
		return found;
	};
	const withField = (changes: object) => ({
		...good,
		fields: [{ ...good.fields[0], ...changes }]
	});
	it('and a good one has none', () => expect(rules(good)).toEqual([]));
	it.each([
		['exercise-ids', [good, { ...good, fields: [{ ...good.fields[0], id: 'x_b' }] }]],
		['field-ids', [{ ...good, fields: [...good.fields, ...good.fields] }]],
		['unknown-lesson', [{ ...good, lesson: 'q9' }]],
		['unknown-field', [{ ...good, reuses: ['x_a'] }]],
		['unknown-field', [withField({ rowsFrom: 'x_z' })]],
		['unknown-note', [withField({ notes: ['note_q'] })]],
		['field-shape', [withField({ rows: [2, 3] })]],
		['field-shape', [withField({ max: undefined })]],
		['field-example', [withField({ example: { nl: 'veel te lange tekst', en: 'short' } })]],
		['rubric-ids', [{ ...good, rubric: [1, 2].map(() => row) }]]
	])('%s', (rule, files) => {
		expect(rules(...files)).toContain(rule);
	});
});
