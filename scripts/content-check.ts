import { digest, readContent } from './build/content.ts';
import { showFault } from '../src/lib/course/fault.ts';
import { bankFaults } from '../src/lib/course/lint.ts';
import { parse } from '../src/lib/course/parse.ts';
import { measure } from './build/measure.ts';

// Reads all content, prints what it measures and every fault with file, line and rule.
const { course, faults, drafts } = parse(readContent(), digest);
if (course) {
	console.log(measure(course, drafts));
	faults.push(...bankFaults(course, drafts));
}
for (const fault of faults) console.error(showFault(fault));
console.log(faults.length === 0 ? 'The content has no faults.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
