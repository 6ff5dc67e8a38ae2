import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds, by rule and element: everything it knows, best practices included.
 *
 * @param within only in this part of the page, where another test looks at the rest
 */
export async function violations(page: Page, within?: string): Promise<string[]> {
	const axe = new AxeBuilder({ page });
	const { violations } = await (within ? axe.include(within) : axe).analyze();
	return violations.flatMap((rule) =>
		rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`)
	);
}
