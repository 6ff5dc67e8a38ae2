import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest, readContent } from '../../../scripts/build/content.ts';
import type { Cells, Exercise, Field } from '#lib/course/exercise.ts';
import { parse } from '#lib/course/parse.ts';
import { cellName } from './cells.ts';
import {
	fit,
	isComplete,
	isImpossible,
	readCells,
	rowsOf,
	stateOf,
	tooLong,
	warningsOf,
	type Canvas
} from './canvas.ts';

const exercises = parse(readContent(), digest).course!.exercises;
const fields = exercises.flatMap((exercise) => exercise.fields);
const fieldOf = (id: string) => fields.find((field) => field.id === id);
const field = (id: string): Field => fieldOf(id)!;
const exercise = (id: string): Exercise => exercises.find((each) => each.id === id)!;

/** What the fictional case wrote, as a canvas. */
const verdewold = (language: 'nl' | 'en'): Canvas =>
	Object.fromEntries(
		fields.flatMap(({ id, example }) => (example[language].length ? [[id, example[language]]] : []))
	);

describe('what a form says', () => {
	/** As a browser sends it: every end of a line as two characters. */
	const sent = (one: Field, cells: Cells) => {
		const form = new Map(
			Array.from({ length: one.rows.max }).flatMap((_, row) =>
				one.columns.map(({ id }, index): [string, string] => [
					cellName(one.id, row, id),
					(cells[row]?.[index] ?? '').replaceAll('\n', '\r\n')
				])
			)
		);
		return (name: string) => form.get(name);
	};
	it('is exactly what was typed, whatever it was, in any field', () => {
		const typed = fc.constantFrom(...fields).chain((one) =>
			fc.record({
				one: fc.constant(one),
				cells: fc.array(
					fc.tuple(
						...one.columns.map(() =>
							fc
								.string({ unit: 'binary', maxLength: 60 })
								.map((text) => text.replaceAll('\r', '').replaceAll('\0', '').toWellFormed())
						)
					),
					{ maxLength: one.rows.max }
				)
			})
		);
		fc.assert(
			fc.property(typed, ({ one, cells }) => {
				const read = readCells(one, sent(one, cells))!;
				expect(read).toEqual(fit(one, cells));
				for (const [row, written] of cells.entries())
					for (const [index, cell] of written.entries())
						expect(read[row]?.[index] ?? '').toBe(cell);
			}),
			{ numRuns: 10_000 }
		);
	});
	it('is nothing when the form does not hold the field', () => {
		expect(readCells(field('e1_bewijs'), () => undefined)).toBeUndefined();
		expect(readCells(field('e1_bewijs'), () => '')).toEqual([]);
	});
	it('an empty row in the middle stays where it is, one at the end goes', () => {
		expect(fit(field('e1_bewijs'), [['a'], [''], ['b'], ['']])).toEqual([['a'], [''], ['b']]);
	});
});

describe('too long', () => {
	it('counts what people count: an emoji is one', () => {
		const core = field('e1_kernprobleem');
		expect(tooLong(core, [['🙂'.repeat(160)]])).toEqual([]);
		expect(tooLong(core, [['🙂'.repeat(161)]])).toEqual([{ row: 0, column: 'text', max: 160 }]);
	});
	it('is kept all the same; a choice that does not exist is not', () => {
		expect(isImpossible(field('e1_opdracht'), [['a'.repeat(4000)]])).toBe(false);
		expect(isImpossible(field('e1_opdracht'), [['a'.repeat(4001)]])).toBe(true);
		expect(isImpossible(field('e5_soort'), [['nonsense', '']])).toBe(true);
		expect(isImpossible(field('e2_kaart'), [['1', '12', 'weak']])).toBe(false);
		expect(isImpossible(field('e2_kaart'), [['x', '', '']])).toBe(true);
	});
});

