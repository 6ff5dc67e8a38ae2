import { createHash } from 'node:crypto';

/**
 * What an account is called on a device that keeps its answers until there is a connection: always the same, and of
 * no use anywhere else.
 */
export function pseudonymOf(accountId: string): string {
	return createHash('sha256')
		.update(`kept answers of ${accountId}`)
		.digest('base64url')
		.slice(0, 22);
}
