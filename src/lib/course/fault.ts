/** Something wrong in the content files: where, which rule, and what to do about it. */
export type Fault = { file: string; line: number; rule: string; message: string };

export type Report = (line: number, rule: string, message: string) => void;

/** A report that remembers which file it speaks of. */
export function reporter(faults: Fault[], file: string): Report {
	return (line, rule, message) => void faults.push({ file, line, rule, message });
}

export function showFault(fault: Fault): string {
	return `${fault.file}:${fault.line}  ${fault.rule}  ${fault.message}`;
}

/** The line at which reading YAML went wrong; the first when the error does not say. */
export function lineOf(error: unknown): number {
	return (error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? 1;
}
