/** Pages of A4 on which a page of HTML is printed, as a person prints it: by the browser, with its own margins. */
export async function printedPages(browser, html) {
	const page = await browser.newPage({ colorScheme: 'dark' });
	await page.setContent(html);
	const pdf = await page.pdf({ format: 'A4', printBackground: true });
	await page.close();
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}
