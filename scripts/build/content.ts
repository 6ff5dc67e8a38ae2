import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { showFault } from '../../src/lib/course/fault.ts';
import { parse, type File } from '../../src/lib/course/parse.ts';

const root = 'src/content';

/** Twelve characters are enough to tell the versions of one item apart. */
export const digest = (text: string) =>
	createHash('sha256').update(text).digest('base64url').slice(0, 12);

export function readContent(): File[] {
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(md|yaml)$/.test(path))
		.map((path) => ({
			path: path.split(sep).join('/'),
			text: readFileSync(join(root, path), 'utf8')
		}));
}

/**
 * Serves `virtual:course`: the parsed course as data. Faulty content fails the build; the keys in it
 * may never be asked for by code that goes to a browser.
 */
export function content(): Plugin {
	const id = '\0virtual:course';
	return {
		name: 'course-content',
		resolveId: (source) => (source === 'virtual:course' ? id : undefined),
		load(asked) {
			if (asked !== id) return undefined;
			if (this.environment?.config.consumer === 'client') {
				throw new Error('virtual:course holds answer keys and is for the server only');
			}
			for (const file of readContent()) this.addWatchFile(join(root, file.path));
			const { course, faults } = parse(readContent(), digest);
			if (faults.length > 0 || !course) {
				throw new Error(`The content has faults:\n${faults.map(showFault).join('\n')}`);
			}
			return `export default JSON.parse(${JSON.stringify(JSON.stringify(course))});`;
		}
	};
}
