import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ask } from '../../tests/support/http.ts';
import { npmTools, type Outcome } from './tools.ts';

type Finding = { type: number; description: string; severity: number; directive: string };
type Evaluator = new (policy: unknown) => { evaluate(): Finding[] };
type Parser = new (policy: string) => { csp: unknown };

/** From the tool: what is this or less is of medium weight or more, also when it only may be. */
const MEDIUM = 50;

/** Google's csp_evaluator over the policies of these pages. */
export async function csp(
	origin: string,
	pages: [path: string, cookie: string][]
): Promise<Outcome> {
	const require = createRequire(join(npmTools(), 'package.json'));
	const { CspEvaluator } = require('csp_evaluator') as { CspEvaluator: Evaluator };
	const { CspParser } = require('csp_evaluator/dist/parser.js') as { CspParser: Parser };
	const findings: string[] = [];
	let notes = 0;
	for (const [path, cookie] of pages) {
		const { headers } = await ask(origin, {
			path,
			headers: { accept: 'text/html', ...(cookie && { cookie }) }
		});
		const policy = headers['content-security-policy'];
		if (policy === undefined) findings.push(`${path} has no policy`);
		else
			for (const each of new CspEvaluator(new CspParser(policy).csp).evaluate()) {
				if (each.severity > MEDIUM) notes += 1;
				else findings.push(`${path}: ${each.directive} ${each.severity} ${each.description}`);
			}
	}
	return {
		tool: 'csp_evaluator',
		summary: `${pages.length} policies, ${findings.length} findings of ${MEDIUM} or less, ${notes} notes above it`,
		findings
	};
}
