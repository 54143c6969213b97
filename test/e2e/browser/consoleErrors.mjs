/** What n8n's editor logs for every community node, whatever the node does. */
const OF_EVERY_NODE = [
	/** Before anybody is logged in. */
	{ text: /401/, address: /\/rest\/login$/ },
	/** The latest version is asked for on the internet. */
	{ text: /ERR_/, address: /^https:\/\/registry\.npmjs\.org\// },
	/** An example of the output that a node may bring along, and none here does: the editor shows the real one. */
	{ text: /404/, address: /\/schemas\/[^/]+\// },
];

/**
 * Listens to the errors of a page.
 *
 * @returns a function that gives those since it was last asked, without what n8n logs for every node
 */
export function consoleErrors(page) {
	let errors = [];
	page.on('console', (message) => {
		if (message.type() !== 'error') return;
		const error = { text: message.text(), address: message.location().url };
		if (OF_EVERY_NODE.some(({ text, address }) => text.test(error.text) && address.test(error.address))) return;
		errors.push(`${error.text} (${error.address})`);
	});
	page.on('pageerror', (error) => errors.push(error.message));
	return () => {
		const seen = errors;
		errors = [];
		return seen;
	};
}
