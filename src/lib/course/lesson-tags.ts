import Markdoc, { type Config } from '@markdoc/markdoc';
import { evidenceKinds, evidenceLabel, isEvidence } from './evidence.ts';
import type { Language, Text } from './language.ts';
import type { Labels } from './parse-lesson.ts';

const { Tag } = Markdoc;

// A kind that does not exist is reported as a fault elsewhere; here it only may not break the reading of the rest.
const caseLabels: Record<string, Text> = {
	factual: { nl: 'Feitelijke casus', en: 'Factual case' },
	fictional: {
		nl: 'Fictieve casus · Verdewold bestaat niet, alle cijfers zijn verzonnen',
		en: 'Fictional case · Verdewold does not exist, all figures are invented'
	}
};

const string = { type: String, required: true } as const;
const oneOf = (...matches: string[]) => ({ type: String, required: true, matches });

/** The tags a lesson may use. Interactive ones have no HTML of their own: the page renders them. */
export function lessonTags(language: Language, labels: Labels): Config['tags'] {
	return {
		case: {
			attributes: { kind: oneOf('factual', 'fictional') },
			transform: (node, config) =>
				new Tag('aside', { class: 'case' }, [
					new Tag('p', { class: 'label' }, [
						caseLabels[String(node.attributes.kind)]?.[language] ?? ''
					]),
					...node.transformChildren(config)
				])
		},
		callout: {
			attributes: {
				type: oneOf('thesis', 'limits', 'misconception'),
				title: string,
				id: { type: String }
			},
			transform: (node, config) =>
				new Tag('aside', { class: `callout ${node.attributes.type}` }, [
					new Tag('p', { class: 'label' }, [node.attributes.title as string]),
					...node.transformChildren(config)
				])
		},
		term: {
			attributes: { id: string },
			// Opens its explanation by pointer, touch and keyboard, and without scripts.
			transform: (node, config) =>
				new Tag(
					'button',
					{ type: 'button', class: 'term', popovertarget: `term-${node.attributes.id}` },
					node.transformChildren(config)
				)
		},
		evidence: {
			selfClosing: true,
			attributes: { kind: oneOf(...evidenceKinds), source: string },
			transform: (node) => {
				const kind = String(node.attributes.kind);
				const source = node.attributes.source as string;
				return new Tag('span', { class: 'evidence' }, [
					new Tag('b', {}, [isEvidence(kind) ? evidenceLabel(kind, language) : '']),
					' ',
					new Tag('a', { href: `/${language}/sources#${source}` }, [
						labels.source(source, language)
					])
				]);
			}
		},
		figure: {
			attributes: { id: string },
			// The drawing itself is put in when the HTML is made: Markdoc would escape it.
			transform: (node, config) =>
				new Tag('figure', { class: 'figure', 'data-figure': node.attributes.id as string }, [
					new Tag('figcaption', {}, node.transformChildren(config))
				])
		},
		predict: { attributes: { id: string } },
		check: { selfClosing: true, attributes: { id: string } },
		sim: { attributes: { id: string, mode: string } },
		note: { attributes: { field: string, max: { type: Number, required: true } } }
	};
}
