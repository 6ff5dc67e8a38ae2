import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { content } from './scripts/build/content.ts';
import { patchPostgres } from './scripts/build/patch-postgres.ts';

export default defineConfig({
	plugins: [content(), patchPostgres(), sveltekit()],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						// Two files for what every lesson needs: many small ones compress worse and ask more requests.
						codeSplitting: {
							groups: [
								{
									name: 'runtime',
									test: /node_modules\/(svelte|esm-env|devalue|clsx|@sveltejs\/kit)\//,
									priority: 2
								},
								{
									name: 'lesson',
									test: /src\/lib\/(components\/(lesson\/(?!Annotations|highlights)|item|form\/(?!TextField))|i18n\/(learn|item|trial|site|words|format))/,
									priority: 1
								}
							]
						}
					}
				}
			}
		}
	}
});
