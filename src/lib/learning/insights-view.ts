import type { InFives } from './insights.ts';
import type { WhatStays } from './retention.ts';

/** What a group shows together, as its managers read it. `shown` is absent as long as it would be about too few people. */
export type InsightsView = {
	/** Modules of which something is shown. */
	modules: {
		id: string;
		title: string;
		objectives: { id: string; text: string; shown?: InFives }[];
	}[];
	/** At most three, most held first. */
	misconceptions: {
		id: string;
		statement: string;
		refutation: string;
		/** Where it is discussed. */
		lesson: { id: string; title: string };
		/** At least so many people, of so many. */
		held: number;
		people: number;
	}[];
	/** What members still knew after 30 days, together; absent while it is too few people. */
	stays?: WhatStays;
};
