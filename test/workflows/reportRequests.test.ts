import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Node {
	readonly name: string;
	readonly type: string;
	readonly retryOnFail?: boolean;
	readonly maxTries?: number;
	readonly waitBetweenTries?: number;
	readonly parameters: { readonly url?: string; readonly options?: { readonly pagination?: unknown } };
}

const FOLDER = join(__dirname, '../../workflows');
const reads = readdirSync(FOLDER).flatMap((file) =>
	(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { nodes: Node[] }).nodes
		.filter(({ name, type }) => type === 'n8n-nodes-base.httpRequest' && /^Read .*Reports?$/.test(name))
		.map((node) => ({ file, node })),
);

test('the examples read reports of three platforms by HTTP Request', () => {
	const hosts = new Set(reads.map(({ node }) => new URL(node.parameters.url!.replace(/^=/, '').split('{{')[0]!).host));
	expect([...hosts].sort()).toEqual(['api.linkedin.com', 'googleads.googleapis.com', 'graph.facebook.com']);
});

describe.each(reads)('$file, $node.name', ({ node }) => {
	test('tries again after an error such as 429 or 503', () => {
		expect(node).toMatchObject({ retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 });
	});

	test('reads the whole report', () => {
		const { url = '', options } = node.parameters;
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
