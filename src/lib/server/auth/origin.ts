/**
 * Whether a request may change something: it has to come from our own pages, whatever its content type.
 * Browsers say so in Sec-Fetch-Site; older ones in Origin. Neither, or a contradiction, is a no.
 */
export function fromOurselves(request: Request, origin: string): boolean {
	if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true;
	const site = request.headers.get('sec-fetch-site');
	const from = request.headers.get('origin');
	if (site !== null && site !== 'same-origin') return false;
	if (from !== null && from !== origin) return false;
	return site !== null || from !== null;
}
