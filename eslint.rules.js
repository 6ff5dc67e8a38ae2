// The import table of docs/ARCHITECTURE.md and the other rules of our own, for eslint.config.js.
// tests/unit/lint-rules.test.ts feeds each of them something bad.

/** @typedef {{ regex: string, message: string, allowTypeImports?: boolean }} Pattern */

/**
 * Packages that one place keeps to itself.
 *
 * @type {Record<'database' | 'argon2', Pattern>}
 */
const kept = {
	database: {
		regex: '^(drizzle-orm|postgres|@electric-sql/pglite)(/|$)',
		message: 'The database is spoken to in src/lib/server only.'
	},
	argon2: {
		regex: '^(@node-rs/)?argon2(/|$)',
		message: 'Passwords are hashed in src/lib/server/auth/password.ts only.'
	}
};

/** @type {Pattern} */
const roundabout = { regex: '^[#$]lib/.*\\.\\.', message: 'Write the path without a way back.' };

/**
 * Options of no-restricted-imports that also hold what is kept everywhere, except what is named.
 *
 * @param {...(keyof typeof kept | Pattern)} own names of packages that are allowed here, or more patterns
 */
export function imports(...own) {
	const allowed = own.filter((each) => typeof each === 'string');
	const names = /** @type {(keyof typeof kept)[]} */ (Object.keys(kept));
	const everywhere = names.filter((name) => !allowed.includes(name)).map((name) => kept[name]);
	const more = own.filter((each) => typeof each !== 'string');
	return { patterns: [roundabout, ...everywhere, ...more] };
}

/**
 * Closes folders of src/lib, or src/routes, by subpath (`#lib/…`), alias or relative path.
 *
 * @param {string} message
 * @param {string[]} names
 * @returns {Pattern}
 */
function closed(message, ...names) {
	const folder = `(${names.join('|')})(/|$)`;
	return { regex: `^([#$]lib/|(\\.\\./)+(src/)?(lib/)?)${folder}`, message };
}

/**
 * Closes every package, except those named. Our own files are judged by other patterns.
 *
 * @param {string} message
 * @param {string[]} names
 * @returns {Pattern}
 */
function packagesExcept(message, ...names) {
	return { regex: `^(?![#$]lib/|\\.{1,2}/${names.map((name) => `|${name}$`).join('')})`, message };
}

const isPure =
	'This folder is pure: no disk, network or packages, and of ours only what lies below it.';

/** Who may import whom. A folder that is named later wins, for the files it holds. */
export const folders = [
	{
		folder: 'src/lib/course',
		rules: imports(
			closed(isPure, 'learning', 'simulations', 'components', 'i18n', 'server', 'routes'),
			packagesExcept(isPure, 'valibot', 'yaml', '@markdoc/markdoc')
		)
	},
	{
		folder: 'src/lib/learning',
		rules: imports(
			closed(isPure, 'simulations', 'components', 'i18n', 'server', 'routes'),
			packagesExcept(isPure, 'ts-fsrs')
		)
	},
	{
		folder: 'src/lib/simulations',
		rules: imports(
			closed(isPure, 'course', 'learning', 'components', 'i18n', 'server', 'routes'),
			packagesExcept(isPure)
		)
	},
	{
		folder: 'src/lib/i18n',
		rules: imports(closed('Words know nothing of the app.', 'components', 'server', 'routes'))
	},
	{
		folder: 'src/lib/components',
		rules: imports(closed('Components are given what they show.', 'server', 'routes'))
	},
	{
		folder: 'src/lib/server',
		rules: imports('database', closed('The server draws nothing.', 'components', 'routes'))
	},
	{
		folder: 'src/lib/server/db',
		rules: imports(
			'database',
			closed('The database draws nothing.', 'components', 'routes', 'simulations', 'i18n'),
			{
				...closed('The database stores, it does not judge: types only.', 'course', 'learning'),
				allowTypeImports: true
			},
			{
				regex: '^(\\.\\./|[#$]lib/server/(?!db/))',
				message: 'The database stores; those who use it come to it.'
			}
		)
	}
];

/** Of the syntax, everywhere. */
export const syntax = [
	{ selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
	{
		selector:
			"MemberExpression[property.name='raw']:matches([object.name='sql'], [object.property.name='sql'])",
		message: 'sql.raw puts a text into a query as it is; use sql`…` with values.'
	},
	{
		selector: "VariableDeclarator[init.name='sql'] > ObjectPattern",
		message: 'Use sql whole, so that what is done with it can be seen.'
	}
];

const unpure = 'This folder is pure: time, chance and the world are arguments.';
const world = [
	'fetch',
	'process',
	'performance',
	'crypto',
	'globalThis',
	'window',
	'document',
	'navigator',
	'location',
	'localStorage',
	'sessionStorage',
	'indexedDB',
	'XMLHttpRequest',
	'WebSocket',
	'setTimeout',
	'setInterval',
	'setImmediate',
	'require',
	'Buffer',
	'console'
];

/** For the folders without clock, chance or world. */
export const pure = /** @type {import('eslint').Linter.RulesRecord} */ ({
	'no-restricted-globals': ['error', ...world.map((name) => ({ name, message: unpure }))],
	'no-restricted-properties': [
		'error',
		{ object: 'Date', property: 'now', message: unpure },
		{ object: 'Math', property: 'random', message: unpure }
	],
	'no-restricted-syntax': [
		'error',
		...syntax,
		{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: unpure },
		{ selector: "CallExpression[callee.name='Date']", message: unpure },
		{ selector: 'ImportExpression', message: unpure },
		{ selector: 'AwaitExpression', message: unpure }
	]
});
