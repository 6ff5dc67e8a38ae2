import type { File } from '../../src/lib/course/parse.ts';

// The smallest course without faults: one module, one lesson in two languages, a few items. Tests break it in one place.

const lesson = (words: { [name: string]: string }) => `---
id: a1
title: "${words.title}"
summary: "${words.summary}"
minutes: 10
objectives:
  - LO-A1.1: "${words.objective}"
sources: [essay]
---

${words.opening} {% evidence kind="theory" source="essay" /%}

## ${words.heading}

{% callout type="misconception" title="${words.claim}" id="mc-one" %}
${words.refuted}
{% /callout %}

{% predict id="p-a1-1" %}
${words.guess}

- ${words.yes}
- ${words.no}
{% /predict %}

${words.see} {% term id="drempel" %}${words.term}{% /term %}.

{% sim id="S1" mode="teaser" %}
${words.play}
{% /sim %}

{% check id="Q-A1-01" /%}

{% note field="note_a1" max=200 %}
${words.note}
{% /note %}
`;

const items = `- id: Q-A1-01
  lesson: a1
  objective: LO-A1.1
  type: single
  bloom: understand
  difficulty: 1
  stem: {nl: "Welke?", en: "Which?"}
  options:
    - {id: a, correct: true, nl: "een", en: "one", feedback: {nl: "Juist.", en: "Right."}}
    - {id: b, correct: false, nl: "twee", en: "two", feedback: {nl: "Nee.", en: "No."}, misconception: mc-one}
    - {id: c, correct: false, nl: "drie", en: "three", feedback: {nl: "Ook niet.", en: "Neither."}}
  sources: [essay]
- id: Q-A1-02
  lesson: a1
  objective: LO-A1.1
  type: multiple
  bloom: apply
  difficulty: 2
  stem: {nl: "Welke twee?", en: "Which two?"}
  options:
    - {id: a, correct: true, nl: "vier", en: "four", feedback: {nl: "Juist.", en: "Right."}}
    - {id: b, correct: true, nl: "vijf", en: "five", feedback: {nl: "Juist.", en: "Right."}}
    - {id: c, correct: false, nl: "zes", en: "six", feedback: {nl: "Nee.", en: "No."}}
  sources: []
- id: Q-A1-03
  lesson: a1
  objective: LO-A1.1
  type: categorise
  bloom: apply
  difficulty: 2
  stem: {nl: "Waar hoort het?", en: "Where does it belong?"}
  categories: [{id: wat, nl: "Wat", en: "What"}, {id: hoe, nl: "Hoe", en: "How"}]
  items:
    - {nl: "zeven", en: "seven", key: wat, feedback: {nl: "Ja.", en: "Yes."}}
    - {nl: "acht", en: "eight", key: hoe, feedback: {nl: "Ja.", en: "Yes."}}
  sources: []
- id: Q-A1-04
  lesson: a1
  objective: LO-A1.1
  type: ordering
  bloom: apply
  difficulty: 3
  stem: {nl: "Zet op volgorde.", en: "Put in order."}
  sequence:
    - {position: 1, nl: "eerst", en: "first", feedback: {nl: "Ja.", en: "Yes."}}
    - {position: 2, nl: "dan", en: "then", feedback: {nl: "Ja.", en: "Yes."}}
    - {position: 3, nl: "ten slotte", en: "finally", feedback: {nl: "Ja.", en: "Yes."}}
  sources: []
- id: Q-A1-05
  lesson: a1
  objective: LO-A1.1
  type: cloze
  bloom: remember
  difficulty: 1
  stem: {nl: "Een {1} is een grens.", en: "A {1} is a limit."}
  blanks:
    - {id: "1", accepted: {nl: [drempel], en: [threshold]}, feedback: {nl: "Ja.", en: "Yes."}}
  sources: []
- id: Q-A1-06
  lesson: a1
  objective: LO-A1.1
  type: numeric
  bloom: apply
  difficulty: 1
  stem: {nl: "Hoeveel?", en: "How many?"}
  answer: {value: 3, tolerance: 0, unit: ""}
  feedback_correct: {nl: "Ja.", en: "Yes."}
  feedback_wrong: {nl: "Nee.", en: "No."}
  sources: []
- id: Q-A1-07
  lesson: a1
  objective: LO-A1.1
  type: matching
  bloom: apply
  difficulty: 2
  stem: {nl: "Wat hoort bij elkaar?", en: "What belongs together?"}
  pairs:
    - {left: {nl: "dag", en: "day"}, right: {nl: "licht", en: "light"}, feedback: {nl: "Ja.", en: "Yes."}}
    - {left: {nl: "nacht", en: "night"}, right: {nl: "donker", en: "dark"}, feedback: {nl: "Ja.", en: "Yes."}}
  sources: []
`;

export const paths = {
	course: 'course.yaml',
	nl: 'm1/a1/lesson.nl.md',
	en: 'm1/a1/lesson.en.md',
	items: 'm1/a1/items.yaml',
	terms: 'glossary.yaml',
	sources: 'bibliography.yaml',
	claims: 'misconceptions.yaml'
};

export const tinyCourse: File[] = [
	{
		path: paths.course,
		text: `title: {nl: "Cursus", en: "Course"}
subtitle: {nl: "Klein", en: "Small"}
edition: 1
open: a1
simulations: [S1 teaser]
modules:
  - id: m1
    folder: m1
    title: {nl: "Eén", en: "One"}
    lessons: [a1]
    quiz: {items: [Q-A1-02, Q-A1-03], tries: 2, counts: best, pass: 70, shuffle: true}
`
	},
	{
		path: paths.sources,
		text: `- id: essay
  short: {nl: "Het essay", en: "The essay"}
  reference: "Het essay."
  status: verified
  kind: theory
  verified: {nl: "Gelezen.", en: "Read."}
  consulted: []
  checked: "2026-11-23"
`
	},
	{
		path: paths.terms,
		text: `- id: drempel
  nl: {term: "Drempel", text: "Een grens."}
  en: {term: "Threshold", text: "A limit."}
  sources: [essay]
`
	},
	{
		path: paths.claims,
		text: `- id: mc-one
  lesson: a1
  statement: {nl: "Alles is één.", en: "All is one."}
  refutation: {nl: "Niet alles.", en: "Not all."}
  sources: [essay]
`
	},
	{ path: paths.items, text: items },
	{
		path: paths.nl,
		text: lesson({
			title: 'Les',
			summary: 'Kort.',
			objective: 'iets kunnen',
			opening: 'Begin.',
			heading: 'Kop',
			claim: 'Vaak gehoord',
			refuted: 'Toch niet.',
			guess: 'Wat denk je?',
			yes: 'ja',
			no: 'nee',
			see: 'Zie',
			term: 'drempel',
			play: 'Probeer het.',
			note: 'Wat neem je mee?'
		})
	},
	{
		path: paths.en,
		text: lesson({
			title: 'Lesson',
			summary: 'Short.',
			objective: 'do something',
			opening: 'Start.',
			heading: 'Heading',
			claim: 'Often heard',
			refuted: 'Not so.',
			guess: 'What do you think?',
			yes: 'yes',
			no: 'no',
			see: 'See',
			term: 'threshold',
			play: 'Try it.',
			note: 'What do you take along?'
		})
	}
];

/** The tiny course with one text in one file replaced. */
export function tinyWith(path: string, from: string | RegExp, to: string): File[] {
	return tinyCourse.map((file) => {
		if (file.path !== path) return file;
		const text = file.text.replace(from, () => to);
		if (text === file.text) throw new Error(`${path} has no ${String(from)}`);
		return { path, text };
	});
}
