import { inBoth } from './words.ts';

export const reference = inBoth({
	nl: {
		glossary: {
			title: 'Begrippen',
			lead: 'Elk begrip in één zin, met de lessen waarin je het tegenkomt.'
		},
		sources: {
			title: 'Bronnen',
			lead: 'Waar de cursus op steunt: wat elke bron is, wat we ervan gebruiken, hoe ver dat is nagegaan en wanneer. Wat hier niet staat, beweert de cursus niet.',
			kind: 'Soort',
			used: 'Wat we gebruiken',
			status: { verified: 'nagegaan', partly: 'deels nagegaan', memory: 'alleen naam en idee' },
			checked: (day: string) => `voor het laatst bekeken op ${day}`,
			consulted: 'Gelezen op',
			own: 'De pagina’s zijn als bewaarde kopie gelezen, meestal een samenvatting of uittreksel.'
		},
		search: {
			title: 'Zoeken',
			label: 'Zoek in lessen, begrippen en bronnen',
			submit: 'Zoek',
			found: (n: number, query: string) =>
				n === 0
					? `Niets gevonden voor “${query}”. Probeer een ander woord, of minder woorden.`
					: `${n} ${n === 1 ? 'plek' : 'plekken'} voor “${query}”.`,
			kinds: { lesson: 'Les', term: 'Begrip', source: 'Bron' }
		},
		inLessons: 'In les'
	},
	en: {
		glossary: {
			title: 'Glossary',
			lead: 'Each term in one sentence, with the lessons in which you meet it.'
		},
		sources: {
			title: 'Sources',
			lead: 'What the course rests on: what each source is, what we use of it, how far that was checked and when. What is not here, the course does not claim.',
			kind: 'Kind',
			used: 'What we use',
			status: { verified: 'checked', partly: 'partly checked', memory: 'name and idea only' },
			checked: (day: string) => `last looked at on ${day}`,
			consulted: 'Read at',
			own: 'The pages were read as stored copies, mostly a summary or an excerpt.'
		},
		search: {
			title: 'Search',
			label: 'Search lessons, glossary and sources',
			submit: 'Search',
			found: (n: number, query: string) =>
				n === 0
					? `Nothing found for “${query}”. Try another word, or fewer words.`
					: `${n} ${n === 1 ? 'place' : 'places'} for “${query}”.`,
			kinds: { lesson: 'Lesson', term: 'Term', source: 'Source' }
		},
		inLessons: 'In lesson'
	}
});
