import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { content } from './scripts/build/content.ts';
import { patchPostgres } from './scripts/build/patch-postgres.ts';

export default defineConfig({ plugins: [content(), patchPostgres(), sveltekit()] });
