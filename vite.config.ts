import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { content } from './scripts/build/content.ts';

export default defineConfig({ plugins: [content(), sveltekit()] });
