import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type Mutation = { find: string; put: string };

/** How often a text is in the built server. */
export function timesIn(build: string, texts: string[]): number[] {
	const files = readdirSync(build, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js') && !name.startsWith('client'))
		.map((name) => readFileSync(join(build, name), 'utf8'));
	return texts.map((text) => files.reduce((sum, file) => sum + file.split(text).length - 1, 0));
}

/**
 * A copy of the built server in which one text is another, so that a test can show that it notices.
 *
 * @returns the folder to start, and how to remove it
 * @throws when the text is not in the build exactly once: a mutant that is none would prove nothing
 */
export function mutantOf(
	build: string,
	{ find, put }: Mutation
): { build: string; remove: () => void } {
	const folder = mkdtempSync(join(tmpdir(), 'course-mutant-'));
	const copy = join(folder, 'build');
	const client = join(build, 'client');
	cpSync(build, copy, {
		recursive: true,
		filter: (path) => path !== client && !path.endsWith('.map')
	});
	symlinkSync(resolve(client), join(copy, 'client'));
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

	const files = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter(
		(name) => name.endsWith('.js') && !name.startsWith('client')
	);
	const places = files.flatMap((name) => {
		const text = readFileSync(join(copy, name), 'utf8');
		return Array.from({ length: text.split(find).length - 1 }, () => ({ name, text }));
	});
	const remove = () => rmSync(folder, { recursive: true, force: true });
	const [place] = places;
	if (!place || places.length !== 1) {
		remove();
		throw new Error(`“${find}” is in the build ${places.length} times, expected once`);
	}
	writeFileSync(
		join(copy, place.name),
		place.text.replace(find, () => put)
	);
	return { build: copy, remove };
}
