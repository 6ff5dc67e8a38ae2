import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What happens to what passes; nothing named: it passes. */
export type Treatment = {
	/** Milliseconds that a piece is under way. */
	delay?: () => number;
	/** Bytes a second that pass, per direction. */
	rate?: number;
	/** The bytes after which a connection is cut, both directions together; asked once per connection. */
	cutAfter?: () => number;
	/** Whether an answer to what was asked is dropped and the connection cut: it was done, and nobody hears of it. */
	drops?: (asked: string, answer: string) => boolean;
	/** A new connection is taken, and ended politely as soon as somebody says something. */
	hangsUp?: () => boolean;
	/** What is asked goes on as something else of the same length. */
	garble?: (asked: Buffer) => Buffer;
};

export type Proxy = {
	port: number;
	treat(treatment: Treatment): void;
	/** Connections of now are never heard of again: nothing passes and nobody is told. New ones work. */
	strand(): void;
	/** Nothing passes and nobody is told, until the function it gives is called; then everything arrives after all. */
	hold(): () => void;
	/** Cuts every connection of now. */
	cut(): void;
	counts: { connections: number; cut: number; dropped: number; hungUp: number };
	close(): Promise<void>;
};

/** One connection that passes through. */
type Line = { near: Socket; far: Socket; stranded: boolean };

/** Stands between two programs on this machine and does to their traffic what networks do. */
export async function startProxy(target: number): Promise<Proxy> {
	let treatment: Treatment = {};
	let held: Promise<void> | undefined;
	const lines = new Set<Line>();
	const counts = { connections: 0, cut: 0, dropped: 0, hungUp: 0 };

	function end({ near, far }: Line): void {
		near.resetAndDestroy();
		far.resetAndDestroy();
	}

	function take(near: Socket): void {
		counts.connections += 1;
		near.on('error', () => {});
		if (treatment.hangsUp?.()) {
			counts.hungUp += 1;
			near.once('data', () => near.end());
			return;
		}
		const far = connect(target, '127.0.0.1');
		far.on('error', () => near.resetAndDestroy());
		const line: Line = { near, far, stranded: false };
		lines.add(line);
		near.setNoDelay();
		far.setNoDelay();
		let left = treatment.cutAfter?.() ?? Infinity;
		let asked = '';

		/** Whether this piece is the end of the line. */
		function ends(piece: Buffer, isAnswer: boolean): boolean {
			left -= piece.length;
			if (left <= 0) counts.cut += 1;
			const text = piece.toString('latin1');
			const dropped = isAnswer && asked !== '' && (treatment.drops?.(asked, text) ?? false);
			if (dropped) counts.dropped += 1;
			asked = isAnswer ? '' : (asked + text).slice(-100_000);
			return left <= 0 || dropped;
		}

		function carry(from: Socket, to: Socket, isAnswer: boolean): void {
			let due = 0;
			let queue: Promise<unknown> = Promise.resolve();
			const inOrder = (size: number, work: () => void) => {
				const { delay, rate } = treatment;
				due =
					Math.max(due, performance.now() + (delay?.() ?? 0)) + (rate ? (size / rate) * 1000 : 0);
				const wait = due - performance.now();
				queue = queue
					.then(() => (wait > 1 ? pause(due - performance.now()) : undefined))
					.then(() => held)
					.then(() => line.stranded || work());
			};
			from.on('data', (data: Buffer) => {
				const piece = isAnswer ? data : (treatment.garble?.(data) ?? data);
				inOrder(piece.length, () => (ends(piece, isAnswer) ? end(line) : void to.write(piece)));
			});
			from.on('end', () => inOrder(0, () => void to.end()));
			from.on('close', () =>
				inOrder(0, () => {
					to.destroy();
					lines.delete(line);
				})
			);
		}
		carry(near, far, false);
		carry(far, near, true);
	}

	const server = createServer({ allowHalfOpen: true }, take);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		counts,
		treat: (next) => void (treatment = next),
		strand() {
			for (const line of lines) line.stranded = true;
		},
		hold() {
			let release = () => {};
			held = new Promise<void>((resolve) => (release = resolve)).then(
				() => void (held = undefined)
			);
			return release;
		},
		cut() {
			counts.cut += lines.size;
			lines.forEach(end);
		},
		async close() {
			for (const line of lines) end(line);
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
