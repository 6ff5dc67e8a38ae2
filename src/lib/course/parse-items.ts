import * as v from 'valibot';
import { LineCounter, parseDocument, isSeq } from 'yaml';
import type { Report } from './fault.ts';
import { blooms, type Item, type Option, type PointItem } from './item.ts';
import { languages, type Text } from './language.ts';
import { regionFaults, withPlaces } from './places.ts';
import { curly } from './typography.ts';

/** Turns any text into a short stable name; given by the caller, so that this folder stays pure. */
export type Digest = (text: string) => string;

/** Words as written, for what a typed answer is compared with. */
const plain = v.pipe(v.string(), v.trim(), v.minLength(1));
/** Words to be read. */
const words = v.pipe(
	plain,
	v.transform((written) => curly(written))
);
export const text = v.strictObject({ nl: words, en: words });

const common = {
	id: v.pipe(v.string(), v.regex(/^Q-[A-C]\d+-\d\d$/)),
	lesson: v.string(),
	objective: v.string(),
	bloom: v.picklist(blooms),
	difficulty: v.picklist([1, 2, 3]),
	stem: text,
	sources: v.array(v.string()),
	shuffle: v.optional(v.boolean(), true)
};

const option = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-f]$/)),
	correct: v.boolean(),
	nl: words,
	en: words,
	feedback: text,
	misconception: v.optional(v.string())
});
const options = v.pipe(v.array(option), v.minLength(3));
/** Typed answers that count as the same, in both languages. */
const forms = v.strictObject({
	nl: v.pipe(v.array(plain), v.minLength(1)),
	en: v.pipe(v.array(plain), v.minLength(1))
});
const row = { nl: words, en: words, feedback: text };

const schema = v.variant('type', [
	v.strictObject({ ...common, type: v.literal('single'), options }),
	v.strictObject({ ...common, type: v.literal('scenario'), options }),
	v.strictObject({ ...common, type: v.literal('multiple'), options }),
	v.strictObject({
		...common,
		type: v.literal('point'),
		figure: v.string(),
		options: v.pipe(
			v.array(
				v.strictObject({
					...option.entries,
					region: v.strictObject({
						x: v.number(),
						y: v.number(),
						width: v.number(),
						height: v.number()
					})
				})
			),
			v.minLength(3),
			v.maxLength(8)
		)
	}),
	v.strictObject({
		...common,
		type: v.literal('true-false'),
		holds: v.boolean(),
		feedback: text,
		options
	}),
	v.strictObject({
		...common,
		type: v.literal('short'),
		accepted: forms,
		near: v.optional(v.array(v.strictObject({ written: forms, feedback: text })), []),
		feedback_correct: text,
		feedback_wrong: text
	}),
	v.strictObject({
		...common,
		type: v.literal('categorise'),
		categories: v.pipe(
			v.array(v.strictObject({ id: v.string(), nl: words, en: words })),
			v.minLength(2)
		),
		items: v.pipe(v.array(v.strictObject({ key: v.string(), ...row })), v.minLength(2))
	}),
	v.strictObject({
		...common,
		type: v.literal('matching'),
		pairs: v.pipe(
			v.array(v.strictObject({ left: text, right: text, feedback: text })),
			v.minLength(2)
		)
	}),
	v.strictObject({
		...common,
		type: v.literal('ordering'),
		sequence: v.pipe(
			v.array(v.strictObject({ position: v.pipe(v.number(), v.integer()), ...row })),
			v.minLength(3)
		)
	}),
	v.strictObject({
		...common,
		type: v.literal('numeric'),
		answer: v.strictObject({
			value: v.number(),
			tolerance: v.pipe(v.number(), v.minValue(0)),
			unit: v.string()
		}),
		feedback_correct: text,
		feedback_wrong: text
	}),
	v.strictObject({
		...common,
		type: v.literal('cloze'),
		blanks: v.pipe(
			v.array(
				v.strictObject({
					id: v.pipe(v.string(), v.regex(/^\d$/)),
					accepted: forms,
					feedback: text
				})
			),
			v.minLength(1)
		)
	})
]);
type Written = v.InferOutput<typeof schema>;
type WrittenPoint = Extract<Written, { type: 'point' }>;

