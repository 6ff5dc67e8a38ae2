import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ precompress: true }),
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['strict-dynamic'],
				// HTML comes from the framework's templates and from BuiltHtml.svelte, and from nowhere else.
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'built-html'],
				'style-src': ['self'],
				// The one inline style of the framework: its route announcer.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'frame-ancestors': ['none']
			}
		},
		// Requests from other sites are refused by the app itself (auth/origin.ts): all methods and kinds of body, not forms
		// alone, in the reader's language and in the log. The framework's check would come before and say it in English.
		csrf: { trustedOrigins: ['*'] },
		// Links work without JavaScript; a version that changed under an open tab is noticed on the next navigation.
		version: { pollInterval: 0 },
		// The browser asks which page an address is: no page carries a list of all of them.
		router: { resolution: 'server' }
	},
	compilerOptions: {
		runes: true,
		// Four characters tell some fifty components apart; every page carries them.
		cssHash: ({ css, hash }) => `z${hash(css).slice(0, 4)}`
	}
};
