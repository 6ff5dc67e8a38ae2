import { takeLock } from '../../src/lib/server/db/lock.ts';

// A process of its own that takes a lock, says what became of it, and holds it until its input ends.

try {
	const release = takeLock(process.argv[2]!, () => new Date());
	console.log('held');
	process.stdin.resume().on('end', () => {
		release();
		process.exit(0);
	});
} catch (error) {
	console.log(`${(error as Error).name}: ${(error as Error).message}`);
}
