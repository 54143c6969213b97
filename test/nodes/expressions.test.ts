import { pacedBudget } from '../support/pacedBudget';
import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const AS_OF = { asOf: '2026-11-24T12:20:00+01:00' };
const PUSH: Json = {
	platform: 'google_ads',
	accountId: '1234567890',
	objectIds: '222',
	currentValues: '900000000',
	dryRun: false,
	options: AS_OF,
};

/** The table of a budget with a history. */
async function paced(): Promise<Map<string, Json[]>> {
	const tables = new Map<string, Json[]>();
	await pacedBudget({}, { tables });
	return tables;
}

const NOTHING = '={{ $json.misspelt }}';

test.each`
	changes                                                      | shown                 | because
	${{ platform: NOTHING }}                                     | ${'Platform'}         | ${'a request for Google would reach another platform, or none'}
	${{ additionalFields: { dayAmount: NOTHING } }}              | ${"Today's Amount"}   | ${'one of two accounts would get all of the day'}
	${{ additionalFields: { dayAmount: '={{ "" }}' } }}          | ${"Today's Amount"}   | ${'a blank cell is no amount either'}
	${{ additionalFields: { dayAmount: '={{ [].x.amount }}' } }} | ${"Today's Amount"}   | ${'n8n turns an error in an expression into nothing'}
	${{ additionalFields: { planId: NOTHING } }}                 | ${'Plan ID'}          | ${'the latest plan is not the one that was approved'}
	${{ additionalFields: { accountCurrency: NOTHING } }}        | ${'Account Currency'} | ${'an amount in euros would be taken for dollars'}
`('a push whose $shown is an expression that gives nothing is refused: $because', async ({ changes, shown }) => {
	const tables = await paced();
	const before = structuredClone(tables);
	const parameters = { budgetId: 'brand-de', ...PUSH, ...(changes as Json) };
	const { error } = await runNode('preparePush', parameters, { tables });
	expect(error!.message).toBe(`The expression in '${shown}' gives nothing`);
	expect(error!.description).toMatch(/^Correct the expression/);
	expect(tables).toEqual(before);
});

test.each`
	changes                                                                 | because
	${{ additionalFields: { dayAmount: '' } }}                              | ${'a field that is left empty has its usual meaning'}
	${{ additionalFields: { dayAmount: '={{ 400 }}' } }}                    | ${'an expression that gives an amount does'}
	${{ additionalFields: { lever: 'biddingTarget', dayAmount: NOTHING } }} | ${'a field that another choice hides does not count'}
`('a push is prepared: $because', async ({ changes }) => {
	const tables = await paced();
	const { error } = await runNode('preparePush', { budgetId: 'brand-de', ...PUSH, ...(changes as Json) }, { tables });
	expect(error).toBeUndefined();
});

const ROWS = [
	{ start: '2026-11-24T08:00:00Z', spend: 100, campaign_id: '1', cur: 'EUR', acc: 'a', zone: 'UTC' },
	{ start: '2026-11-24T08:00:00Z', spend: 100, campaign_id: '2', cur: 'USD', acc: 'b', zone: 'Asia/Tokyo' },
];

test.each`
	parameters                                | expected                                                                                | because
	${{ reportCurrency: '={{ $json.cur }}' }} | ${"The expression in 'Report Currency' gives different values for items of one budget"} | ${'dollars would be read as euros'}
	${{ source: '={{ $json.acc }}' }}         | ${"The expression in 'Source' gives different values for items of one budget"}          | ${'two accounts would be read as one'}
	${{ source: NOTHING }}                    | ${"The expression in 'Source' gives nothing"}                                           | ${'accounts would not be kept apart'}
	${{ reportCurrency: '={{ "EUR" }}' }}     | ${undefined}                                                                            | ${'the same for all items is what it says'}
	${{ options: { asOf: '={{ $now }}' } }}   | ${undefined}                                                                            | ${'time passes between two items'}
`('rows of two accounts with $parameters: $because', async ({ parameters, expected }) => {
	const tables = new Map<string, Json[]>();
	const exchangeRates = { exchangeRate: [{ currency: 'USD', rate: '0.5' }] };
	await runNode('pacingBudget', creating({ exchangeRates }), { tables });
	const changes = { budgetId: 'brand-de', format: 'mapped', options: AS_OF, ...(parameters as Json) };
	const { error } = await runNode('ingestPerformance', changes, { items: ROWS, tables });
	expect(error?.message).toBe(expected);
});
