/** Rejects with code DEADLINE when `work` takes longer. The work itself is not stopped, only no longer waited for. */
export async function withDeadline<T>(ms: number, work: () => Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		const error = Object.assign(new Error(`took longer than ${ms} ms`), { code: 'DEADLINE' });
		timer = setTimeout(() => reject(error), ms);
	});
	try {
		return await Promise.race([work(), late]);
	} finally {
		clearTimeout(timer);
	}
}
