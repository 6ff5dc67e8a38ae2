/** Whether a unique rule refused a row. Drizzle wraps what the driver threw. */
export function isUniqueViolation(error: unknown): boolean {
	return codeOf(error) === '23505';
}

/** Whether the database is away or too busy, so that the same request may succeed a moment later. */
export function isUnavailable(error: unknown): boolean {
	const code = codeOf(error);
	return code !== undefined && (unavailable.has(code) || /^(08|53|57P0)/.test(code));
}

const unavailable = new Set([
	'CONNECT_TIMEOUT',
	'CONNECTION_CLOSED',
	'CONNECTION_ENDED',
	'CONNECTION_DESTROYED',
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'ENOENT',
	'ETIMEDOUT',
	'57014',
	'25P03',
	'DEADLINE'
]);

function codeOf(error: unknown): string | undefined {
	for (let at = error; at instanceof Error; at = at.cause) {
		const code = (at as Error & { code?: unknown }).code;
		if (typeof code === 'string') return code;
		if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0]);
	}
	return undefined;
}
