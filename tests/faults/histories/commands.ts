import fc from 'fast-check';
import { expect } from 'vitest';
import type { CheckView } from '#lib/learning/lesson-view.ts';
import { rightAnswer, wrongAnswer } from '#lib/learning/sample-answers.ts';
import { giveRole } from '#lib/server/accounts.ts';
import { course, itemOf } from '#lib/server/course.ts';
import * as canvas from '#lib/server/canvas.ts';
import * as lessonPages from '#lib/server/lessons.ts';
import * as data from '#lib/server/privacy/data.ts';
import { begin } from '../../support/quiz.ts';
import type { Of } from './request.ts';
import {
	checks,
	fields,
	lessons,
	predictions,
	type Device,
	type Fate,
	type World
} from './world.ts';

/** Something that happens in a history. */
class Step implements fc.AsyncCommand<object, World> {
	constructor(
		private readonly name: string,
		private readonly happens: (world: World) => Promise<unknown>
	) {}
	check = () => true;
	async run(_: object, world: World): Promise<void> {
		world.counts.steps += 1;
		// Between two things that happen time goes by.
		world.now = new Date(world.now.getTime() + 1000);
		await this.happens(world);
	}
	toString = () => this.name;
}

const fate: fc.Arbitrary<Fate> = fc.oneof(
	{ weight: 6, arbitrary: fc.constant('fine' as const) },
	{ weight: 1, arbitrary: fc.constant('never arrives' as const) },
	{ weight: 1, arbitrary: fc.constant('nobody hears' as const) },
	{ weight: 2, arbitrary: fc.record({ dies: fc.nat(9) }) }
);
const device = fc.nat(5);
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;
const saying = (value: unknown) => JSON.stringify(value).replaceAll('"', '');

/** A kind of step, with what it is about at random. */
function step<T extends object>(
	name: string,
	about: { [K in keyof T]: fc.Arbitrary<T[K]> },
	happens: (world: World, about: T) => Promise<unknown>
): fc.Arbitrary<Step> {
	return fc
		.record(about)
		.map(
			(given) => new Step(`${name} ${saying(given)}`, (world) => happens(world, given as never))
		) as fc.Arbitrary<Step>;
}

/** The tries and versions that the server offers are what the device works with from now on. */
async function look(world: World, on: Device): Promise<void> {
	const { db } = world.memory;
	if (!on.online || world.erased.has(on.who.id)) return;
	world.counts.looks += 1;
	for (const { id } of lessons) {
		const page = await lessonPages.view(db, { accountId: on.who.id, lesson: id, language: 'nl' });
		const blocks = page!.steps.flatMap((each) => each.blocks);
		for (const block of blocks.filter((each): each is CheckView => each.type === 'check'))
			on.tries.set(block.item.id, block.try);
	}
	const page = await canvas.view(db, on.who.id, course.exercises[0]!.id, 'nl');
	for (const { id, revision } of page!.fields) on.bases.set(id, revision);
	// C4: what was acknowledged is on the page that is read after it.
	const own = world.kept.filter(({ request }) => request.who === on.who.id);
	for (const { request, reply } of own) {
		if (request.kind === 'check')
			expect(on.tries.get(request.item), `C4 ${saying(request)}`).toBeGreaterThan(request.try);
		if (request.kind === 'canvas' && reply.first)
			expect(on.bases.get(request.field), `C4 ${saying(request)}`).toBeGreaterThanOrEqual(
				reply.revision!
			);
	}
}
const answer = step(
	'answers a check',
	{ at: device, check: fc.nat(), right: fc.boolean(), fate },
	async (world, { at, check, right, fate: becomes }) => {
		const on = world.devices[at]!;
		const { lesson, item } = pick(checks, check);
		const number = on.tries.get(item.id) ?? 1;
		const given = right ? rightAnswer(item) : wrongAnswer(item);
		const made = { lesson, item: item.id, try: number, given, right };
		await world.give(on, { kind: 'check', who: on.who.id, id: world.id(), ...made }, becomes);
		// The page offers the next try once it is saved, or kept on the device.
		if (on.online) on.tries.set(item.id, number + 1);
	}
);

const beginQuiz = step('begins a quiz', { at: device, fate }, async (world, about) => {
	const on = world.devices[about.at]!;
	if (!on.online || world.erased.has(on.who.id) || about.fate === 'never arrives') return;
	// There may be no tries left, or it may be too soon.
	const begun = await world.serve(about.fate, () =>
		begin(world.memory.db, on.who, world.now).catch((error: Error) => {
			if (error.message !== 'no tries left') throw error;
		})
	);
	if (begun && about.fate !== 'nobody hears')
		on.attempt = { id: begun.id, items: begun.items.map(({ item }) => item) };
});

const answerQuiz = step(
	'answers in a quiz',
	{ at: device, from: fc.nat(), many: fc.integer({ min: 1, max: 8 }), right: fc.boolean(), fate },
	async (world, about) => {
		const on = world.devices[about.at]!;
		const { attempt, who } = on;
		if (!attempt) return;
		for (let number = 0; number < about.many; number++) {
			const item = itemOf(pick(attempt.items, about.from + number))!;
			const given = about.right ? rightAnswer(item) : wrongAnswer(item);
			const made: Of<'attempt'> = {
				...{ kind: 'attempt', who: who.id, id: world.id(), attempt: attempt.id },
				...{ item: item.id, given, right: about.right }
			};
			await world.give(on, made, number === 0 ? about.fate : 'fine');
		}
	}
);

