/**
 * Whether an address asks for a form action that cannot be one. The framework looks the name up on a plain object:
 * `?/constructor` would be called with the request and `?/default` would throw, so neither gets that far.
 */
export function namesNoAction(url: URL): boolean {
	return [...url.searchParams.keys()].some(
		(key) => key.startsWith('/') && (key === '/default' || key.slice(1) in Object.prototype)
	);
}
