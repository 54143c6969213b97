import axe from 'axe-core';

const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/**
 * What axe finds wrong with a page of HTML, in light and dark, on a desktop and on a phone: contrast, labels, headings, tables and more.
 *
 * @returns in words, each rule once; none if nothing is wrong
 * @see https://dequeuniversity.com/rules/axe
 */
export async function accessibilityIssues(browser, html) {
	const found = new Set();
	for (const colorScheme of ['light', 'dark']) {
		for (const [screen, viewport] of Object.entries(SCREENS)) {
			const page = await browser.newPage({ colorScheme, viewport, bypassCSP: true });
			await page.setContent(html);
			await page.addScriptTag({ content: axe.source });
			const { violations } = await page.evaluate(async () => await globalThis.axe.run());
			await page.close();
			for (const { id, help, nodes } of violations) {
				found.add(
					`${id} (${help}) in ${colorScheme}, ${screen}: ${nodes
						.map(({ html: at }) => at.slice(0, 120))
						.slice(0, 3)
						.join(' | ')}`,
				);
			}
		}
	}
	return [...found];
}
