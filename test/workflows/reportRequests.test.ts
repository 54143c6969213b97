import { type ExampleNode, EXAMPLES, HTTP_REQUESTS } from '../support/exampleWorkflows';

const reads = HTTP_REQUESTS.filter(({ node: { name } }) => /^Read .*Reports?$/.test(name));

/** The address of a request with the values of the example's Settings. */
function addressOf(file: keyof typeof EXAMPLES, { parameters: { url = '' } }: ExampleNode): string {
	const { nodes } = EXAMPLES[file];
	const settings = (nodes as ExampleNode[]).find(({ name }) => name === 'Settings')!.parameters.assignments!.assignments;
	const valueOf = (field: string) => settings.find(({ name }) => name === field)!.value;
	return url
		.replace(/^=/, '')
		.replace(/\{\{ \$\('Settings'\)\.first\(\)\.json\.(\w+) \}\}/g, (_, field: string) => valueOf(field));
}

test('the examples read reports of three platforms by HTTP Request', () => {
	const hosts = new Set(reads.map(({ file, node }) => new URL(addressOf(file, node)).host));
	expect([...hosts].sort()).toEqual(['api.linkedin.com', 'googleads.googleapis.com', 'graph.facebook.com']);
});

describe.each(reads)('$file, $node.name', ({ file, node }) => {
	test('tries again after an error such as 429 or 503', () => {
		expect(node).toMatchObject({ retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 });
	});

	test('reads the whole report', () => {
		const { options } = node.parameters;
		const url = addressOf(file, node);
		const hasNoPages = url.includes(':searchStream') || url.includes('/adAnalytics');
		expect(hasNoPages || url.includes('graph.facebook.com')).toBe(true);
		expect(options?.pagination).toEqual(
			hasNoPages
				? undefined
				: {
						pagination: {
							paginationMode: 'responseContainsNextURL',
							nextURL: '={{ $response.body.paging?.next }}',
							paginationCompleteWhen: 'other',
							completeExpression: '={{ !$response.body.paging?.next }}',
						},
					},
		);
	});
});