/**
 * The items of one `items.yaml`; what does not fit is reported with its line and left out.
 *
 * @param figureOf a finished drawing, for items that point at one
 */
export function parseItems(
	source: string,
	report: Report,
	digest: Digest,
	figureOf: (id: string) => Text | undefined = () => undefined
): Item[] {
	const lines = new LineCounter();
	const document = parseDocument(source, { lineCounter: lines });
	for (const error of document.errors) {
		report(error.linePos?.[0].line ?? 1, 'yaml', error.message.split('\n')[0] ?? 'not YAML');
	}
	if (!isSeq(document.contents)) {
		if (document.errors.length === 0) report(1, 'items', 'expected a list of items');
		return [];
	}
	const items: Item[] = [];
	for (const node of document.contents.items) {
		const at = (node as { range?: [number, number, number] }).range?.[0] ?? 0;
		const { line } = lines.linePos(at);
		const parsed = v.safeParse(schema, (node as { toJS(d: unknown): unknown }).toJS(document));
		if (!parsed.success) {
			for (const issue of parsed.issues) {
				report(line, 'item-schema', `${v.getDotPath(issue) ?? 'item'}: ${issue.message}`);
			}
			continue;
		}
		const written = parsed.output;
		checkKeys(written, (rule, message) => report(line, rule, `${written.id}: ${message}`));
		if (written.type === 'point') {
			const figure = figureOf(written.figure);
			const regions = written.options.map((each) => each.region);
			for (const fault of figure ? regionFaults(figure.nl, regions) : ['no such figure'])
				report(line, 'region', `${written.id}: ${fault}`);
			// A drawing that changes makes another version too.
			const version = digest(JSON.stringify(written) + JSON.stringify(figure));
			if (figure) items.push({ ...pointing(written, figure), version });
			continue;
		}
		items.push({ ...fromWritten(written), version: digest(JSON.stringify(written)) } as Item);
	}
	return items;
}

/** One key where one is due, several where several are, and ids that are told apart. */
function checkKeys(item: Written, report: (rule: string, message: string) => void): void {
	switch (item.type) {
		case 'single':
		case 'scenario':
		case 'point':
		case 'true-false':
		case 'multiple': {
			const keys = item.options.filter((each) => each.correct).length;
			const ids = new Set(item.options.map((each) => each.id));
			if (ids.size !== item.options.length) report('option-ids', 'two options share an id');
			readDifferently(item.options, report);
			if (item.type !== 'multiple' && keys !== 1)
				report('one-key', `has ${keys} right options, expected one`);
			if (item.type === 'multiple' && (keys < 2 || keys === item.options.length))
				report('several-keys', `has ${keys} right options of ${item.options.length}`);
			break;
		}
		case 'short':
			for (const miss of item.near)
				for (const form of [...miss.written.nl, ...miss.written.en])
					if ([...item.accepted.nl, ...item.accepted.en].includes(form))
						report('near', `'${form}' is both right and a near miss`);
			// It may be asked again: what is said of a wrong answer must not hold the right one.
			for (const language of languages)
				for (const said of [item.feedback_wrong, ...item.near.map((miss) => miss.feedback)])
					for (const form of item.accepted[language])
						if (said[language].toLowerCase().includes(form.toLowerCase()))
							report('gives-away', `'${form}' stands in the feedback of a wrong answer`);
			break;
		case 'categorise': {
			const ids = new Set(item.categories.map((each) => each.id));
			if (ids.size !== item.categories.length) report('option-ids', 'two categories share an id');
			readDifferently(item.categories, report);
			for (const each of item.items)
				if (!ids.has(each.key)) report('category', `no category '${each.key}'`);
			break;
		}
		case 'matching':
			readDifferently(
				item.pairs.map((pair) => pair.right),
				report
			);
			break;
		case 'ordering': {
			readDifferently(item.sequence, report);
			const right = item.sequence.every((each, index) => each.position === index + 1);
			if (!right) report('sequence', 'positions must run 1, 2, 3 … in the right order');
			break;
		}
		case 'cloze': {
			const asked = item.blanks.map((blank) => blank.id).sort();
			for (const language of languages) {
				const inStem = [...item.stem[language].matchAll(/\{(\d)\}/g)]
					.map((match) => match[1])
					.sort();
				if (inStem.join() !== asked.join())
					report(
						'blank',
						`stem.${language} has {${inStem.join()}}, the blanks are ${asked.join()}`
					);
			}
			break;
		}
	}
}

