import type { Plugin } from 'vite';

/**
 * Three faults in postgres.js 3.4.9 that show when the server goes away; see decisions/010.
 * Each text must be found exactly once: another version of the package stops the build, and somebody looks again.
 */
const patches: [found: string, instead: string][] = [
	[
		// A write that was put off to the next tick finds no socket and ends the process (porsager/postgres #1154, #1208).
		'  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)',
		`  function nextWrite(fn) {
    if (socket === null) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
    const x = socket.write(chunk, fn)`
	],
	[
		// The cancelled write is remembered as still to come, so that the reconnected socket never writes at all.
		'    incomings = null\n    clearImmediate(nextWriteTimer)\n',
		'    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n'
	],
	[
		// A server that is silent for longer than it may work on a statement is not there: without this, a connection whose
		// other end has gone without a word keeps its place in the pool until the system gives up on it, after minutes.
		'      keep_alive && socket.setKeepAlive && socket.setKeepAlive(true, 1000 * keep_alive)\n',
		`      keep_alive && socket.setKeepAlive && socket.setKeepAlive(true, 1000 * keep_alive)
      const longest = options.connection.statement_timeout
      longest && socket.setTimeout(longest + 2000, () => query && socket.destroy(Errors.connection('CONNECTION_CLOSED', options)))
`
	]
];

/** @param code that of the driver's connection.js */
export const patch = (code: string): string =>
	patches.reduce((text, [found, instead]) => {
		if (text.split(found).length !== 2) throw new Error(`postgres.js has changed: "${found}"`);
		return text.replace(found, () => instead);
	}, code);

export function patchPostgres(): Plugin {
	let patched = false;
	return {
		name: 'patch-postgres',
		config: () => ({ ssr: { noExternal: ['postgres'] } }),
		transform(code, id) {
			if (!/node_modules\/postgres\/src\/connection\.js$/.test(id)) return undefined;
			patched = true;
			return patch(code);
		},
		generateBundle() {
			if (this.environment?.config.consumer === 'server' && !patched)
				throw new Error('postgres.js was not patched: is it still part of the bundle?');
		}
	};
}
