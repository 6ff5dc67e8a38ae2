import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tools = ['pdfinfo', 'pdftotext', 'pdffonts', 'pdfdetach', 'qpdf'];

/** Poppler's readers of PDF and qpdf, which checks its structure; undefined when one is not here. */
export const findPdfTools = () =>
	tools.every((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined)
		? tools.join(', ')
		: undefined;

export type PdfRead = {
	/** What pdfinfo says, by its own names. */
	info: Record<string, string>;
	/** In the order in which it is read aloud: a line a piece of structure, indented. */
	structure: string;
	text: string;
	/** Whether each font is in the file. */
	embedded: boolean[];
	/** What qpdf has against it; empty when nothing. */
	faults: string;
	/** The first attached file. */
	attached: string | undefined;
};

/** Reads a document with programs of others. */
export function readPdf(file: Buffer): PdfRead {
	const folder = mkdtempSync(join(tmpdir(), 'course-pdf-'));
	const path = join(folder, 'document.pdf');
	writeFileSync(path, file);
	const ask = (tool: string, ...args: string[]) => {
		const { stdout, stderr, status } = spawnSync(tool, args, { encoding: 'utf8' });
		return { stdout, stderr, status };
	};
	try {
		const info = Object.fromEntries(
			ask('pdfinfo', path)
				.stdout.split('\n')
				.flatMap((line) => {
					const [, name, value] = /^(.+?):\s+(.*)$/.exec(line) ?? [];
					return name ? [[name, value]] : [];
				})
		) as Record<string, string>;
		const checked = ask('qpdf', '--check', path);
		const out = join(folder, 'attached');
		const detached = ask('pdfdetach', '-save', '1', '-o', out, path).status === 0;
		return {
			info,
			structure: ask('pdfinfo', '-struct-text', path).stdout,
			text: ask('pdftotext', '-enc', 'UTF-8', path, '-').stdout,
			embedded: ask('pdffonts', path)
				.stdout.split('\n')
				.slice(2)
				.filter((line) => line !== '')
				.map((line) => / yes (yes|no ) (yes|no )\s+\d+\s+\d+$/.test(line)),
			faults: checked.status === 0 ? '' : checked.stdout + checked.stderr,
			attached: detached ? readFileSync(out, 'utf8') : undefined
		};
	} finally {
		rmSync(folder, { recursive: true });
	}
}
