import aiAgent from '../../workflows/ai-agent.json';
import backtest from '../../workflows/backtest.json';
import campaigns from '../../workflows/campaigns.json';
import dailyPushApproval from '../../workflows/daily-push-approval.json';
import hourlyPacing from '../../workflows/hourly-pacing.json';
import linkedinHourly from '../../workflows/linkedin-hourly.json';
import manyClients from '../../workflows/many-clients.json';
import monthEndGuard from '../../workflows/month-end-guard.json';
import twoCurrencies from '../../workflows/two-currencies.json';

interface Node {
	readonly name: string;
	readonly type: string;
	readonly retryOnFail?: boolean;
	readonly maxTries?: number;
	readonly waitBetweenTries?: number;
	readonly parameters: {
		readonly url?: string;
		readonly options?: { readonly pagination?: unknown };
		readonly assignments?: { readonly assignments: readonly { readonly name: string; readonly value: string }[] };
	};
}

const WORKFLOWS = { aiAgent, backtest, campaigns, dailyPushApproval, hourlyPacing, linkedinHourly, manyClients, monthEndGuard, twoCurrencies };

const reads = Object.entries(WORKFLOWS).flatMap(([file, { nodes }]) =>
	(nodes as Node[])
		.filter(({ name, type }) => type === 'n8n-nodes-base.httpRequest' && /^Read .*Reports?$/.test(name))
		.map((node) => ({ file, node })),
);

/** The address of a request with the values of the example's Settings. */
function addressOf(file: string, { parameters: { url = '' } }: Node): string {
	const { nodes } = WORKFLOWS[file as keyof typeof WORKFLOWS];
	const settings = (nodes as Node[]).find(({ name }) => name === 'Settings')!.parameters.assignments!.assignments;
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
