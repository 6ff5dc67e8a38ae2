import { defineConfig } from 'vite';

// The thin server around the SvelteKit handler: one file in build/, beside handler.js.
export default defineConfig({
	publicDir: false,
	build: {
		ssr: 'src/server/main.ts',
		outDir: 'build',
		emptyOutDir: false,
		copyPublicDir: false,
		target: 'node20',
		rollupOptions: { external: [/handler\.js$/], output: { entryFileNames: 'server.js' } }
	}
});
