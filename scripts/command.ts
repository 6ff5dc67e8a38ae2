/**
 * Runs a command that people type. What went wrong is a sentence, never a trace; 1 says that it failed, 2 that it was asked
 * wrongly.
 */
export async function command(
	usage: string,
	work: (wrong: (why: string) => Error) => Promise<void>
): Promise<void> {
	class Wrong extends Error {}
	try {
		await work((why) => new Wrong(why));
	} catch (error) {
		const { message, code } = error as NodeJS.ErrnoException;
		const asked = error instanceof Wrong || code?.startsWith('ERR_PARSE_ARGS') === true;
		console.error(asked ? `${message}\n\n${usage}` : message || String(error));
		process.exitCode = asked ? 2 : 1;
	}
}
