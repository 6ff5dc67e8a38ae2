import type { ServerResponse } from 'node:http';

/** What is text says in which letters, also when whoever made the answer left it out: nobody has to guess. */
export function sayCharset(response: ServerResponse): void {
	const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
	response.writeHead = ((status: number, ...rest: unknown[]) => {
		const headers = rest.find((each) => each !== null && typeof each === 'object');
		// Headers that come along here win from those that were set: they are the ones to look at first.
		const own = headers as Record<string, unknown> | undefined;
		const name = Object.keys(own ?? {}).find((each) => each.toLowerCase() === 'content-type');
		const type = withCharset(String((name && own?.[name]) ?? response.getHeader('content-type')));
		if (name && own) own[name] = type;
		else if (response.hasHeader('content-type')) response.setHeader('content-type', type);
		// Refusals of the framework are sentences that do not say what they are.
		else if (status >= 400) response.setHeader('content-type', 'text/plain; charset=utf-8');
		return writeHead(status, ...rest);
	}) as ServerResponse['writeHead'];
}

export function withCharset(type: string): string {
	const isText = /^(text\/|image\/svg|application\/(xml|javascript))|\+xml/.test(type);
	return isText && !/charset=/i.test(type) ? `${type}; charset=utf-8` : type;
}