const review = step(
	'answers what came back',
	{ at: device, check: fc.nat(), right: fc.boolean(), fate },
	async (world, about) => {
		const { who } = world.devices[about.at]!;
		const { item } = pick(checks, about.check);
		const given = about.right ? rightAnswer(item) : wrongAnswer(item);
		const day = world.now.toISOString().slice(0, 10);
		await world.give(
			world.devices[about.at]!,
			{
				...{ kind: 'review', who: who.id, id: world.id(), item: item.id },
				...{ given, day, right: about.right }
			},
			about.fate
		);
	}
);

const predict = step(
	'predicts',
	{ at: device, which: fc.nat(), chosen: fc.constantFrom('a', 'b'), fate },
	async (world, about) => {
		const on = world.devices[about.at]!;
		const { lesson, prediction } = pick(predictions, about.which);
		const made = { id: '', lesson, prediction, chosen: about.chosen };
		await world.give(on, { kind: 'prediction', who: on.who.id, ...made }, about.fate);
	}
);

const write = step(
	'writes in the canvas',
	{ at: device, which: fc.nat(), text: fc.constantFrom('', 'one', 'two', 'three'), fate },
	async (world, about) => {
		const on = world.devices[about.at]!;
		const field = pick(fields, about.which).id;
		const made: Of<'canvas'> = {
			...{ kind: 'canvas', who: on.who.id, id: world.id(), field },
			...{ cells: about.text ? [[about.text]] : [], base: on.bases.get(field) ?? 0 }
		};
		await world.give(on, made, about.fate);
		const last = world.kept.at(-1);
		if (last?.request === made && last.reply.first) on.bases.set(field, last.reply.revision!);
	}
);

const again = step('sends once more', { which: fc.nat(), fate }, async (world, about) => {
	if (world.kept.length === 0) return;
	const { request, reply } = pick(world.kept, about.which);
	if (world.erased.has(request.who) || about.fate === 'never arrives') return;
	const before = world.kept.length;
	const heard = await world.send(request, about.fate);
	world.counts.replays += 1;
	// The same answer once more has the same result, however often.
	if (
		heard &&
		(request.kind === 'check' || request.kind === 'attempt' || request.kind === 'review')
	)
		expect(world.kept[before]?.reply, saying(request)).toEqual(reply);
});

const otherWithSameId = step(
	'uses an id for another answer',
	{ which: fc.nat() },
	async (world, { which }) => {
		const answers = world.kept.flatMap(({ request }) =>
			request.kind === 'check' && !world.erased.has(request.who) ? [request] : []
		);
		if (answers.length === 0) return;
		const one = pick(answers, which);
		const item = itemOf(one.item)!;
		const given = one.right ? wrongAnswer(item) : rightAnswer(item);
		const other = { ...one, given, right: !one.right };
		world.given.push(other);
		expect(await world.send(other, 'fine')).toBe(true);
		expect(world.refused.at(-1)).toEqual({ request: other, why: 'conflict' });
	}
);

const connection = step('goes on or off line', { at: device }, async (world, { at }) => {
	const on = world.devices[at]!;
	on.online = !on.online;
});
const flush = step('sends what waits', { at: device, fate }, (world, about) =>
	world.flush(world.devices[about.at]!, about.fate)
);
const looks = step('looks', { at: device }, (world, { at }) => look(world, world.devices[at]!));

const HOUR = 3_600_000;
const clock = step(
	'the clock jumps',
	{ hours: fc.constantFrom(-8760, -24, -2, 2, 24, 24 * 30, 8760) },
	async (world, { hours }) => {
		world.now = new Date(world.now.getTime() + hours * HOUR);
	}
);

const role = step(
	'gets another role',
	{ who: fc.nat(2), role: fc.constantFrom('learner' as const, 'manager' as const) },
	async (world, about) => {
		const who = world.people.learners[about.who]!;
		if (world.erased.has(who.id)) return;
		const by = { by: world.people.manager.id, at: world.now };
		await giveRole(world.memory.db, who.id, about.role, by);
	}
);

const erase = step('erases themselves', { who: fc.nat(2), fate }, async (world, about) => {
	const who = world.people.learners[about.who]!;
	if (world.erased.has(who.id) || about.fate === 'never arrives') return;
	const done = await world.serve(about.fate, () => data.erase(world.memory.db, who, world.now));
	if (done) world.erased.add(who.id);
});

/** A history of at most so many steps; somebody who erases themselves is rare. */
export const history = (most: number) =>
	fc.commands(
		[
			...[
				answer,
				answer,
				answer,
				predict,
				predict,
				answerQuiz,
				answerQuiz,
				beginQuiz,
				review,
				write
			],
			...[again, otherWithSameId, flush, flush, looks, looks, connection, clock, role, erase]
		],
		{ maxCommands: most, size: 'max' }
	);
