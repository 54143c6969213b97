import aiAgent from '../../workflows/ai-agent.json';
import backtest from '../../workflows/backtest.json';
import campaigns from '../../workflows/campaigns.json';
import dailyPushApproval from '../../workflows/daily-push-approval.json';
import dashboard from '../../workflows/dashboard.json';
import hourlyFromSheet from '../../workflows/hourly-from-sheet.json';
import hourlyPacing from '../../workflows/hourly-pacing.json';
import linkedinHourly from '../../workflows/linkedin-hourly.json';
import manyClients from '../../workflows/many-clients.json';
import monthEndGuard from '../../workflows/month-end-guard.json';
import morningDigest from '../../workflows/morning-digest.json';
import tellMeInSlack from '../../workflows/tell-me-in-slack.json';
import tryIt from '../../workflows/try-it.json';
import twoCurrencies from '../../workflows/two-currencies.json';

/** A node of an example, as far as tests read it. */
export interface ExampleNode {
	readonly name: string;
	readonly type: string;
	readonly retryOnFail?: boolean;
	readonly maxTries?: number;
	readonly waitBetweenTries?: number;
	readonly parameters: {
		readonly authentication?: string;
		readonly jsonHeaders?: string;
		readonly url?: string;
		readonly options?: { readonly pagination?: unknown };
		readonly assignments?: { readonly assignments: readonly { readonly name: string; readonly value: string }[] };
	};
}

/** The example workflows. */
export const EXAMPLES = {
	aiAgent,
	backtest,
	campaigns,
	dailyPushApproval,
	dashboard,
	hourlyFromSheet,
	hourlyPacing,
	linkedinHourly,
	manyClients,
	monthEndGuard,
	morningDigest,
	tellMeInSlack,
	tryIt,
	twoCurrencies,
};

/** The HTTP Request nodes of the examples, each with the name of its example. */
export const HTTP_REQUESTS = Object.entries(EXAMPLES).flatMap(([file, { nodes }]) =>
	(nodes as ExampleNode[])
		.filter(({ type }) => type === 'n8n-nodes-base.httpRequest')
		.map((node) => ({ file: file as keyof typeof EXAMPLES, node })),
);
