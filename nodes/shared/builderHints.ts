import type { INodeTypeDescription } from 'n8n-workflow';

type BuilderHint = NonNullable<INodeTypeDescription['builderHint']>;

const own = (node: string): string => `n8n-nodes-budget-pacing.${node}`;
const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';
const SLACK = 'n8n-nodes-base.slack';

/** @param related what other nodes do beside this one, by their type */
const hint = (searchHint: string, related: Readonly<Record<string, string>>): BuilderHint => ({
	searchHint,
	relatedNodes: Object.entries(related).map(([nodeType, relationHint]) => ({ nodeType, relationHint })),
});

/** What n8n's AI workflow builder is told of each node: where it stands in a workflow, and what stands beside it. */
export const builderHints = {
	pacingBudget: hint(
		'First node of a budget pacing workflow: Create or Update with the amounts of the budget. Later pacing nodes find the budget by the field budgetId of the item.',
		{ [own('ingestPerformance')]: 'Reads ad reports into the budget' },
	),
	pacingTrigger: hint(
		'Starts a workflow when an alert fires or is resolved, or a plan changes. Another workflow has to ingest the reports of the budget.',
		{
			[own('ingestPerformance')]: 'Keeps the budget up to date, in another workflow',
			[SLACK]: 'Sends the text of the item',
		},
	),
	ingestPerformance: hint(
		'Place it directly after the node that reads the ad report or sheet; it takes the rows as they are. Read all pages first.',
		{
			[HTTP_REQUEST]: 'Reads all pages of the report, before it',
			[own('optimizeAllocation')]: 'Plans the day from what was ingested',
			[own('checkExhaustion')]: 'Warns if the budget will run out',
		},
	),
	optimizeAllocation: hint('Place it after Ingest Performance. It plans what each hour of today may spend.', {
		[own('ingestPerformance')]: 'Reads the latest delivery, before it',
		[own('preparePush')]: 'Turns the plan into requests for the ad platform',
	}),
	checkExhaustion: hint(
		'Place it after Ingest Performance. Connect all three outputs to one Filter node that keeps items whose notify is true, and that to a message.',
		{
			[own('ingestPerformance')]: 'Reads the latest delivery, before it',
			[SLACK]: 'Sends the text of the item',
		},
	),
	reallocate: hint("Place it after Check Exhaustion. It changes today's plan only on statistical evidence.", {
		[own('optimizeAllocation')]: 'Makes the plan that it changes',
		[own('preparePush')]: 'Turns the plan into requests for the ad platform',
	}),
	preparePush: hint(
		'Connect Requests to an HTTP Request node that takes method, url, headers and body from the item, with full response, never error and an error output, and both outputs of that to Confirm Push.',
		{
			[own('optimizeAllocation')]: 'Makes the plan, before it',
			[HTTP_REQUEST]: 'Sends each request with the credential of the ad platform',
			[own('confirmPush')]: 'Reads the answers',
		},
	),
	confirmPush: hint(
		'Place it directly after the HTTP Request node that sends the requests of Prepare Push, and connect both outputs of that node to it.',
		{
			[own('preparePush')]: 'Makes the requests',
			[HTTP_REQUEST]: 'Sends them, before it',
		},
	),
	backtest: hint('Compares strategies on what was ingested; needs two weeks of history or more.', {
		[own('ingestPerformance')]: 'Reads the history into the budget',
	}),
};
