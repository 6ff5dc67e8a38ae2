import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds, by rule and element: everything it knows, best practices included.
 *
 * @param within only in this part of the page, where another test looks at the rest
 * @param rules only these
 */
export async function violations(
	page: Page,
	{ within, rules }: { within?: string; rules?: string[] } = {}
): Promise<string[]> {
	// No page of ours holds a frame of another origin: without looking for those no blank page is opened each time.
	const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
	if (within) axe.include(within);
	if (rules) axe.withRules(rules);
	const { violations } = await axe.analyze();
	return violations.flatMap((rule) =>
		rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`)
	);
}
