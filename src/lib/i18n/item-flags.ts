import type { FlagKind } from '#lib/learning/item-flags.ts';
import { inBoth } from './words.ts';

/** A flag: its name, what was seen, and what an author may do about it. */
type Flag = { name: string; means: string; act: string };

/** What may be the matter with a question. A flag asks to look; it does not say that a question is wrong. */
export const itemFlags = inBoth<Record<FlagKind, Flag>>({
	nl: {
		'strong-pick': {
			name: 'Sterke deelnemers kiezen een fout antwoord',
			means:
				'Wie de rest van de quiz goed maakt, kiest dit foute antwoord vaker dan wie de rest minder goed maakt.',
			act: 'Lees dat antwoord nog eens. Misschien is het ook goed, of klopt de sleutel niet.'
		},
		'language-gap': {
			name: 'Moeilijker in één taal',
			means:
				'In de ene taal gaat deze vraag een stuk slechter dan in de andere, meer dan de rest van de quiz verklaart.',
			act: 'Leg beide teksten naast elkaar. Kijk naar woorden die in één taal iets anders oproepen.'
		},
		'sure-and-wrong': {
			name: 'Zeker en toch fout',
			means: 'Van wie zeker was van het antwoord, had minstens 30% het fout.',
			act: 'Dat wijst op een misvatting. Noem haar in de les, of in de uitleg bij het gekozen antwoord.'
		},
		'too-hard': {
			name: 'Te moeilijk',
			means: 'De eerste keer wordt minder dan 20% van de punten gehaald.',
			act: 'Kijk of de sleutel klopt, of de vraag te volgen is, en of de les dit leert.'
		},
		'no-difference': {
			name: 'Maakt weinig verschil',
			means:
				'Wie de rest van de quiz goed maakt, doet het op deze vraag nauwelijks beter dan wie de rest minder goed maakt.',
			act: 'Zoek naar een dubbelzinnig woord, een tweede antwoord dat ook goed is, of een sleutel die niet klopt.'
		},
		'too-easy': {
			name: 'Te makkelijk',
			means: 'De eerste keer wordt al meer dan 95% van de punten gehaald.',
			act: 'Laat de vraag staan als iedereen dit moet weten. Maak anders de foute antwoorden geloofwaardiger.'
		},
		'nobody-picks': {
			name: 'Een antwoord dat niemand kiest',
			means: 'Een fout antwoord is door niemand gekozen.',
			act: 'Vervang het door iets wat mensen echt denken, of laat het weg.'
		}
	},
	en: {
		'strong-pick': {
			name: 'Strong learners choose a wrong answer',
			means:
				'Whoever does well on the rest of the quiz chooses this wrong answer more often than whoever does less well on it.',
			act: 'Read that answer again. It may be right too, or the key may be wrong.'
		},
		'language-gap': {
			name: 'Harder in one language',
			means:
				'This question goes a good deal worse in one language than in the other, more than the rest of the quiz explains.',
			act: 'Put both texts side by side. Look for words that call up something else in one language.'
		},
		'sure-and-wrong': {
			name: 'Sure and still wrong',
			means: 'Of those who were sure of their answer, at least 30% had it wrong.',
			act: 'That points to a misconception. Name it in the lesson, or in the feedback on the answer that was chosen.'
		},
		'too-hard': {
			name: 'Too hard',
			means: 'At a first try less than 20% of the points is earned.',
			act: 'See whether the key is right, whether the question can be followed, and whether the lesson teaches this.'
		},
		'no-difference': {
			name: 'Makes little difference',
			means:
				'Whoever does well on the rest of the quiz hardly does better on this question than whoever does less well on it.',
			act: 'Look for an ambiguous word, a second answer that is right too, or a key that is wrong.'
		},
		'too-easy': {
			name: 'Too easy',
			means: 'More than 95% of the points is earned at a first try already.',
			act: 'Leave the question if everybody has to know this. Else make the wrong answers more believable.'
		},
		'nobody-picks': {
			name: 'An answer that nobody chooses',
			means: 'A wrong answer was chosen by nobody.',
			act: 'Replace it by something people really think, or leave it out.'
		}
	}
});
