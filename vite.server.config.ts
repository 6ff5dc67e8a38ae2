import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	dependencies: Record<string, string>;
};

// The thin server around the SvelteKit handler, and the commands that a server without our sources needs: files in build/,
// beside handler.js.
export default defineConfig({
	publicDir: false,
	// What is not installed in production is built in.
	ssr: { noExternal: true, external: Object.keys(dependencies) },
	build: {
		ssr: true,
		outDir: 'build',
		emptyOutDir: false,
		copyPublicDir: false,
		target: 'node20',
		rollupOptions: {
			input: {
				server: 'src/server/main.ts',
				backup: 'scripts/backup.ts',
				restore: 'scripts/restore.ts'
			},
			output: { entryFileNames: '[name].js', chunkFileNames: 'commands/[name]-[hash].js' }
		}
	}
});
