import type { ImportFault } from '#lib/learning/invitation.ts';
import { inBoth } from './words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** How people come into a cohort: links, and invitations by address. */
export const joining = inBoth({
	nl: {
		title: 'Uitnodigen',
		of: (cohort: string) => `Uitnodigen voor ${cohort}`,
		links: 'Met een link',
		domains: 'Alleen voor deze e-maildomeinen (mag leeg blijven)',
		domainsHint: 'Bijvoorbeeld: organisatie.nl, organisatie.com',
		badDomains: 'Vul domeinen in zoals organisatie.nl, gescheiden door komma’s. Hoogstens 20.',
		only: (domains: string) => `alleen voor ${domains}`,
		qr: 'QR-code van deze link',
		made: (day: string) => `gemaakt ${day}`,
		ended: (day: string) => `ingetrokken ${day}`,
		earlier: 'Eerdere links',
		list: {
			title: 'Per mail, één voor één of met een lijst',
			lead: 'Wie je uitnodigt, krijgt een mail met een eigen link, en ziet eerst precies wat jij te zien krijgt. Je ziet eerst wat er gaat gebeuren; daarna druk je op verzenden.',
			addresses: 'E-mailadressen',
			addressesHint: 'Eén per regel, met of zonder naam: Jan Jansen <jan@organisatie.nl>',
			file: 'Of een CSV-bestand',
			fileHint:
				'Uit Excel of een ander programma, met kolommen e-mail, naam en taal (nl of en). Naam en taal mogen ontbreken. Hoogstens 5.000 mensen en 1 MB.',
			look: 'Bekijk wat er gaat gebeuren',
			reading: 'De lijst wordt gelezen …',
			problems: {
				empty: 'Er staat niemand in. Typ een adres of kies een bestand.',
				'too-large': 'Het bestand is groter dan 1 MB. Verdeel het over meer bestanden.',
				'too-many': 'Er staan meer dan 5.000 mensen in. Verdeel ze over meer lijsten.',
				'no-address-column':
					'Er is geen kolom met e-mailadressen gevonden. Zet er “e-mail” boven, en begin in de eerste rij.'
			},
			faults: (n: number, fine: number) =>
				`${plural(n, 'fout', 'fouten')} gevonden. ${fine === 0 ? 'Er' : `De ${fine} andere ${fine === 1 ? 'rij is' : 'rijen zijn'} goed, maar er`} is niets verstuurd: herstel de fouten en bied de lijst opnieuw aan.`,
			more: (n: number) => `En nog ${n} andere.`,
			row: 'Rij',
			column: 'Kolom',
			columns: { email: 'e-mail', name: 'naam', language: 'taal' },
			what: 'Wat er mis is',
			value: 'Wat er staat',
			fault: ({ problem, other }: ImportFault): string =>
				({
					'no-address': 'Er staat geen adres.',
					'bad-address': 'Dit is geen e-mailadres.',
					'bad-name': 'Een naam heeft hoogstens 80 tekens, zonder stuurtekens.',
					'bad-language': 'Kies nl of en, of laat het leeg.',
					twice: `Dit adres staat ook in rij ${other}.`
				})[problem]
		},
		preview: {
			title: 'Dit gaat er gebeuren',
			fates: {
				new: 'krijgt een uitnodiging',
				changed: 'is al uitgenodigd; naam of taal verandert, er gaat geen mail uit',
				invited: 'is al uitgenodigd; er verandert niets',
				member: 'doet al mee; er verandert niets'
			},
			counts: {
				new: (n: number) => `${plural(n, 'uitnodiging gaat', 'uitnodigingen gaan')} de deur uit`,
				changed: (n: number) => `${plural(n, 'uitnodiging verandert', 'uitnodigingen veranderen')}`,
				invited: (n: number) => `${n} al uitgenodigd`,
				member: (n: number) => `${n} doet al mee`
			},
			nobody: 'Niemand wordt door deze lijst uit het cohort gehaald.',
			send: 'Verzend de uitnodigingen',
			carry: 'Voer de lijst uit',
			sending: 'De uitnodigingen worden klaargezet …',
			done: 'De lijst is uitgevoerd. De mails gaan er de komende minuten uit.',
			archived: 'Het cohort is opgeborgen; er is niets verstuurd.',
			back: 'Terug naar uitnodigen',
			label: 'Wat er per rij gebeurt',
			address: 'E-mail',
			name: 'Naam',
			language: 'Taal',
			fate: 'Wat er gebeurt'
		},
		open: {
			title: 'Openstaande uitnodigingen',
			none: 'Er staan geen uitnodigingen open.',
			lead: 'Wie meedoet, verdwijnt uit deze lijst. Een uitnodiging is dertig dagen geldig; een maand daarna is het adres vergeten.',
			more: (n: number) => `En nog ${n} andere.`,
			until: (day: string) => `geldig tot ${day}`,
			withdraw: 'Trek in',
			withdrawOf: (email: string) => `Trek de uitnodiging van ${email} in`
		},
		join: {
			personal:
				'Deze uitnodiging is persoonlijk. Log in of meld je aan met het adres waarop je haar kreeg.',
			'not-yours':
				'Deze uitnodiging is voor iemand met een ander e-mailadres. Log in met het adres waarop je haar kreeg, of vraag je manager om een nieuwe.',
			'other-domain': (domains: string) =>
				`Deze link is alleen voor adressen van ${domains}. Je account heeft een ander adres.`,
			only: (domains: string) => `Alleen voor adressen van ${domains}.`
		}
	},
	en: {
		title: 'Invite',
		of: (cohort: string) => `Invite to ${cohort}`,
		links: 'With a link',
		domains: 'Only for these email domains (may stay empty)',
		domainsHint: 'For example: organisation.nl, organisation.com',
		badDomains: 'Enter domains such as organisation.nl, separated by commas. At most 20.',
		only: (domains: string) => `only for ${domains}`,
		qr: 'QR code of this link',
		made: (day: string) => `made ${day}`,
		ended: (day: string) => `revoked ${day}`,
		earlier: 'Earlier links',
		list: {
			title: 'By mail, one by one or with a list',
			lead: 'Whoever you invite gets a mail with a link of their own, and first sees exactly what you will see. You first look at what is going to happen; then you press send.',
			addresses: 'Email addresses',
			addressesHint: 'One a line, with or without a name: Jan Jansen <jan@organisation.nl>',
			file: 'Or a CSV file',
			fileHint:
				'From Excel or another program, with columns email, name and language (nl or en). Name and language may be absent. At most 5,000 people and 1 MB.',
			look: 'Look at what is going to happen',
			reading: 'The list is being read …',
			problems: {
				empty: 'There is nobody in it. Type an address or choose a file.',
				'too-large': 'The file is larger than 1 MB. Divide it over more files.',
				'too-many': 'There are more than 5,000 people in it. Divide them over more lists.',
				'no-address-column':
					'No column with email addresses was found. Put “email” above it, and begin in the first row.'
			},
			faults: (n: number, fine: number) =>
				`${plural(n, 'fault', 'faults')} found. ${fine === 0 ? 'Nothing' : `The ${fine} other ${fine === 1 ? 'row is' : 'rows are'} fine, but nothing`} was sent: mend the faults and bring the list again.`,
			more: (n: number) => `And ${n} more.`,
			row: 'Row',
			column: 'Column',
			columns: { email: 'email', name: 'name', language: 'language' },
			what: 'What is wrong',
			value: 'What is there',
			fault: ({ problem, other }: ImportFault): string =>
				({
					'no-address': 'There is no address.',
					'bad-address': 'This is not an email address.',
					'bad-name': 'A name has at most 80 characters, without control characters.',
					'bad-language': 'Choose nl or en, or leave it empty.',
					twice: `This address is in row ${other} too.`
				})[problem]
		},
		preview: {
			title: 'This is going to happen',
			fates: {
				new: 'gets an invitation',
				changed: 'was invited already; name or language changes, no mail goes out',
				invited: 'was invited already; nothing changes',
				member: 'takes part already; nothing changes'
			},
			counts: {
				new: (n: number) => `${plural(n, 'invitation goes', 'invitations go')} out`,
				changed: (n: number) => `${plural(n, 'invitation changes', 'invitations change')}`,
				invited: (n: number) => `${n} invited already`,
				member: (n: number) => `${n} taking part already`
			},
			nobody: 'Nobody is taken out of the cohort by this list.',
			send: 'Send the invitations',
			carry: 'Carry out the list',
			sending: 'The invitations are being prepared …',
			done: 'The list was carried out. The mails go out in the coming minutes.',
			archived: 'The cohort has been put away; nothing was sent.',
			back: 'Back to inviting',
			label: 'What happens row by row',
			address: 'Email',
			name: 'Name',
			language: 'Language',
			fate: 'What happens'
		},
		open: {
			title: 'Open invitations',
			none: 'There are no open invitations.',
			lead: 'Whoever joins disappears from this list. An invitation is valid for thirty days; a month later the address is forgotten.',
			more: (n: number) => `And ${n} more.`,
			until: (day: string) => `valid until ${day}`,
			withdraw: 'Withdraw',
			withdrawOf: (email: string) => `Withdraw the invitation of ${email}`
		},
		join: {
			personal:
				'This invitation is personal. Sign in or sign up with the address on which you received it.',
			'not-yours':
				'This invitation is for somebody with another email address. Sign in with the address on which you received it, or ask your manager for a new one.',
			'other-domain': (domains: string) =>
				`This link is only for addresses of ${domains}. Your account has another address.`,
			only: (domains: string) => `Only for addresses of ${domains}.`
		}
	}
});
