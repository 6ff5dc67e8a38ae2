import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** "My data": what is kept of whoever reads it, taking it along, erasing it. */
export const data = inBoth({
	nl: {
		title: 'Mijn gegevens',
		lead: 'Alles wat deze cursus nu van je bewaart. Je kunt het meenemen en wissen, zonder het iemand te vragen.',
		records: (n: number) => plural(n, 'regel', 'regels'),
		nothing: 'nu niets',
		count: 'Nu bewaard',
		take: 'Neem alles mee',
		takeText:
			'Je krijgt één bestand (ZIP) met alles: als JSON voor een ander systeem, en als CSV om zelf te lezen. Je wachtwoord en werkende links zitten er niet in.',
		password: 'Je wachtwoord',
		passwordHint: 'Zodat niemand anders dit op jouw apparaat doet.',
		takeButton: 'Download mijn gegevens',
		erase: 'Wis mijn account',
		eraseText:
			'Je account, je antwoorden, je voortgang, je notities en je canvas worden meteen gewist. Dat kan niet ongedaan worden gemaakt: download eerst wat je wilt houden.',
		after: {
			withdrawn:
				'Je certificaat vervalt: de pagina achter de code zegt dan dat het is ingetrokken.',
			anonymous: 'Je certificaat blijft staan, zonder je naam.'
		},
		chooseAfter: 'Verander dat bij je certificaat',
		manager: (names: string) =>
			`Je leidt ${names}. De deelnemers houden hun voortgang, maar zonder jou ziet niemand meer hoe de groep ervoor staat.`,
		device: 'Ook wat op dit apparaat nog wacht om verstuurd te worden, verdwijnt.',
		backups:
			'Reservekopieën van de server worden volgens het schema van je organisatie overschreven.',
		sure: 'Ik weet dat dit niet ongedaan te maken is',
		eraseButton: 'Wis alles van mij',
		gone: 'Je account is gewist. Er is niets meer van je bewaard.',
		problems: {
			wrong: 'Dit wachtwoord klopt niet. Er is niets gebeurd.',
			wait: (s: number) =>
				`Te veel pogingen. Wacht ${s < 90 ? `${s} seconden` : `${Math.ceil(s / 60)} minuten`} en probeer het opnieuw.`,
			sure: 'Zet een vinkje om te laten zien dat je het weet. Er is niets gebeurd.',
			'last-administrator':
				'Je bent de laatste beheerder. Geef eerst iemand anders die rol; daarna kun je je account wissen.'
		},
		readme: {
			file: 'lees-mij.txt',
			title: 'Je gegevens uit Bij het begin',
			of: (name: string, at: string) => `Van ${name}, op ${at}.`,
			text: [
				'data.json bevat alles; elk .csv-bestand bevat één onderdeel daarvan, voor een rekenblad.',
				'Niet in dit bestand: je wachtwoord (daarvan wordt alleen een afdruk bewaard), de tekst van mails (die staat in je mailbox) en wie een ander is.',
				'Wat elk onderdeel is:'
			]
		}
	},
	en: {
		title: 'My data',
		lead: 'Everything that this course keeps of you now. You can take it along and erase it, without asking anybody.',
		records: (n: number) => plural(n, 'record', 'records'),
		nothing: 'nothing now',
		count: 'Kept now',
		take: 'Take everything along',
		takeText:
			'You get one file (ZIP) with everything: as JSON for another system, and as CSV to read yourself. Your password and working links are not in it.',
		password: 'Your password',
		passwordHint: 'So that nobody else does this on your device.',
		takeButton: 'Download my data',
		erase: 'Erase my account',
		eraseText:
			'Your account, your answers, your progress, your notes and your canvas are erased at once. That cannot be undone: download first what you want to keep.',
		after: {
			withdrawn:
				'Your certificate lapses: the page behind its code then says that it was withdrawn.',
			anonymous: 'Your certificate stays, without your name.'
		},
		chooseAfter: 'Change that at your certificate',
		manager: (names: string) =>
			`You lead ${names}. Its participants keep their progress, but without you nobody sees how the group is doing.`,
		device: 'What still waits on this device to be sent goes too.',
		backups: 'Backups of the server are overwritten by the schedule of your organisation.',
		sure: 'I know that this cannot be undone',
		eraseButton: 'Erase everything of mine',
		gone: 'Your account is erased. Nothing of you is kept any more.',
		problems: {
			wrong: 'This password is not right. Nothing has happened.',
			wait: (s: number) =>
				`Too many attempts. Wait ${s < 90 ? `${s} seconds` : `${Math.ceil(s / 60)} minutes`} and try again.`,
			sure: 'Tick the box to show that you know. Nothing has happened.',
			'last-administrator':
				'You are the last administrator. Give somebody else that role first; then you can erase your account.'
		},
		readme: {
			file: 'read-me.txt',
			title: 'Your data from Starting at the beginning',
			of: (name: string, at: string) => `Of ${name}, at ${at}.`,
			text: [
				'data.json holds everything; each .csv file holds one part of it, for a spreadsheet.',
				'Not in this file: your password (only a fingerprint of it is kept), the text of mails (it is in your mailbox) and who somebody else is.',
				'What each part is:'
			]
		}
	}
});
