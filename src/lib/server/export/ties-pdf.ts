import { canvas as words } from '#lib/i18n/canvas.ts';
import type { Language } from '#lib/course/language.ts';
import { tieDrawing } from '#lib/learning/tie-drawing.ts';
import type { FieldRead } from '#lib/learning/canvas-view.ts';
import { figure, ink, line, write, type Doc, type Element } from './paper.ts';

const SCALE = 0.62;

/**
 * The circles and ties of a field, as the screen draws them, with the names of the circles beside them.
 *
 * @returns the y below it
 */
export function drawTies(
	doc: Doc,
	parent: Element,
	field: FieldRead,
	language: Language,
	at: { x: number; y: number }
): number {
	const circles = field.columns[0]?.choices ?? [];
	const { places, lines, said } = tieDrawing(circles, field.cells, field.columns[2]?.choices ?? []);
	if (places.length < 2) return at.y;
	const [width, height] = [300 * SCALE, 260 * SCALE];
	const bbox = [at.x, at.y, at.x + width, at.y + height];
	const x = (value: number) => at.x + value * SCALE;
	const y = (value: number) => at.y + value * SCALE;
	parent.add(
		figure(doc, words[language].drawing(said), bbox, () => {
			for (const { one, other, tie } of lines) {
				doc.lineWidth(tie === 'strong' ? 2.6 : 0.9);
				doc.strokeColor(tie === 'missing' ? ink.accent : ink.text);
				if (tie === 'missing') doc.dash(3.5, { space: 3.5 });
				doc.moveTo(x(one.x), y(one.y)).lineTo(x(other.x), y(other.y)).stroke().undash();
			}
			for (const place of places) {
				doc.lineWidth(1).circle(x(place.x), y(place.y), 9).fillAndStroke('#ffffff', ink.text);
				doc.fillColor(ink.text);
				line(doc, place.id, { x: x(place.x) - 2.6, y: y(place.y) - 5, size: 9, face: 'bold' });
			}
		})
	);
	let below = at.y + 6;
	const list = doc.struct('L');
	parent.add(list);
	for (const { id, text } of circles) {
		const item = doc.struct('LI');
		list.add(item);
		below = write(
			doc,
			item,
			'LBody',
			`${id} ${text}`,
			{ face: 'plain', size: 9 },
			{
				...{ x: at.x + width + 16, y: below },
				width: 595.28 - 60 - (at.x + width + 16)
			}
		);
		item.end();
	}
	list.end();
	return Math.max(below, at.y + height) + 4;
}
