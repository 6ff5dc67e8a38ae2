import type { Language } from '#lib/course/language.ts';
import type { Role } from '../db/schema.ts';

/** One password for the whole cast: a demo is for looking, and says so on its front page. */
export const castPassword = 'vier schapen in de mist';

type Person = { name: string; email: string; language: Language; role: Role };

/** The people who run things. All names are invented. */
export const staff = {
	farida: {
		name: 'Farida Aksoy',
		email: 'farida@verdewold.example',
		language: 'nl',
		role: 'administrator'
	},
	hanneke: {
		name: 'Hanneke Visser',
		email: 'hanneke@verdewold.example',
		language: 'nl',
		role: 'manager'
	},
	joris: { name: 'Joris Bakker', email: 'joris@verdewold.example', language: 'nl', role: 'manager' }
} satisfies Record<string, Person>;

/** How far somebody is, told as what they did; `day` counts back from today. */
export type Story = {
	person: Person;
	cohort: 'communication' | 'service';
	joined: number;
	/** Lessons in order, with how many days ago; `part` leaves the last check open. */
	lessons: { id: string; day: number; part?: boolean }[];
	/** Share of the quiz of m1 answered right, per attempt; `open` stops after so many answers. */
	quiz: { day: number; right: number; open?: number }[];
	/** After that: the units that follow, in order and evenly between two days, every quiz passed at once. */
	then?: { from: number; to: number; units?: number };
	/** When they took the check 30 days after finishing, and the share they had right. */
	retention?: { day: number; right: number };
	about: string;
};

const learner = (name: string, language: Language = 'nl'): Person => ({
	name,
	email: `${name.split(' ')[0]!.toLowerCase()}@verdewold.example`,
	language,
	role: 'learner'
});

/** Eight colleagues of an invented energy company, each in another state. */
export const stories: Story[] = [
	{
		person: learner('Amina Yıldız'),
		cohort: 'communication',
		joined: 57,
		lessons: [
			{ id: 'a1', day: 56 },
			{ id: 'a2', day: 54 },
			{ id: 'a3', day: 49 }
		],
		quiz: [
			{ day: 48, right: 0.5 },
			{ day: 46, right: 1 }
		],
		then: { from: 45, to: 33 },
		about: 'finished a month ago: is asked what stayed'
	},
	{
		person: learner('Bas de Groot'),
		cohort: 'communication',
		joined: 20,
		lessons: [
			{ id: 'a1', day: 18 },
			{ id: 'a2', day: 4 }
		],
		quiz: [],
		about: 'behind: two lessons in three weeks'
	},
	{
		person: learner('Chloe Bennett', 'en'),
		cohort: 'communication',
		joined: 18,
		lessons: [],
		quiz: [],
		then: { from: 17, to: 1, units: 15 },
		about: 'on pace: reads in English'
	},
	{
		person: learner('Dirk Hoekstra'),
		cohort: 'communication',
		joined: 20,
		lessons: [{ id: 'a1', day: 16, part: true }],
		quiz: [],
		about: 'behind: stopped in lesson A1'
	},
	{
		person: learner('Esra Demir'),
		cohort: 'communication',
		joined: 9,
		lessons: [],
		quiz: [],
		about: 'joined, never started'
	},
	{
		person: learner('Femke Postma'),
		cohort: 'service',
		joined: 25,
		lessons: [
			{ id: 'a1', day: 24 },
			{ id: 'a2', day: 20 },
			{ id: 'a3', day: 18 }
		],
		quiz: [
			{ day: 14, right: 0.4 },
			{ day: 10, right: 0.5 }
		],
		about: 'failed the quiz twice'
	},
	{
		person: learner('Gerrit Mulder'),
		cohort: 'service',
		joined: 25,
		lessons: [
			{ id: 'a1', day: 22 },
			{ id: 'a2', day: 15 },
			{ id: 'a3', day: 5 }
		],
		quiz: [{ day: 1, right: 1, open: 3 }],
		about: 'left in the middle of a quiz attempt: it waits'
	},
	{
		person: learner('Henry Okafor', 'en'),
		cohort: 'service',
		joined: 71,
		lessons: [
			{ id: 'a1', day: 70 },
			{ id: 'a2', day: 68 },
			{ id: 'a3', day: 67 }
		],
		quiz: [{ day: 66, right: 1 }],
		then: { from: 65, to: 45 },
		retention: { day: 14, right: 0.8 },
		about: 'finished, knew 4 of 5 a month later: reads in English'
	}
];

/** Days before and after today between which each cohort runs. */
export const cohorts = {
	communication: {
		name: 'Communicatie, najaar',
		manager: 'hanneke',
		starts: 60,
		ends: 28,
		code: 'demo-communicatie'
	},
	service: {
		name: 'Klantenservice Zwolle',
		manager: 'joris',
		starts: 74,
		ends: 9,
		code: 'demo-klantenservice'
	}
} as const;
