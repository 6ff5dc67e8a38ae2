import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const annotations = inBoth({
	nl: {
		title: 'Mijn aantekeningen',
		count: (n: number) => (n === 0 ? 'nog geen' : plural(n, 'aantekening', 'aantekeningen')),
		private: 'Alleen jij ziet ze.',
		how: 'Selecteer woorden in de tekst om ze te markeren, of kies hieronder een alinea.',
		marks: { important: 'Belangrijk', question: 'Vraag', idea: 'Idee' },
		mark: 'Markering',
		passage: 'Alinea',
		opening: 'Opening',
		body: 'Aantekening',
		add: 'Markeer deze alinea',
		kept: 'Opgeslagen.',
		change: 'Bewaar',
		remove: 'Verwijder',
		toText: 'Naar de tekst',
		otherLanguage: 'In de Engelse tekst',
		gone: 'Deze woorden staan niet meer zo in de tekst.',
		changed: (time: string) => `bewaard op ${time}`,
		markThis: 'Markeer als',
		problems: {
			tooLong: (max: number, length: number) =>
				`Deze aantekening heeft ${length} tekens; er passen er ${max}. Wat je typte staat er nog, maar is niet opgeslagen.`,
			tooMany: (max: number) =>
				`Er staan al ${max} markeringen in deze les. Verwijder er eerst een.`,
			conflict:
				'Deze aantekening is intussen op een ander apparaat veranderd of verwijderd. Wat je hier typte, staat er nog en is niet opgeslagen. Bewaar opnieuw om het te vervangen.',
			unknown: 'Dit is niet opgeslagen: deze plek staat niet in de les.'
		},
		all: 'Alles wat ik opschreef',
		page: {
			title: 'Mijn aantekeningen',
			lead: 'Wat je opschreef en markeerde, per les. Niemand anders ziet dit.',
			none: 'Je hebt nog niets opgeschreven of gemarkeerd. Selecteer woorden in een les om te beginnen.',
			download: 'Download als Markdown',
			note: 'Notitie voor je canvas',
			file: 'aantekeningen'
		}
	},
	en: {
		title: 'My notes',
		count: (n: number) => (n === 0 ? 'none yet' : plural(n, 'note', 'notes')),
		private: 'Only you can see them.',
		how: 'Select words in the text to mark them, or choose a paragraph below.',
		marks: { important: 'Important', question: 'Question', idea: 'Idea' },
		mark: 'Mark',
		passage: 'Paragraph',
		opening: 'Opening',
		body: 'Note',
		add: 'Mark this paragraph',
		kept: 'Saved.',
		change: 'Save',
		remove: 'Remove',
		toText: 'To the text',
		otherLanguage: 'In the Dutch text',
		gone: 'These words are no longer in the text like this.',
		changed: (time: string) => `saved on ${time}`,
		markThis: 'Mark as',
		problems: {
			tooLong: (max: number, length: number) =>
				`This note has ${length} characters; ${max} fit. What you typed is still here, but has not been saved.`,
			tooMany: (max: number) => `There are ${max} marks in this lesson already. Remove one first.`,
			conflict:
				'This note was changed or removed on another device in the meantime. What you typed here is still here and has not been saved. Save again to replace it.',
			unknown: 'This was not saved: this place is not in the lesson.'
		},
		all: 'Everything I wrote',
		page: {
			title: 'My notes',
			lead: 'What you wrote and marked, by lesson. Nobody else sees this.',
			none: 'You have not written or marked anything yet. Select words in a lesson to begin.',
			download: 'Download as Markdown',
			note: 'Note for your canvas',
			file: 'notes'
		}
	}
});
