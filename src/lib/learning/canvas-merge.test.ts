import fc from 'fast-check';
import { expect, it } from 'vitest';
import { realCourse } from '../../../tests/support/real-course.ts';
import { fit, isImpossible } from './canvas.ts';
import { merged } from './canvas-merge.ts';

const fields = realCourse.exercises.flatMap((exercise) => exercise.fields);
const fieldOf = (id: string) => fields.find((field) => field.id === id)!;

it('two texts become one, the one that counts first; what holds the other already is enough', () => {
	const text = fieldOf('e1_situatie');
	expect(merged(text, [['een']], [['twee']])).toEqual([['een\ntwee']]);
	expect(merged(text, [['een en twee']], [['twee']])).toEqual([['een en twee']]);
	expect(merged(text, [['']], [['twee']])).toEqual([['twee']]);
	expect(merged(text, [['x'.repeat(3000)]], [['y'.repeat(3000)]])).toBeUndefined();
});

it('of two lists every row is there once, if there is room', () => {
	const list = fieldOf('e1_bewijs');
	expect(merged(list, [['een'], ['twee']], [['twee'], ['drie']])).toEqual([
		['een'],
		['twee'],
		['drie']
	]);
	const many = Array.from({ length: list.rows.max }, (_, row) => [`rij ${row}`]);
	expect(merged(list, many, [['nog een']])).toBeUndefined();
	expect(merged(list, many, many)).toEqual(many);
});

it('over all fields of the course a merge holds all that was typed, and is one the canvas can keep', () => {
	const cell = fc.constantFrom('', 'a', 'b b', 'c\nd');
	fc.assert(
		fc.property(
			fc.constantFrom(...fields),
			fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 5 }),
			fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 5 }),
			(field, one, other) => {
				const chosen = (cells: string[][]) =>
					fit(field, cells).map((row) =>
						row.map((each, index) => {
							const { choices, choicesFrom } = field.columns[index]!;
							if (choicesFrom) return each === '' ? '' : String(1 + (each.length % 3));
							return choices
								? each === ''
									? ''
									: choices[each.length % choices.length]!.id
								: each;
						})
					);
				const [head, aside] = [chosen(one), chosen(other)];
				const both = merged(field, head, aside);
				if (!both) return;
				expect(isImpossible(field, both)).toBe(false);
				expect(both.length).toBeLessThanOrEqual(field.rows.max);
				const text = both.flat().join('\n');
				for (const each of [...head, ...aside].flat()) expect(text).toContain(each.trim());
			}
		),
		{ numRuns: 3000 }
	);
});
