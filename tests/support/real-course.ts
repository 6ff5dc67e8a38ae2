import { parse as parseYaml } from 'yaml';
import { digest, readContent } from '../../scripts/build/content.ts';
import type { Course } from '../../src/lib/course/course.ts';
import type { Item } from '../../src/lib/course/item.ts';
import { figureSvg, type Figure } from '../../src/lib/course/figure.ts';
import { parseItems } from '../../src/lib/course/parse-items.ts';
import { parse } from '../../src/lib/course/parse.ts';

// The course as it stands in src/content, for tests that hold for all of it.

const files = readContent();
export const realParsed = parse(files, digest);
export const realCourse: Course = realParsed.course!;

const drawn = (id: string) => {
	const file = files.find(({ path }) => path === `figures/${id}.yaml`);
	const figure = file && (parseYaml(file.text) as Figure);
	return figure && { nl: figureSvg(id, figure, 'nl'), en: figureSvg(id, figure, 'en') };
};

/** Every item on disk, also of lessons that course.yaml does not list yet. */
export const realItems: Item[] = files
	.filter((file) => file.path.endsWith('/items.yaml'))
	.flatMap((file) =>
		parseItems(
			file.text,
			(line, rule, message) => {
				throw new Error(`${file.path}:${line} ${rule} ${message}`);
			},
			digest,
			drawn
		)
	);
