/**
 * The address a request counts against. Forwarded headers are believed only as far as there are proxies of our own:
 * with n proxies, the n-th address from the right was written by the outermost of them.
 */
export function addressOf(request: Request, socket: () => string, proxies: number): string {
	if (proxies === 0) return socket();
	const chain = (request.headers.get('x-forwarded-for') ?? '')
		.split(',')
		.map((each) => each.trim());
	return chain[chain.length - proxies] || socket();
}