describe('how far an exercise is', () => {
	it('the fictional case has a complete first exercise, in both languages', () => {
		for (const language of ['nl', 'en'] as const)
			expect(stateOf(exercise('e1'), verdewold(language), fieldOf)).toEqual({
				state: 'complete',
				filled: 6,
				asked: 6
			});
	});
	it('nothing is empty, one field is begun', () => {
		expect(stateOf(exercise('e1'), {}, fieldOf).state).toBe('empty');
		expect(stateOf(exercise('e1'), { e1_aannames: [['x']] }, fieldOf)).toEqual({
			state: 'begun',
			filled: 0,
			asked: 6
		});
	});
	it('a table of circles needs three names with a reason', () => {
		const circles = field('e2_kringen');
		const rows = [
			['a', '', '', 'why'],
			['b', '', '', 'why']
		];
		expect(isComplete(circles, { e2_kringen: rows }, fieldOf)).toBe(false);
		expect(isComplete(circles, { e2_kringen: [...rows, ['c', '', '', '']] }, fieldOf)).toBe(false);
		expect(isComplete(circles, { e2_kringen: [...rows, ['c', '', '', 'w']] }, fieldOf)).toBe(true);
	});
	it('what is asked per circle is asked of each circle there is, and of no other', () => {
		const canvas = { e2_kringen: [['a'], [''], ['c']], e3_motieven: [['talk', '']] };
		expect(rowsOf(field('e3_motieven'), canvas, fieldOf)).toEqual([
			{ row: 0, from: 'a' },
			{ row: 2, from: 'c' }
		]);
		expect(isComplete(field('e3_motieven'), canvas, fieldOf)).toBe(false);
		const both = {
			...canvas,
			e3_motieven: [
				['talk', ''],
				['', ''],
				['more', '']
			]
		};
		expect(isComplete(field('e3_motieven'), both, fieldOf)).toBe(true);
	});
	it('what was written of a circle that went is still there', () => {
		const canvas = {
			e2_kringen: [['a']],
			e3_motieven: [
				['x', ''],
				['y', '']
			]
		};
		expect(rowsOf(field('e3_motieven'), canvas, fieldOf)).toEqual([
			{ row: 0, from: 'a' },
			{ row: 1, from: '' }
		]);
	});
});

describe('what is worth a second look', () => {
	it('a platform in the diagnosis, as a word of its own', () => {
		const named = (text: string) => warningsOf('e1', { e1_kernprobleem: [[text]] });
		expect(named('Op facebook klaagt iedereen')).toEqual([
			{ kind: 'channel-in-diagnosis', name: 'Facebook' }
		]);
		expect(named('Wij zijn stil op X.')).toHaveLength(1);
		expect(named('Een x-as en extra linkedinnen')).toEqual([]);
	});
	it('nothing, in a canvas that holds together', () => {
		const whole: Canvas = {
			...verdewold('nl'),
			e8_acties: [['avond met monteurs', 'Daan', 'oktober', '']]
		};
		const circles = whole.e2_kringen!;
		expect(
			warningsOf('e8', { ...whole, e5_brug: [[`naar ${circles[2]![0]}`]] }).map(({ kind }) => kind)
		).toEqual([]);
	});
	it('each of the five, where there is reason for it', () => {
		const canvas: Canvas = {
			e2_kringen: [['klusgroep']],
			e3_onzedoelen: [['persuade', '']],
			e4_geven: [['kennis']],
			e5_gedrag: [['iemand plaatst iets']],
			e6_automatisch: [['alles', '']],
			e7_meten: [['bereik', '', '']],
			e8_acties: [['campagne in het voorjaar', '', '', '']]
		};
		expect(warningsOf('e8', canvas)).toEqual([
			{ kind: 'no-circle-in-core' },
			{ kind: 'measure-without-behaviour' },
			{ kind: 'action-without-support', action: 'campagne in het voorjaar' },
			{ kind: 'persuading-while-giving', circle: 'klusgroep' },
			{ kind: 'bot-without-human' }
		]);
	});
	it('an empty canvas has nothing to look at', () => {
		for (const { id } of exercises) expect(warningsOf(id, {})).toEqual([]);
	});
});
