import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievement } from '#lib/course/achievement.ts';
import { languages } from '#lib/course/language.ts';
import { fit, type Canvas } from '#lib/learning/canvas.ts';
import type { Whole } from '#lib/learning/canvas-view.ts';
import { findPdfTools, readPdf } from '../../../../tests/support/pdf.ts';
import { fieldOf, shape } from '../canvas.ts';
import { course } from '../course.ts';
import { canvasJson } from './canvas.ts';
import { canvasPdf } from './canvas-pdf.ts';
import { certificatePdf } from './certificate-pdf.ts';
import { runsOf } from './paper-fonts.ts';

const about = { language: 'nl' as const, name: 'Amina', at: new Date('2026-11-23T12:00:00Z') };
const wholeOf = (canvas: Canvas): Whole =>
	course.exercises.map(({ id, title, fields }) => ({
		...{ id, title: title.nl },
		fields: fields.map((field) => shape(field, canvas, 'nl'))
	}));
const example = Object.fromEntries(
	course.exercises.flatMap(({ fields }) =>
		fields.map((field) => [field.id, fit(fieldOf(field.id)!, field.example.nl)])
	)
);
const owned = (name: string, language: 'nl' | 'en') => ({
	...{ code: 'K7TQ2M4XWD', name, email: 'amina@test.example', statusIndex: 1, salt: 'ab' },
	earnedAt: new Date('2026-11-03T10:00:00Z'),
	issuedAt: new Date('2026-11-04T10:00:00Z'),
	...{ showsName: true, afterErasure: 'withdrawn' as const },
	about: achievement(course, course.edition, language)
});
/** Whether these come in this order. */
const inOrder = (text: string, pieces: string[]) => {
	let from = 0;
	for (const piece of pieces) {
		const at = text.indexOf(piece, from);
		expect(at, `“${piece}” after “${text.slice(0, from).slice(-60)}”`).toBeGreaterThanOrEqual(from);
		from = at + piece.length;
	}
};
const lettersOf = (text: string) => text.replaceAll(/\s/g, '');

describe.skipIf(!findPdfTools())('on paper, read by programs of others', () => {
	it('the canvas is tagged, sound, whole and in reading order, with every font inside', async () => {
		const file = await canvasPdf(wholeOf(example), about);
		const { info, structure, text, embedded, faults, attached } = readPdf(file);
		expect(info).toMatchObject({
			Tagged: 'yes',
			Title: 'Sociaal strategiecanvas',
			'PDF version': '1.7'
		});
		expect(faults).toBe('');
		expect(embedded.length).toBeGreaterThan(2);
		expect(embedded.every((each) => each)).toBe(true);
		inOrder(
			structure,
			course.exercises.filter(({ id }) => id !== 'plans').map(({ title }) => title.nl)
		);
		expect(structure.match(/^\s*H1 /gm)).toHaveLength(1);
		expect(structure.match(/^\s*H2 /gm)).toHaveLength(8);
		for (const tag of ['L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Figure'])
			expect(structure).toMatch(new RegExp(`^\\s*${tag}( |:|$)`, 'm'));
		for (const cell of example.e1_situatie!.concat(example.e3_vraag ?? []).flat())
			expect(lettersOf(text)).toContain(lettersOf(cell));
		expect(text).toContain('→');
		expect(text).not.toContain('¿');
		expect(attached).toBe(canvasJson(wholeOf(example), about));
	});

	it.each(languages)(
		'the certificate (%s) is tagged, sound, two sheets, and says what it proves',
		async (language) => {
			const name = 'Zoë Łukasiewicz-Yıldız van ’t Hoff Φιλίππα Đặng';
			const file = await certificatePdf(owned(name, language), 'https://leren.example', language);
			const { info, structure, text, embedded, faults } = readPdf(file);
			expect(info).toMatchObject({ Tagged: 'yes', Pages: '2' });
			expect(faults).toBe('');
			expect(embedded.every((each) => each)).toBe(true);
			expect(lettersOf(text)).toContain(lettersOf(name));
			const { title, modules } = achievement(course, course.edition, language);
			const day = language === 'nl' ? '3 november 2026' : '3 November 2026';
			inOrder(
				lettersOf(structure),
				[
					...[name, title, day, 'K7TQ2-M4XWD'],
					`https://leren.example/${language}/bewijs/K7TQ2-M4XWD`,
					...modules.flatMap((module) => [module.title, ...module.objectives])
				].map(lettersOf)
			);
			const again = await certificatePdf(owned(name, language), 'https://leren.example', language);
			expect(again.equals(file)).toBe(true);
		}
	);

	it('whatever was typed is in the file: as text where letters can draw it, and always as data', async () => {
		const typed = fc
			.oneof(
				fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
				fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
				fc.string({
					unit: fc.constantFrom(...'abc éıŁřΩжđ→✓😀„“ \n-*<>&'),
					minLength: 1,
					maxLength: 200
				})
			)
			.map((text) => text.replaceAll('\r', '').replaceAll('\0', '').toWellFormed())
			.filter((text) => text.trim() !== '');
		await fc.assert(
			fc.asyncProperty(typed, typed, async (one, two) => {
				const whole = wholeOf({ e1_situatie: [[one]], e1_bewijs: [[two], [''], [one]] });
				const { attached, faults, structure } = readPdf(await canvasPdf(whole, about));
				expect(faults).toBe('');
				expect(attached).toBe(canvasJson(whole, about));
				for (const each of [one, two])
					if (runsOf(each, 'read').exact && !/[\p{M}\p{Cf}\p{Cc}]/u.test(each.replaceAll('\n', '')))
						expect(lettersOf(structure).normalize('NFKC')).toContain(
							lettersOf(each).normalize('NFKC')
						);
			}),
			{ numRuns: 100 }
		);
	});
});

describe('letters', () => {
	it('a text is cut in runs that say the same; what cannot be drawn is counted', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const { runs, whole, exact } = runsOf(text, 'plain');
				const drawn = runs.map((run) => run.text).join('');
				if (exact) expect(drawn).toBe(text);
				if (!whole) expect(drawn).toContain('¿');
				expect(runs.length).toBeGreaterThan(0);
			}),
			{ numRuns: 500 }
		);
	});

	it('names of Europe, arrows and faces are drawn; what is read from right to left is not', () => {
		for (const text of [
			'Zoë Łukasiewicz',
			'Yıldız Özgür Şahin',
			'Đặng Thị Hằng',
			'Φιλίππα',
			'Олена',
			'a → b ✓',
			'😀'
		])
			expect(runsOf(text, 'strong').whole, text).toBe(true);
		for (const text of ['אבג', 'العربية', '漢字'])
			expect(runsOf(text, 'strong').whole, text).toBe(false);
	});
});
