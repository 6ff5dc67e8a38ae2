import type { Language } from '#lib/course/language.ts';

const words: Record<Language, Record<401 | 403 | 404 | 503, [title: string, text: string]>> = {
	nl: {
		401: [
			'Log eerst in',
			'Je bent niet meer ingelogd. Er is niets opgeslagen; log in en probeer het opnieuw.'
		],
		403: [
			'Dit verzoek is geweigerd',
			'Het kwam niet van een pagina van deze cursus. Ga terug en probeer het vanaf daar.'
		],
		404: ['Hier is niets', 'Deze pagina bestaat niet, of is niet voor jou.'],
		503: [
			'Even niet bereikbaar',
			'De cursus kan nu niet bij de gegevens. Wat je net verstuurde, is mogelijk nog niet opgeslagen. Probeer het over een paar seconden opnieuw.'
		]
	},
	en: {
		401: [
			'Sign in first',
			'You are no longer signed in. Nothing was saved; sign in and try again.'
		],
		403: [
			'This request was refused',
			'It did not come from a page of this course. Go back and try from there.'
		],
		404: ['Nothing here', 'This page does not exist, or is not for you.'],
		503: [
			'Out of reach for a moment',
			'The course cannot reach its data. What you just sent may not have been saved yet. Try again in a few seconds.'
		]
	}
};

/** A page for when no other page can be made: without data, styles of its own or scripts. */
export function closedPage(status: 401 | 403 | 404 | 503, language: Language): Response {
	const [title, text] = words[language][status];
	const back = language === 'nl' ? 'Naar de voorpagina' : 'To the front page';
	const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Bij het begin</title><link rel="stylesheet" href="/closed.css"><main><h1>${title}</h1><p>${text}</p><p><a href="/${language}">${back}</a></p></main></html>`;
	return new Response(html, {
		status,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'content-security-policy':
				"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			...(status === 503 && { 'retry-after': '5' })
		}
	});
}
