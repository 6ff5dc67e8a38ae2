import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { content } from './scripts/build/content.ts';
import { patchPostgres } from './scripts/build/patch-postgres.ts';
import { smaller } from './scripts/build/smaller.ts';

export default defineConfig({
	plugins: [content(), patchPostgres(), sveltekit(), smaller()],
	environments: {
		client: {
			build: {
				// Styles are fetched along with what needs them. Scripts are few, and name each other: a list of them on every page
				// would weigh more than it saves.
				modulePreload: {
					resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css'))
				},
				rolldownOptions: {
					output: {
						// Every page carries the names of all files: four bytes tell them apart.
						hashCharacters: 'hex',
						// One file for what every page needs and one for what every lesson and quiz needs: many small ones compress worse and
						// ask more requests. Named one by one: what a file here imports comes along, and so would what only a manager sees.
						codeSplitting: {
							groups: [
								{
									// The framework has a page carry the styles of every simulation it may draw: one file instead of ten.
									name: 'simulations',
									test: /src\/lib\/components\/simulations\/.*type=style/,
									priority: 3
								},
								{
									name: 'site',
									test: /preload-helper|node_modules\/(svelte|esm-env|devalue|clsx|@sveltejs\/kit)\/|generated\/root|src\/(app\.css|routes\/\+(layout|error)\.svelte|lib\/(components\/(Site|Mark|form\/(SaveStatus|saving|keeper)|kept\/)|i18n\/(learn|site|words|format)\.ts))/,
									priority: 2
								},
								{
									name: 'lesson',
									test: /src\/lib\/(components\/(BuiltHtml|lesson\/(?!Annotations|highlights)|item\/(?!AttemptQuestion)|form\/(Choices|Working))|i18n\/item\.ts)/,
									priority: 1
								},
								{
									name: 'manage',
									test: /src\/lib\/(components\/cohort\/People|i18n\/(manage|care|cohort-settings|joining|bands)\.ts)/,
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
