import type { Warning } from '#lib/learning/canvas.ts';
import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The strategy canvas: overview, exercises, versions, the whole. */
export const canvas = inBoth({
	nl: {
		title: 'Sociaal strategiecanvas',
		short: 'Canvas',
		lead: 'Acht oefeningen vullen samen één document: jouw sociale strategie. Wat je hier schrijft, is van jou.',
		privacy: 'Schrijf geen namen of gegevens van klanten of collega’s op. Werk met rollen.',
		own: 'Alleen jij kunt dit lezen, zolang je het niet deelt.',
		minutes: (n: number) => `ongeveer ${n} minuten`,
		states: { empty: 'nog leeg', begun: 'begonnen', complete: 'helemaal ingevuld' },
		filled: (n: number, of: number) => `${n} van ${plural(of, 'veld', 'velden')} ingevuld`,
		changed: (day: string) => `gewijzigd op ${day}`,
		unsettled: (n: number) => `${plural(n, 'veld heeft', 'velden hebben')} twee versies`,
		lesson: (id: string) => `Hoort bij les ${id.toUpperCase()}`,
		exercise: (id: string) => (id === 'plans' ? 'Tot slot' : `Oefening ${id.slice(1)}`),
		prompts: 'Vragen bij het herlezen',
		reused: 'Wat je eerder schreef',
		change: 'pas aan',
		required: 'nodig',
		optional: 'mag leeg blijven',
		left: (n: number) => (n >= 0 ? `nog ${plural(n, 'teken', 'tekens')}` : `${-n} te lang`),
		tooLong: (max: number) =>
			`Dit is langer dan ${max} tekens. Het is bewaard, maar past zo niet op het canvas.`,
		least: (n: number) => `minstens ${n}`,
		row: (n: number) => `Regel ${n}`,
		step: (n: number) => `Stap ${n}`,
		add: 'Nog een regel',
		choose: 'Kies …',
		noCircles: 'Schrijf eerst je kringen op; dan kun je ze hier kiezen.',
		notes: 'Uit je notities',
		noteFrom: (lesson: string) => `les ${lesson.toUpperCase()}`,
		useNote: 'Neem over in dit veld',
		example: 'Voorbeeld van Verdewold',
		save: 'Sla op',
		saving: {
			none: '',
			saved: (time: string, n: number) => `Opgeslagen om ${time}, versie ${n}.`,
			busy: 'Wordt opgeslagen …',
			typing: 'Nog niet opgeslagen.',
			device: 'Op dit apparaat bewaard. Gaat naar de server zodra er verbinding is.',
			failed: 'Nog niet opgeslagen, en op dit apparaat is geen plek. Houd deze pagina open.',
			refused: 'Dit kan zo niet worden opgeslagen. Maak het korter of laad de pagina opnieuw.',
			'signed-out': 'Op dit apparaat bewaard. Log in om het op te slaan.',
			aside: 'Opgeslagen naast een andere versie. Kies hieronder welke telt.'
		},
		signIn: 'Log in',
		savedAll: 'Alles is opgeslagen.',
		versions: 'Eerdere versies',
		two: {
			title: 'Van dit veld zijn er twee versies',
			why: 'Je schreef hier terwijl er op een ander apparaat of in een ander venster ook iets veranderde. Er is niets overschreven. Kies welke versie telt, of voeg ze samen; wat je niet kiest, blijft bij de eerdere versies staan.',
			head: 'Nu in je canvas',
			aside: (when: string) => `De andere versie, van ${when}`,
			keepHead: 'Houd de versie in je canvas',
			takeAside: 'Neem deze versie',
			merge: 'Zet ze achter elkaar',
			mergeHint: 'Beide teksten komen in het veld te staan; daarna maak je er zelf één van.',
			join: {
				link: 'Voeg ze zelf samen',
				title: 'Voeg ze samen',
				lead: 'Lees beide versies en maak er hieronder één van. Het veld begint met wat nu in je canvas staat. Beide blijven bij de eerdere versies staan.',
				atMost: (max: number) => `hoogstens ${max} tekens`,
				save: 'Bewaar als één versie',
				refused: 'Dit kan zo niet worden opgeslagen. Maak het korter; wat je typte, staat er nog.'
			}
		},
		empty: 'leeg',
		history: {
			title: 'Eerdere versies',
			lead: 'Elke keer dat er iets is opgeslagen, staat het hier. Terugzetten gooit niets weg: het wordt een nieuwe versie.',
			version: (n: number) => `Versie ${n}`,
			now: 'staat nu in je canvas',
			aside: 'stond ernaast',
			restore: 'Zet terug',
			back: 'Terug naar de oefening',
			none: 'Er is nog niets opgeslagen.'
		},
		whole: {
			title: 'Je hele canvas',
			lead: 'Alles wat je schreef, achter elkaar. Om te printen, te bewaren en mee te nemen naar een gesprek.',
			print: 'Print',
			file: 'sociaal-strategiecanvas',
			none: 'Nog niets ingevuld.',
			undrawn:
				'Sommige tekens hebben de letters van dit document niet; er staat dan ¿. Je tekst zelf, precies zoals getypt, zit als bijlage in dit bestand.'
		},
		warnings: {
			title: 'Om nog eens naar te kijken',
			hint: 'Dit zijn vragen, geen fouten. De controle vergelijkt woorden en kan het mis hebben.',
			of: (warning: Warning): string => {
				switch (warning.kind) {
					case 'channel-in-diagnosis':
						return `Je noemt een kanaal in de diagnose (${warning.name}). Is dat bewust?`;
					case 'no-circle-in-core':
						return 'In oefening 5 komt geen kring uit oefening 2 voor. Voor wie is dit?';
					case 'measure-without-behaviour':
						return 'De maten in oefening 7 delen geen woord met het gedrag uit oefening 5. Meten ze wat je wilt zien?';
					case 'action-without-support':
						return `In je canvas staat niets dat bij de actie ‘${warning.action}’ hoort. Waar komt ze vandaan?`;
					case 'persuading-while-giving':
						return `Bij ${warning.circle || 'een kring'} is je doel overtuigen, en in oefening 4 geef je zonder tegenprestatie. Gaat dat samen?`;
					case 'bot-without-human':
						return 'Een bot doet werk en nergens staat een mens bij. Bij wie kan iemand terecht?';
				}
			}
		},
		ready: {
			yes: 'Klaar om te bespreken',
			notYet: 'Nog niet klaar om te bespreken',
			rule: (rows: number, needed: number) =>
				`Naar je eigen oordeel. Klaar is een canvas als alle ${rows} rijen zijn bekeken, er geen op ‘beginnend’ staat en minstens ${needed} op ‘bekwaam’ of ‘sterk’.`,
			judged: (n: number, of: number) => `Je bekeek ${n} van de ${of} rijen.`,
			proficient: (n: number, of: number) =>
				`Op ‘bekwaam’ of ‘sterk’ ${n === 1 ? 'staat' : 'staan'} ${plural(n, 'rij', 'rijen')}; nodig zijn er ${of}.`,
			low: 'Nog op ‘beginnend’:',
			halfway: 'Rijen op ‘op weg’',
			open: 'Nog te bekijken:'
		},
		drawing: (ties: string[]) =>
			ties.length > 0 ? `Kringen en hun banden: ${ties.join('; ')}.` : 'Kringen zonder banden.',
		previous: 'Vorige oefening',
		next: 'Volgende oefening'
	},
	en: {
		title: 'Social strategy canvas',
		short: 'Canvas',
		lead: 'Eight exercises together fill one document: your social strategy. What you write here is yours.',
		privacy: 'Do not write names or data of customers or colleagues. Work with roles.',
		own: 'Only you can read this, as long as you do not share it.',
		minutes: (n: number) => `about ${n} minutes`,
		states: { empty: 'still empty', begun: 'begun', complete: 'all filled in' },
		filled: (n: number, of: number) => `${n} of ${plural(of, 'field', 'fields')} filled in`,
		changed: (day: string) => `changed on ${day}`,
		unsettled: (n: number) => `${plural(n, 'field has', 'fields have')} two versions`,
		lesson: (id: string) => `Belongs to lesson ${id.toUpperCase()}`,
		exercise: (id: string) => (id === 'plans' ? 'Finally' : `Exercise ${id.slice(1)}`),
		prompts: 'Questions for reading again',
		reused: 'What you wrote before',
		change: 'edit',
		required: 'needed',
		optional: 'may stay empty',
		left: (n: number) =>
			n >= 0 ? `${plural(n, 'character', 'characters')} left` : `${-n} too long`,
		tooLong: (max: number) =>
			`This is longer than ${max} characters. It is kept, but does not fit on the canvas like this.`,
		least: (n: number) => `at least ${n}`,
		row: (n: number) => `Line ${n}`,
		step: (n: number) => `Step ${n}`,
		add: 'Another line',
		choose: 'Choose …',
		noCircles: 'Write down your circles first; then you can choose them here.',
		notes: 'From your notes',
		noteFrom: (lesson: string) => `lesson ${lesson.toUpperCase()}`,
		useNote: 'Copy into this field',
		example: 'Example from Verdewold',
		save: 'Save',
		saving: {
			none: '',
			saved: (time: string, n: number) => `Saved at ${time}, version ${n}.`,
			busy: 'Saving …',
			typing: 'Not saved yet.',
			device: 'Kept on this device. It goes to the server as soon as there is a connection.',
			failed: 'Not saved yet, and there is no room on this device. Keep this page open.',
			refused: 'This cannot be saved as it is. Make it shorter or load the page again.',
			'signed-out': 'Kept on this device. Sign in to save it.',
			aside: 'Saved beside another version. Choose below which one counts.'
		},
		signIn: 'Sign in',
		savedAll: 'Everything is saved.',
		versions: 'Earlier versions',
		two: {
			title: 'There are two versions of this field',
			why: 'You wrote here while something changed on another device or in another window. Nothing was overwritten. Choose which version counts, or merge them; what you do not choose stays among the earlier versions.',
			head: 'Now in your canvas',
			aside: (when: string) => `The other version, of ${when}`,
			keepHead: 'Keep the version in your canvas',
			takeAside: 'Take this version',
			merge: 'Put one after the other',
			mergeHint: 'Both texts come to stand in the field; then you make one of them yourself.',
			join: {
				link: 'Merge them yourself',
				title: 'Merge them',
				lead: 'Read both versions and make one of them below. The field begins with what is in your canvas now. Both stay among the earlier versions.',
				atMost: (max: number) => `at most ${max} characters`,
				save: 'Save as one version',
				refused: 'This cannot be saved as it is. Make it shorter; what you typed is still there.'
			}
		},
		empty: 'empty',
		history: {
			title: 'Earlier versions',
			lead: 'Every time something was saved, it is here. Restoring throws nothing away: it becomes a new version.',
			version: (n: number) => `Version ${n}`,
			now: 'is in your canvas now',
			aside: 'stood beside it',
			restore: 'Restore',
			back: 'Back to the exercise',
			none: 'Nothing has been saved yet.'
		},
		whole: {
			title: 'Your whole canvas',
			lead: 'Everything you wrote, one after another. To print, to keep and to take along to a conversation.',
			print: 'Print',
			file: 'social-strategy-canvas',
			none: 'Nothing filled in yet.',
			undrawn:
				'The letters of this document lack some signs; a ¿ stands for them. Your text itself, exactly as typed, is attached to this file.'
		},
		warnings: {
			title: 'To look at once more',
			hint: 'These are questions, not faults. The check compares words and may be wrong.',
			of: (warning: Warning): string => {
				switch (warning.kind) {
					case 'channel-in-diagnosis':
						return `You name a channel in the diagnosis (${warning.name}). Is that deliberate?`;
					case 'no-circle-in-core':
						return 'No circle of exercise 2 appears in exercise 5. For whom is this?';
					case 'measure-without-behaviour':
						return 'The measures in exercise 7 share no word with the behaviour of exercise 5. Do they measure what you want to see?';
					case 'action-without-support':
						return `Nothing in your canvas belongs to the action ‘${warning.action}’. Where does it come from?`;
					case 'persuading-while-giving':
						return `For ${warning.circle || 'one circle'} your purpose is to persuade, and in exercise 4 you give without asking in return. Do these go together?`;
					case 'bot-without-human':
						return 'A bot does work and no human stands beside it. To whom can somebody turn?';
				}
			}
		},
		ready: {
			yes: 'Ready to discuss',
			notYet: 'Not ready to discuss yet',
			rule: (rows: number, needed: number) =>
				`By your own judgement. A canvas is ready when all ${rows} rows have been looked at, none is at ‘emerging’ and at least ${needed} are at ‘proficient’ or ‘strong’.`,
			judged: (n: number, of: number) => `You looked at ${n} of the ${of} rows.`,
			proficient: (n: number, of: number) =>
				`${plural(n, 'row is', 'rows are')} at ‘proficient’ or ‘strong’; ${of} are needed.`,
			low: 'Still at ‘emerging’:',
			halfway: 'Rows at ‘developing’',
			open: 'Still to look at:'
		},
		drawing: (ties: string[]) =>
			ties.length > 0 ? `Circles and their ties: ${ties.join('; ')}.` : 'Circles without ties.',
		previous: 'Previous exercise',
		next: 'Next exercise'
	}
});
