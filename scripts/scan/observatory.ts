import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmTools, run, type Outcome } from './tools.ts';

type Result = {
	scan: { grade: string; score: number; testsPassed: number; testsQuantity: number };
	tests: Record<string, { pass: boolean; result: string }>;
};

/** The only ports it looks at. */
export const ports = { http: 80, https: 443 };

/** Mozilla's HTTP Observatory against the app behind TLS on this machine; A+ and 130 are asked for. */
export async function observatory(certificate: string): Promise<Outcome> {
	const folder = join(npmTools(), 'node_modules/@mdn/mdn-http-observatory');
	// Its own installation step would fetch the list of browsers here; nobody on this machine is on it.
	mkdirSync(join(folder, 'conf'), { recursive: true });
	writeFileSync(join(folder, 'conf/hsts-preload.json'), '{}');
	const code = `import { scan } from ${JSON.stringify(join(folder, 'src/scanner/index.js'))};
		const result = await scan('localhost');
		console.log('RESULT' + JSON.stringify(result));`;
	const { said } = await run(process.execPath, ['--input-type=module', '-e', code], {
		seconds: 90,
		cwd: folder,
		env: { NODE_EXTRA_CA_CERTS: certificate }
	});
	const line = said.split('\n').find((each) => each.startsWith('RESULT'));
	if (line === undefined)
		return { tool: 'HTTP Observatory', summary: 'no result', findings: [said.slice(-600)] };
	const { scan, tests } = JSON.parse(line.slice(6)) as Result;
	const failed = Object.entries(tests).filter(([, { pass }]) => !pass);
	return {
		tool: 'HTTP Observatory',
		summary: `${scan.grade}, score ${scan.score}, ${scan.testsPassed} of ${scan.testsQuantity} tests passed`,
		findings: [
			...(scan.grade === 'A+' && scan.score >= 130 ? [] : [`${scan.grade} with ${scan.score}`]),
			...failed.map(([name, { result }]) => `${name}: ${result}`)
		]
	};
}
