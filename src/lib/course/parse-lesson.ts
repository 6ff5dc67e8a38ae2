import Markdoc, { type Config, type Node, type RenderableTreeNode } from '@markdoc/markdoc';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import type { Block, Step } from './course.ts';
import { lineOf, type Report } from './fault.ts';
import type { Language } from './language.ts';
import { lessonTags } from './lesson-tags.ts';
import { curly, curlyHtml } from './typography.ts';

const { Tag } = Markdoc;

const front = v.strictObject({
	id: v.string(),
	title: v.pipe(v.string(), v.minLength(1)),
	summary: v.pipe(v.string(), v.minLength(1), v.maxLength(160)),
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	since: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
	objectives: v.pipe(
		v.array(v.pipe(v.record(v.string(), v.string()), v.minEntries(1), v.maxEntries(1))),
		v.minLength(1)
	),
	sources: v.array(v.string())
});

/** One language of a lesson, before it meets the other. `refs` say what the text points to, with the line. */
export type LessonText = v.InferOutput<typeof front> & {
	steps: Step[];
	words: number;
	refs: {
		kind: 'source' | 'term' | 'misconception' | 'check' | 'sim' | 'figure';
		id: string;
		line: number;
	}[];
	/** Tags, headings and tables in order: must be the same in both languages. */
	structure: string[];
};

/** What running text takes from other files: how a source is called, what a figure looks like. */
export type Labels = {
	source(id: string, language: Language): string;
	/** The finished drawing; empty when there is none by that name. */
	figure(id: string, language: Language): string;
	/** A glossary term and what it means. */
	term(id: string, language: Language): { term: string; text: string };
};

export function parseLesson(
	text: string,
	language: Language,
	labels: Labels,
	report: Report
): LessonText | undefined {
	const tree = Markdoc.parse(text);
	const meta = v.safeParse(front, readYaml(String(tree.attributes.frontmatter ?? ''), report));
	if (!meta.success) {
		for (const issue of meta.issues)
			report(1, 'front-matter', `${v.getDotPath(issue) ?? 'front matter'}: ${issue.message}`);
		return undefined;
	}
	const config: Config = { tags: lessonTags(language, labels), variables: {} };
	for (const { lines, error } of Markdoc.validate(tree, config)) {
		report((lines[0] ?? 0) + 1, 'markdoc', error.message);
	}
	const explained = new Set<string>();
	return {
		...meta.output,
		steps: toSteps(tree, config, report).map((step) => ({
			...step,
			blocks: step.blocks.map((block) =>
				withTerms(withFigures(block, language, labels), language, labels, explained)
			)
		})),
		words: countWords(tree),
		refs: findRefs(tree),
		structure: outlineOf(tree)
	};
}

function readYaml(text: string, report: Report): unknown {
	try {
		return parseYaml(text);
	} catch (error) {
		// One more for the line with the dashes.
		report(
			lineOf(error) + 1,
			'front-matter',
			(error as Error).message.split('\n')[0] ?? 'not YAML'
		);
		return undefined;
	}
}

function toSteps(tree: Node, config: Config, report: Report): Step[] {
	const steps: Step[] = [{ id: 'step-1', title: '', blocks: [] }];
	for (const node of tree.children) {
		const line = (node.lines[0] ?? 0) + 1;
		if (node.type === 'heading') {
			if (node.attributes.level !== 2) report(line, 'heading', 'only ## headings: each is a step');
			steps.push({ id: `step-${steps.length + 1}`, title: curly(plain(node).trim()), blocks: [] });
			continue;
		}
		const step = steps[steps.length - 1]!;
		const block = toBlock(node, config, report);
		const last = step.blocks[step.blocks.length - 1];
		if (block.type === 'prose' && last?.type === 'prose') last.html += block.html;
		else step.blocks.push(block);
	}
	return steps.filter((step) => step.title !== '' || step.blocks.length > 0);
}

function withFigures(block: Block, language: Language, labels: Labels): Block {
	if (block.type !== 'prose') return block;
	const html = block.html.replace(
		/<figure class="figure" data-figure="([^"]*)">/g,
		(_, id: string) => `<figure class="figure" id="${id}">${curlyHtml(labels.figure(id, language))}`
	);
	return { ...block, html };
}

