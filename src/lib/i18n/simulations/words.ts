import type { Settings } from '#lib/simulations/simulation.ts';

/** What is said around one simulation, in one language. */
export type SimulationWords<S extends Settings = Settings, O = unknown> = {
	name: string;
	settings: {
		[Name in keyof S]: { label: string; hint?: string; values?: Readonly<Record<string, string>> };
	};
	presets: Readonly<Record<string, string>>;
	/** What happened, in a sentence or two: shown after each run and read aloud once. */
	sentence(outcome: O, settings: S): string;
	/** What one frame shows. */
	frame(outcome: O, at: number, settings: S): string;
	/** The data behind the picture. */
	table: {
		caption: string;
		columns: readonly string[] | ((settings: S) => readonly string[]);
		/** What cells that are not numbers are called. */
		names?: Readonly<Record<string, string>>;
	};
	challenge: { task: string; reached: string };
	model: {
		/** The rules in plain words. */
		rules: readonly string[];
		formula: string;
		/** Sources of the bibliography, by id, with what kind of support each gives. */
		sources: readonly { id: string; label: string }[];
		/** What the model is checked against. */
		checks: readonly string[];
		leavesOut: string;
	};
};