/** Two choices with the same words cannot be told apart, so neither can be right. */
function readDifferently(texts: Text[], report: (rule: string, message: string) => void): void {
	for (const language of languages) {
		const words = texts.map((each) => each[language]);
		const twice = words.find((each, index) => words.indexOf(each) !== index);
		if (twice !== undefined) report('same-text', `'${twice}' stands there twice (${language})`);
	}
}

/** What every kind of item has. */
function baseOf({ id, lesson, objective, bloom, difficulty, stem, sources, shuffle }: Written) {
	return { id, lesson, objective, bloom, difficulty, stem, sources, shuffle };
}

/** From the shape that is pleasant to write to the shape that is safe to use. */
function fromWritten(written: Exclude<Written, WrittenPoint>): Omit<Item, 'version'> {
	const base = baseOf(written);
	switch (written.type) {
		case 'single':
		case 'scenario':
		case 'multiple':
			return {
				...base,
				type: written.type,
				options: written.options.map(({ nl, en, ...rest }) => ({ ...rest, text: { nl, en } }))
			} as Omit<Item, 'version'>;
		case 'true-false':
			return {
				...base,
				type: 'true-false',
				holds: written.holds,
				feedback: written.feedback,
				options: written.options.map(({ nl, en, ...rest }) => ({ ...rest, text: { nl, en } }))
			} as Omit<Item, 'version'>;
		case 'short':
			return {
				...base,
				type: 'short',
				accepted: written.accepted,
				near: written.near,
				right: written.feedback_correct,
				wrong: written.feedback_wrong
			} as Omit<Item, 'version'>;
		case 'categorise':
			return {
				...base,
				type: 'categorise',
				choices: written.categories.map(({ id, nl, en }) => ({ id, text: { nl, en } })),
				rows: written.items.map(({ nl, en, key, feedback }, index) => ({
					id: `r${index + 1}`,
					text: { nl, en },
					key,
					feedback
				}))
			} as Omit<Item, 'version'>;
		case 'matching': {
			const ids = idsByAlphabet(written.pairs.map((pair) => pair.right));
			return {
				...base,
				type: 'matching',
				choices: written.pairs.map((pair, index) => ({ id: ids[index], text: pair.right })),
				rows: written.pairs.map((pair, index) => ({
					id: `r${index + 1}`,
					text: pair.left,
					key: ids[index],
					feedback: pair.feedback
				}))
			} as Omit<Item, 'version'>;
		}
		case 'ordering': {
			const ids = idsByAlphabet(written.sequence.map(({ nl, en }) => ({ nl, en })));
			return {
				...base,
				type: 'ordering',
				sequence: written.sequence.map(({ nl, en, feedback }, index) => ({
					id: ids[index],
					text: { nl, en },
					feedback
				}))
			} as Omit<Item, 'version'>;
		}
		case 'numeric':
			return {
				...base,
				type: 'numeric',
				...written.answer,
				right: written.feedback_correct,
				wrong: written.feedback_wrong
			} as Omit<Item, 'version'>;
		case 'cloze':
			return { ...base, type: 'cloze', blanks: written.blanks } as Omit<Item, 'version'>;
	}
}

/** With its places in the drawing, and the same numbers in front of what the list says. */
function pointing(written: WrittenPoint, { nl, en }: Text): Omit<PointItem, 'version'> {
	const { id, options } = written;
	return {
		...baseOf(written),
		type: 'point',
		figure: { nl: withPlaces(nl, id, options), en: withPlaces(en, id, options) },
		options: options.map(({ nl, en, region: _, ...rest }, index) => ({
			...rest,
			text: { nl: `${index + 1}. ${nl}`, en: `${index + 1}. ${en}` }
		})) as Option[]
	};
}

/** Ids that follow the alphabet of the Dutch text, so that an id never tells which row it belongs to. */
function idsByAlphabet(texts: Text[]): string[] {
	const sorted = [...texts].map((each) => each.nl).sort();
	return texts.map((each) => `c${sorted.indexOf(each.nl) + 1}`);
}