/** Puts the explanation of each term behind the block that names it first; it opens over the text. */
function withTerms(
	block: Block,
	language: Language,
	labels: Labels,
	explained: Set<string>
): Block {
	if (!('html' in block)) return block;
	const named = [...block.html.matchAll(/popovertarget="term-([^"]+)"/g)].map((match) => match[1]!);
	const cards = [...new Set(named)]
		.filter((id) => !explained.has(id))
		.map((id) => {
			explained.add(id);
			const { term, text } = labels.term(id, language);
			const more = language === 'nl' ? 'In de begrippenlijst' : 'In the glossary';
			const card = [
				new Tag('p', {}, [new Tag('strong', {}, [term])]),
				new Tag('p', {}, [text]),
				new Tag('p', {}, [new Tag('a', { href: `/${language}/glossary#${id}` }, [more])])
			];
			return new Tag('div', { class: 'term-card', id: `term-${id}`, popover: 'auto' }, card);
		});
	return cards.length === 0
		? block
		: { ...block, html: block.html + curlyHtml(Markdoc.renderers.html(cards)) };
}

function toBlock(node: Node, config: Config, report: Report): Block {
	const { attributes } = node;
	switch (node.type === 'tag' ? node.tag : undefined) {
		case 'check':
			return { type: 'check', item: String(attributes.id) };
		case 'note':
			return {
				type: 'note',
				field: String(attributes.field),
				max: Number(attributes.max),
				html: html(node.children, config)
			};
		case 'sim':
			return {
				type: 'sim',
				id: String(attributes.id),
				mode: String(attributes.mode),
				html: html(node.children, config)
			};
		case 'predict': {
			const list = node.children.find((child) => child.type === 'list');
			if (!list)
				report((node.lines[0] ?? 0) + 1, 'predict', 'a prediction needs a list of options');
			return {
				type: 'predict',
				id: String(attributes.id),
				html: html(
					node.children.filter((child) => child !== list),
					config
				),
				options: (list?.children ?? []).map((item, index) => ({
					id: 'abcdef'[index] ?? String(index),
					text: curly(plain(item).trim())
				}))
			};
		}
		default:
			for (const inner of node.walk())
				if (inner.tag && interactive.includes(inner.tag))
					report((inner.lines[0] ?? 0) + 1, 'nested', `${inner.tag} stands inside another block`);
			return { type: 'prose', html: html([node], config) };
	}
}

/** These are asked only when they stand on their own; inside another block they would be lost without a word. */
const interactive = ['check', 'note', 'sim', 'predict'];

function html(nodes: Node[], config: Config): string {
	const content = nodes.map((node) => Markdoc.transform(node, config)) as RenderableTreeNode[];
	// The empty corner of a table is no heading of anything.
	const corner = /<th><\/th>/g;
	return curlyHtml(Markdoc.renderers.html(content.flat())).replace(corner, '<td></td>');
}

function plain(node: Node): string {
	if (node.type === 'text') return String(node.attributes.content);
	if (node.type === 'softbreak') return ' ';
	return node.children.map(plain).join('');
}

function countWords(tree: Node): number {
	let words = 0;
	for (const node of tree.walk())
		if (node.type === 'text')
			words += String(node.attributes.content)
				.split(/\s+/)
				.filter((word) => /\p{L}|\d/u.test(word)).length;
	return words;
}

function findRefs(tree: Node): LessonText['refs'] {
	const refs: LessonText['refs'] = [];
	for (const node of tree.walk()) {
		if (node.type !== 'tag') continue;
		const { attributes, tag } = node;
		const line = (node.lines[0] ?? 0) + 1;
		if (tag === 'evidence') refs.push({ kind: 'source', id: String(attributes.source), line });
		if (tag === 'term') refs.push({ kind: 'term', id: String(attributes.id), line });
		if (tag === 'callout' && attributes.id)
			refs.push({ kind: 'misconception', id: String(attributes.id), line });
		if (tag === 'check') refs.push({ kind: 'check', id: String(attributes.id), line });
		if (tag === 'figure') refs.push({ kind: 'figure', id: String(attributes.id), line });
		if (tag === 'sim') refs.push({ kind: 'sim', id: String(attributes.id), line });
	}
	return refs;
}

const structural = ['heading', 'table', 'tr', 'list', 'item', 'tag'];
const named = ['id', 'kind', 'type', 'source', 'field', 'max', 'mode'];

function outlineOf(tree: Node): string[] {
	const outline: string[] = [];
	for (const node of tree.walk()) {
		if (!structural.includes(node.type)) continue;
		const names = named.flatMap((name) =>
			node.attributes[name] === undefined ? [] : `${name}=${node.attributes[name]}`
		);
		outline.push([node.tag ?? node.type, ...names].join(' '));
	}
	return outline;
}
