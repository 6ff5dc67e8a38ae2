import { paces, type Pace, type PersonLine } from './cohort.ts';

/** How a manager chose to see the list: the screen, its files and what is remembered all read this. */
export type PeopleView = {
	pace?: Pace;
	/** Part of a name. */
	find: string;
	sort: Sort;
	/** From 1. */
	page: number;
};
export const sorts = ['name', 'lessons', 'quizzes', 'finished', 'last-day'] as const;
export type Sort = (typeof sorts)[number];

/** So many people stand on one page. */
export const PAGE = 100;
const LONGEST = 80;

/** What the parameters of an address say; anything else is as if it was not there. */
export function readView(parameters: URLSearchParams): PeopleView {
	const pace = paces.find((each) => each === parameters.get('pace'));
	const number = Number(parameters.get('page'));
	return {
		...(pace && { pace }),
		find: (parameters.get('find') ?? '').trim().slice(0, LONGEST),
		sort: sorts.find((each) => each === parameters.get('sort')) ?? 'name',
		page: Number.isInteger(number) && number >= 1 && number <= 10_000 ? number : 1
	};
}

/** The parameters that give this view again, without what goes without saying: empty for everybody by name. */
export function writeView({ pace, find, sort, page }: PeopleView): string {
	const parameters = new URLSearchParams({
		...(pace && { pace }),
		...(find && { find }),
		...(sort !== 'name' && { sort }),
		...(page > 1 && { page: String(page) })
	});
	return parameters.toString();
}

/** A name as lists are in order by it and searched in it: neither marks nor capitals count. */
export const nameKey = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The people of a view, all pages of it. Of equals the one who comes first by name is first. */
export function choose(people: PersonLine[], { pace, find, sort }: PeopleView): PersonLine[] {
	const wanted = nameKey(find);
	const chosen = people.filter(
		(person) => (!pace || person.pace === pace) && nameKey(person.name).includes(wanted)
	);
	// The list comes by name.
	if (sort === 'name') return chosen;
	const never = Number.MAX_SAFE_INTEGER;
	const key = ({ lessons, quizzes, finishedAt, endsAt }: PersonLine) => {
		if (sort === 'lessons') return lessons.done;
		if (sort === 'quizzes') return quizzes.done;
		return (sort === 'finished' ? finishedAt : endsAt)?.getTime() ?? never;
	};
	return [...chosen].sort((a, b) => key(a) - key(b));
}

/** On how many pages so many people stand; there is always one. */
export const pagesOf = (people: number) => Math.max(1, Math.ceil(people / PAGE));

/** One page of them; the last one for a number that is too high. */
export function pageOf<P>(people: P[], page: number): { people: P[]; page: number; pages: number } {
	const pages = pagesOf(people.length);
	const shown = Math.min(page, pages);
	return { people: people.slice((shown - 1) * PAGE, shown * PAGE), page: shown, pages };
}
