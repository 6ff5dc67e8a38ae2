/**
 * What every simulation that can be played has in common: settings within bounds, a run that follows from them and from a
 * seed, a challenge that the model itself judges. The same definition runs on the server, in the browser and in tests.
 */

/** It only counts, and is only shown, while another setting has one of these values. */
type When<Name extends string> = { when?: { name: Name; is: readonly string[] } };

/** A number to be set. On a logarithmic scale equal distances on the slider multiply. */
export type NumberSetting<Name extends string = string> = When<Name> & {
	kind: 'number';
	name: Name;
	min: number;
	max: number;
	/** The smallest difference that counts; numbers are rounded to it. */
	step: number;
	initial: number;
	log?: true;
	/** A number that is typed, such as that of a person: a slider would say nothing. */
	typed?: true;
};

/** One of a few values. */
export type ChoiceSetting<Name extends string = string> = When<Name> & {
	kind: 'choice';
	name: Name;
	values: readonly string[];
	initial: string;
};

/** Any of a few values, written with dots between them, in the order of `values`. */
export type SeveralSetting<Name extends string = string> = When<Name> & {
	kind: 'several';
	name: Name;
	values: readonly string[];
	initial: string;
};

export type Setting<Name extends string = string> =
	NumberSetting<Name> | ChoiceSetting<Name> | SeveralSetting<Name>;

/** A value for each setting, by name. */
export type Settings = Readonly<Record<string, number | string>>;

/** One row of the data table behind a picture. */
export type Row = readonly (number | string)[];

export type Simulation<S extends Settings = Settings, O = unknown> = {
	/** S1 … S8 or W1, as in the lessons. */
	id: string;
	settings: readonly Setting<keyof S & string>[];
	/** What a button sets at once; the other settings become what they were at first. */
	presets: Readonly<Record<string, Partial<S>>>;
	/** The seed to begin with, when chance plays a part. */
	seed?: number;
	/** The settings with which chance plays a part; with all of them when absent. */
	chance?: { name: keyof S & string; is: readonly string[] };
	/**
	 * A whole run. Yields how far it is, 0–1, so that long work can be done in slices.
	 *
	 * @param random gives numbers in [0, 1); the same ones give the same outcome
	 */
	run(settings: S, random: () => number): Generator<number, O, void>;
	/** The number of the last frame; frame 0 is the start. 0 when nothing moves. */
	last(outcome: O): number;
	/** The data behind the picture. */
	table(outcome: O, settings: S): readonly Row[];
	/** Whether the challenge is met. */
	reaches(outcome: O, settings: S): boolean;
};

/** Everything that makes a run what it is, and the frame that is looked at. */
export type State<S extends Settings = Settings> = { settings: S; seed: number; at?: number };

export const seeds = { min: 1, max: 999_999 };

/** The settings to begin with, with those of a preset in their place. */
export function initial<S extends Settings>(
	simulation: Simulation<S, unknown>,
	preset?: string
): S {
	const own = preset === undefined ? {} : (simulation.presets[preset] ?? {});
	const plain = simulation.settings.map((each) => [each.name, each.initial]);
	return { ...Object.fromEntries(plain), ...own } as S;
}

/** Whether a setting counts, given the others. */
export function counts({ when }: Pick<Setting, 'when'>, settings: Settings): boolean {
	return !when || when.is.includes(String(settings[when.name]));
}

/** Whether another seed would give another run. */
export function isChance<S extends Settings>(
	{ seed, chance }: Pick<Simulation<S>, 'seed' | 'chance'>,
	settings: S
): boolean {
	return seed !== undefined && counts({ ...(chance && { when: chance }) }, settings);
}

/** A number within the bounds of its setting and on one of its steps. */
export function within(
	{ min, max, step }: Omit<NumberSetting, 'kind' | 'name' | 'initial'>,
	value: number
) {
	const steps = Math.round((value - min) / step);
	// Ten decimals, so that 11.3 does not become 11.299999999999999.
	const rounded = Math.round((min + steps * step) * 1e10) / 1e10;
	return Math.min(max, Math.max(min, rounded));
}

/**
 * Reads a state from an address or a form. What is missing or makes no sense becomes what it was at first; numbers are
 * brought within their bounds.
 *
 * @returns undefined when nothing in it is about this simulation
 */
export function readState<S extends Settings>(
	simulation: Simulation<S, unknown>,
	params: URLSearchParams
): State<S> | undefined {
	const named = (name: string) => params.getAll(`${simulation.id}.${name}`);
	if (![...params.keys()].some((key) => key.startsWith(`${simulation.id}.`))) return undefined;
	const settings = simulation.settings.map((setting) => [setting.name, read(setting)]);
	const at = whole(named('at')[0]);
	return {
		settings: Object.fromEntries(settings) as S,
		seed: Math.min(seeds.max, Math.max(seeds.min, whole(named('seed')[0]) ?? simulation.seed ?? 1)),
		...(at !== undefined && { at })
	};

	function read(setting: Setting): number | string {
		const given = named(setting.name);
		if (setting.kind === 'several') {
			if (given.length === 0) return setting.initial;
			const chosen = given.flatMap((each) => each.split('.'));
			return setting.values.filter((value) => chosen.includes(value)).join('.');
		}
		const [first] = given;
		if (setting.kind === 'choice')
			return setting.values.find((value) => value === first) ?? setting.initial;
		// Somebody may type a decimal comma into an address; a form sends a point.
		const value = first?.trim() ? Number(first.replace(',', '.')) : NaN;
		return Number.isFinite(value) ? within(setting, value) : setting.initial;
	}
}

/** The same state as parameters, the same ones for the same state: for a link, and to be kept. */
export function writeState<S extends Settings>(
	simulation: Simulation<S, unknown>,
	{ settings, seed, at }: State<S>
): URLSearchParams {
	const params = new URLSearchParams();
	for (const { name } of simulation.settings)
		params.set(`${simulation.id}.${name}`, String(settings[name]));
	if (simulation.seed !== undefined) params.set(`${simulation.id}.seed`, String(seed));
	if (at !== undefined) params.set(`${simulation.id}.at`, String(at));
	return params;
}

/** Works until it is done. */
export function drive<O>(run: Generator<number, O, void>): O {
	for (;;) {
		const next = run.next();
		if (next.done) return next.value;
	}
}

function whole(text: string | undefined): number | undefined {
	return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
