// Draws marks over the text and reads what is selected in it. Loaded when the page is at rest: the list of
// notes works without it. The text itself is not touched: the browser paints ranges (CSS Custom Highlight API).

export type Quote = { step: string; exact: string; prefix: string; suffix: string };
type Marked = Quote & { id: string; mark: string };

const AROUND = 40;
/** Not part of the running text: margin notes, explanations of terms, labels and drawings. */
const beside = '.evidence, .term-card, .label, figure';

type Spot = { node: Text; offset: number };

/** The running text of a step with spaces as one, and for each of its characters where it stands. */
function textIn(step: Element): { text: string; spots: Spot[] } {
	let text = '';
	const spots: Spot[] = [];
	for (const prose of step.querySelectorAll('.prose')) {
		const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text) {
			if (node.parentElement?.closest(beside)) continue;
			for (let offset = 0; offset < node.data.length; offset++) {
				const character = /\s/.test(node.data[offset]!) ? ' ' : node.data[offset]!;
				if (character === ' ' && (text === '' || text.endsWith(' '))) continue;
				text += character;
				spots.push({ node, offset });
			}
		}
		if (text !== '' && !text.endsWith(' ')) {
			text += ' ';
			spots.push(spots.at(-1)!);
		}
	}
	return { text, spots };
}

function find({ text, spots }: ReturnType<typeof textIn>, quote: Quote): Range | undefined {
	const whole = text.indexOf(quote.prefix + quote.exact + quote.suffix);
	const from = whole === -1 ? text.indexOf(quote.exact) : whole + quote.prefix.length;
	if (from === -1 || quote.exact === '') return undefined;
	const first = spots[from];
	const last = spots[from + quote.exact.length - 1];
	if (!first || !last) return undefined;
	const range = document.createRange();
	range.setStart(first.node, first.offset);
	range.setEnd(last.node, last.offset + 1);
	return range;
}

/**
 * Paints the marks.
 *
 * @returns the ids of those whose words are in the text
 */
export function paint(marked: Marked[]): Set<string> {
	const found = new Set<string>();
	const ranges = new Map<string, Range[]>();
	const texts = new Map<string, ReturnType<typeof textIn>>();
	for (const each of marked) {
		const step = document.getElementById(each.step);
		if (!step) continue;
		const text = texts.get(each.step) ?? textIn(step);
		texts.set(each.step, text);
		const range = find(text, each);
		if (!range) continue;
		found.add(each.id);
		ranges.set(each.mark, [...(ranges.get(each.mark) ?? []), range]);
	}
	if ('highlights' in CSS) {
		CSS.highlights.clear();
		for (const [mark, list] of ranges) CSS.highlights.set(mark, new Highlight(...list));
	}
	return found;
}

/** What is selected in the running text of one step, and where it stands on the screen. */
export function selected(): { quote: Quote; box: DOMRect } | undefined {
	const selection = getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
	const range = selection.getRangeAt(0);
	const step = stepOf(range.startContainer);
	if (!step || stepOf(range.endContainer) !== step) return undefined;
	const { text, spots } = textIn(step);
	const inside = spots.flatMap(({ node, offset }, index) =>
		range.isPointInRange(node, offset) && !atEnd(range, node, offset) ? index : []
	);
	let from = inside[0] ?? 0;
	let to = inside.length === 0 ? 0 : inside.at(-1)! + 1;
	while (from < to && text[from] === ' ') from += 1;
	while (to > from && text[to - 1] === ' ') to -= 1;
	if (to - from < 2) return undefined;
	const quote = {
		step: step.id,
		exact: text.slice(from, to),
		prefix: text.slice(Math.max(0, from - AROUND), from),
		suffix: text.slice(to, to + AROUND)
	};
	return { quote, box: range.getBoundingClientRect() };
}

const atEnd = (range: Range, node: Text, offset: number) =>
	range.endContainer === node && range.endOffset === offset;

function stepOf(node: Node): Element | undefined {
	const element = node instanceof Element ? node : node.parentElement;
	return element?.closest('.prose') ? (element.closest('[data-step]') ?? undefined) : undefined;
}
