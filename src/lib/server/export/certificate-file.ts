import { error } from '@sveltejs/kit';
import { certificate as words } from '#lib/i18n/certificate.ts';
import * as certificates from '../certificates.ts';
import type { Owned } from '../certificates.ts';
import { signedIn } from '../learner.ts';

/** The certificate of whoever asks, in one of its forms; 404 as long as there is none. */
export async function certificateFile(
	locals: App.Locals,
	extension: string,
	type: string,
	make: (owned: Owned) => Promise<string | Buffer>
): Promise<Response> {
	const { db, language } = locals;
	const owned = await certificates.ownedBy(db, signedIn(locals), language);
	const body = await make(owned ?? error(404));
	return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${words[language].paper.file}.${extension}"`,
			'cache-control': 'no-store'
		}
	});
}
