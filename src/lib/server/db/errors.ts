/** Whether a unique rule refused a row. Drizzle wraps what the driver threw. */
export function isUniqueViolation(error: unknown): boolean {
	return codeOf(error) === '23505';
}

/** Whether a statement was given up for others: it waited too long for a table, or they waited for each other. */
export function gaveWay(error: unknown): boolean {
	return ['55P03', '40P01'].includes(codeOf(error) ?? '');
}

/** Whether the database is away or too busy, so that the same request may succeed a moment later. */
export function isUnavailable(error: unknown): boolean {
	const code = codeOf(error);
	return code !== undefined && (unavailable.has(code) || /^(08|53|57P0)/.test(code));
}

/** Whether the connection ended under a query: the socket closed, or PostgreSQL said goodbye and closes it now. */
export function connectionIsGone(error: unknown): boolean {
	const found = driverError(error);
	return (
		found !== undefined &&
		(gone.has(found.code) || ['FATAL', 'PANIC'].includes(found.severity_local ?? ''))
	);
}

const gone = new Set([
	'CONNECTION_CLOSED',
	'CONNECTION_ENDED',
	'CONNECTION_DESTROYED',
	'ECONNRESET',
	'EPIPE',
	'ETIMEDOUT'
]);

const unavailable = new Set([
	...gone,
	'CONNECT_TIMEOUT',
	'ECONNREFUSED',
	'ENOENT',
	'57014',
	// Two waited for each other (a migration and a page, say), and this one was given up.
	'40P01',
	'25P03',
	'DEADLINE'
]);

const codeOf = (error: unknown) => driverError(error)?.code;

/** What the driver or the system threw, under what Drizzle and others wrapped around it. */
function driverError(error: unknown): { code: string; severity_local?: string } | undefined {
	for (let at = error; at instanceof Error; at = at.cause) {
		const { code } = at as { code?: unknown };
		if (typeof code === 'string') return at as Error & { code: string };
		if (at instanceof AggregateError && at.errors.length > 0) return driverError(at.errors[0]);
	}
	return undefined;
}
