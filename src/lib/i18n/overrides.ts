import { inBoth } from './words.ts';

/** What a manager can decide beside the rules for one person, and what that person reads of it. */
export const overrides = inBoth({
	nl: {
		title: 'Uitzonderingen',
		lead: 'Deze persoon krijgt een mail en ziet wat je besloot, en waarom. Het staat ook in het logboek.',
		reason: 'Reden',
		reasonHint: 'Hoogstens 200 tekens. Geen medische gegevens.',
		choose: 'Kies …',
		try: {
			title: 'Geef een extra poging',
			text: 'Eén poging erbij voor een quiz, hoogstens drie keer. Je ziet niet of iemand nog pogingen heeft, tenzij dat bij de reden staat.',
			which: 'Voor welke quiz?',
			button: 'Geef een poging'
		},
		exempt: {
			title: 'Geef vrijstelling',
			text: 'Een les of quiz hoeft dan niet en telt als gedaan. De eindtoets kan niet. Dit kan niet ongedaan gemaakt worden. Voor een certificaat doet iemand het onderdeel alsnog zelf.',
			which: 'Voor welk onderdeel?',
			button: 'Geef vrijstelling'
		},
		kept: 'Bewaard. De mail is onderweg.',
		problems: {
			'no-reason': 'Schrijf een reden op.',
			'too-long': 'Dit is langer dan 200 tekens.',
			'no-unit': 'Kies een onderdeel.',
			most: 'Voor deze quiz zijn al drie pogingen extra gegeven.'
		},
		given: 'Eerder besloten',
		kinds: { 'extra-try': 'extra poging', exemption: 'vrijstelling' },
		own: {
			title: 'Wat voor jou anders is',
			line: (kind: string, title: string, day: string) => `${title}: ${kind} op ${day}.`,
			reason: (reason: string) => `Reden: ${reason}`
		}
	},
	en: {
		title: 'Exceptions',
		lead: 'This person gets a mail and sees what you decided, and why. It is in the log too.',
		reason: 'Reason',
		reasonHint: 'At most 200 characters. No medical data.',
		choose: 'Choose …',
		try: {
			title: 'Give an extra try',
			text: 'One more try at a quiz, at most three times. You do not see whether someone has tries left, unless that is in the reason to get in touch.',
			which: 'For which quiz?',
			button: 'Give a try'
		},
		exempt: {
			title: 'Give an exemption',
			text: 'A lesson or quiz then need not be done and counts as done. The final test cannot be chosen. This cannot be undone. For a certificate the part still has to be done.',
			which: 'From which part?',
			button: 'Give an exemption'
		},
		kept: 'Saved. The mail is on its way.',
		problems: {
			'no-reason': 'Write down a reason.',
			'too-long': 'This is longer than 200 characters.',
			'no-unit': 'Choose a part.',
			most: 'Three extra tries have been given for this quiz already.'
		},
		given: 'Decided earlier',
		kinds: { 'extra-try': 'extra try', exemption: 'exemption' },
		own: {
			title: 'What is different for you',
			line: (kind: string, title: string, day: string) => `${title}: ${kind} on ${day}.`,
			reason: (reason: string) => `Reason: ${reason}`
		}
	}
});
