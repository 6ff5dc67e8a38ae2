import { picture } from '#lib/server/badges/picture.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	new Response(new Uint8Array(picture), {
		headers: {
			'content-type': 'image/png',
			'cache-control': 'public, max-age=86400',
			// Shown by whoever shows a badge.
			'cross-origin-resource-policy': 'cross-origin'
		}
	});
