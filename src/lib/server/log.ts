import pino from 'pino';

/** One JSON line per event, on standard output unless told otherwise. */
export function makeLog(
	level: string,
	to: pino.DestinationStream = pino.destination(1)
): pino.Logger {
	const options: pino.LoggerOptions = {
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		// Another name than the `err` of our lines: pino copies the whole message of what stands under this key into `msg`.
		errorKey: 'thrown',
		serializers: { err: describeError, thrown: describeError }
	};
	return pino(options, to);
}

/**
 * What may be kept of an error. The database's messages quote what people typed (parameters, "Key (email)=(…)"),
 * so only the first line without parameters, the code and the places in our code remain.
 */
export function describeError(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { type: typeof error };
	const { code } = error as { code?: unknown };
	const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	const fromDatabase =
		error.name === 'DrizzleQueryError' || error.name === 'PostgresError' || 'severity' in error;
	return {
		type: error.name,
		...(typeof code === 'string' && { code }),
		message: fromDatabase
			? (/^Failed query: (.{0,300})/s.exec(error.message)?.[1]?.split('\n')[0] ?? 'database error')
			: error.message.slice(0, 300),
		at: frames.slice(0, 6).map((line) => line.trim()),
		...(error.cause !== undefined && { cause: describeError(error.cause) })
	};
}
