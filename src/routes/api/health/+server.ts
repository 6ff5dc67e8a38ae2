import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The process is alive. */
export const GET: RequestHandler = () => json({ status: 'alive' });
