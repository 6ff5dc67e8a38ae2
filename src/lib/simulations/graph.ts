/**
 * S2 and S3 share their networks: a ring on which everybody knows the k nearest, and of which links are moved.
 *
 * Source: Watts, D. J., & Strogatz, S. H. (1998). Collective dynamics of 'small-world' networks. Nature, 393, 440–442.
 * Each clockwise link is moved with probability p to a person drawn at random, never to oneself and never twice to the same.
 */

/** For each node the nodes it is linked to, in no particular order. Links go both ways. */
export type Graph = number[][];

/** n nodes in a ring, each linked to the k nearest, k even and smaller than n. */
export function ring(n: number, k: number): Graph {
	const graph: Graph = Array.from({ length: n }, () => []);
	for (let node = 0; node < n; node++)
		for (let step = 1; step <= k / 2; step++) link(graph, node, (node + step) % n);
	return graph;
}

/**
 * The ring with links moved: first everybody's nearest clockwise link, then the next nearest, and so on.
 *
 * @param random gives numbers in [0, 1)
 */
export function rewired(n: number, k: number, p: number, random: () => number): Graph {
	const graph = ring(n, k);
	for (let step = 1; step <= k / 2; step++)
		for (let node = 0; node < n; node++) {
			if (random() >= p) continue;
			const before = (node + step) % n;
			// Who knows everybody has nowhere to move a link to.
			if (graph[node]!.length >= n - 1) continue;
			let to = Math.floor(random() * n);
			while (to === node || graph[node]!.includes(to)) to = Math.floor(random() * n);
			unlink(graph, node, before);
			link(graph, node, to);
		}
	return graph;
}

export function link(graph: Graph, a: number, b: number): void {
	graph[a]!.push(b);
	graph[b]!.push(a);
}

function unlink(graph: Graph, a: number, b: number): void {
	graph[a]!.splice(graph[a]!.indexOf(b), 1);
	graph[b]!.splice(graph[b]!.indexOf(a), 1);
}

/** Each link once, the lower node first. */
export function links(graph: Graph): [number, number][] {
	return graph.flatMap((others, node) =>
		others.filter((other) => other > node).map((other): [number, number] => [node, other])
	);
}

/** Links between neighbours on the ring of n with k each, and links that go further. */
export function byReach(
	graph: Graph,
	k: number
): { near: [number, number][]; far: [number, number][] } {
	const n = graph.length;
	const all = links(graph);
	const isNear = ([a, b]: [number, number]) => Math.min(b - a, n - b + a) <= k / 2;
	return { near: all.filter(isNear), far: all.filter((each) => !isNear(each)) };
}

/** C: the mean over nodes of the share of pairs of neighbours that are linked. 0 for who has fewer than two. */
export function clustering(graph: Graph): number {
	let sum = 0;
	for (const others of graph) {
		let linked = 0;
		for (let a = 1; a < others.length; a++) {
			const own = graph[others[a]!]!;
			for (let b = 0; b < a; b++) if (own.includes(others[b]!)) linked++;
		}
		if (others.length > 1) sum += (2 * linked) / (others.length * (others.length - 1));
	}
	return sum / graph.length;
}

/** Steps from one node to every other; −1 where there is no way. */
export function distances(graph: Graph, from: number): Int32Array {
	const steps = new Int32Array(graph.length).fill(-1);
	const queue = new Int32Array(graph.length);
	steps[from] = 0;
	queue[0] = from;
	for (let head = 0, tail = 1; head < tail; head++) {
		const node = queue[head]!;
		for (const other of graph[node]!)
			if (steps[other] === -1) {
				steps[other] = steps[node]! + 1;
				queue[tail++] = other;
			}
	}
	return steps;
}

/** A shortest way between two nodes, both included; empty when there is none. */
export function path(graph: Graph, from: number, to: number): number[] {
	const steps = distances(graph, to);
	if (steps[from] === -1) return [];
	const way = [from];
	while (way.at(-1) !== to) {
		const here = way.at(-1)!;
		// The lowest of equals, so that the same network gives the same way.
		way.push(Math.min(...graph[here]!.filter((other) => steps[other] === steps[here]! - 1)));
	}
	return way;
}
