import { canvas as words } from '#lib/i18n/canvas.ts';
import type { Whole } from '#lib/learning/canvas-view.ts';
import * as canvas from '../canvas.ts';
import { signedIn } from '../learner.ts';
import * as plans from '../plans.ts';
import type { About } from './canvas.ts';

/** The canvas of whoever asks, as a file to keep. */
export async function canvasFile(
	locals: App.Locals,
	extension: string,
	type: string,
	make: (whole: Whole, about: About) => string | Buffer | Promise<Buffer>
): Promise<Response> {
	const { db, language, now } = locals;
	const { id, name } = signedIn(locals);
	const written = await canvas.whole(db, id, language);
	const whole = await plans.withOutcomes(db, { accountId: id, language, now }, written);
	const body = await make(whole, { language, name, at: now });
	return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${words[language].whole.file}.${extension}"`,
			'cache-control': 'no-store'
		}
	});
}
