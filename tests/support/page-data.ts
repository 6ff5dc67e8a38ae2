type Node = { type: string; data?: unknown[]; status?: number };
type Payload = { type: string; location?: string; nodes?: (Node | null)[] };

/** What `__data.json` says: the status a page would have, where it leads, or its data put together again. */
export function readData(text: string): {
	status: number;
	location?: string;
	data: Record<string, unknown>;
} {
	const lines = text.split('\n').filter(Boolean);
	const payload = JSON.parse(lines[0] ?? '{}') as Payload;
	if (payload.type === 'redirect')
		return { status: 303, location: payload.location ?? '', data: {} };
	const nodes = (payload.nodes ?? []).filter((node): node is Node => node !== null);
	const failed = nodes.find((node) => node.type === 'error');
	if (failed) return { status: failed.status ?? 500, data: {} };
	const data = nodes.map((node) => unflatten(node.data ?? []) as Record<string, unknown>);
	return { status: 200, data: Object.assign({}, ...data) as Record<string, unknown> };
}

/** The framework's format: a list in which objects hold places in the same list. Enough of it for what pages send. */
export function unflatten(list: unknown[]): unknown {
	const read = (at: number): unknown => {
		if (at < 0) return undefined;
		const value = list[at];
		if (Array.isArray(value)) {
			if (value[0] === 'Date') return new Date(String(value[1]));
			return value.map((each) => read(each as number));
		}
		if (value !== null && typeof value === 'object')
			return Object.fromEntries(
				Object.entries(value).map(([name, place]) => [name, read(place as number)])
			);
		return value;
	};
	return list.length === 0 ? {} : read(0);
}

/** Every name of a field anywhere in it. */
export function fieldNames(value: unknown, found = new Set<string>()): Set<string> {
	if (Array.isArray(value)) for (const each of value) fieldNames(each, found);
	else if (value !== null && typeof value === 'object' && !(value instanceof Date))
		for (const [name, each] of Object.entries(value)) {
			found.add(name);
			fieldNames(each, found);
		}
	return found;
}
