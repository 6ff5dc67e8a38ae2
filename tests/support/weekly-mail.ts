import { createHash, randomBytes } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';

export type WeeklyLinks = { question: string; stop: string };

/**
 * Puts the secrets of a weekly mail where sending one would have put them, because it goes out on some days only.
 * The server has to be stopped: one process at a time may open an embedded database.
 */
export async function plantWeekly(
	folder: string,
	people: { email: string; item: string }[]
): Promise<WeeklyLinks[]> {
	const client = await PGlite.create(folder);
	const plant = async (email: string, kind: string, about: object) => {
		const secret = randomBytes(24).toString('base64url');
		const id = createHash('sha256').update(secret).digest('base64url');
		await client.query(
			`insert into token (id, kind, subject, expires_at)
			select $1, $2, $3::jsonb || jsonb_build_object('accountId', id), now() + interval '1 day'
			from account where email = $4`,
			[id, kind, JSON.stringify(about), email]
		);
		return secret;
	};
	try {
		const links: WeeklyLinks[] = [];
		for (const { email, item } of people) {
			await client.query('update account set weekly_mail = true where email = $1', [email]);
			const question = await plant(email, 'weekly', { item });
			links.push({ question, stop: await plant(email, 'weekly-stop', {}) });
		}
		return links;
	} finally {
		await client.close();
	}
}
