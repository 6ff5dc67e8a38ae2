/** Somebody with a cookie jar who talks to the app as a browser without scripts would. */
export type Visitor = {
	get(path: string, headers?: Record<string, string>): Promise<Response>;
	/** Posts a form. With `json` the answer is the framework's JSON, with which scripts work. */
	post(path: string, fields: Record<string, string | string[]>, json?: boolean): Promise<Response>;
	signIn(email: string, password: string): Promise<Response>;
	cookie(): string;
};

export function visitor(origin: string): Visitor {
	const jar = new Map<string, string>();
	const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

	async function send(path: string, init: RequestInit): Promise<Response> {
		const headers = new Headers(init.headers);
		if (jar.size > 0) headers.set('cookie', cookie());
		const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' });
		for (const line of response.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			const at = pair.indexOf('=');
			const value = pair.slice(at + 1);
			if (value === '') jar.delete(pair.slice(0, at));
			else jar.set(pair.slice(0, at), value);
		}
		return response;
	}

	const self: Visitor = {
		cookie,
		get: (path, headers = {}) => send(path, { headers: { accept: 'text/html', ...headers } }),
		post(path, fields, json = false) {
			const body = new URLSearchParams();
			for (const [name, value] of Object.entries(fields))
				for (const each of [value].flat()) body.append(name, each);
			const headers: Record<string, string> = {
				origin,
				accept: json ? 'application/json' : 'text/html'
			};
			if (json) headers['x-sveltekit-action'] = 'true';
			return send(path, { method: 'POST', body, headers });
		},
		signIn: (email, password) => self.post('/nl/sign-in', { email, password })
	};
	return self;
}
