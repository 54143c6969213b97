import { type Documented, fieldsOf, ONE_STEP, onlyRequest, requestOf } from '../../support/documentedRequests';
import { push } from '../../support/plans';
import { describeWithShared } from '../../support/shared';
import { statusRequest } from '../../support/statusRequest';

const ACCOUNT = { platform: 'microsoft_ads', accountId: '176430352', managerAccountId: '254513' } as const;

describeWithShared('a request is what Microsoft documents', () => {
	test('a shared budget', () => {
		const documented = requestOf('microsoft_budget')['shared'] as Documented;
		const target = { ...ACCOUNT, level: 'budget', objects: [{ id: 9001 }] } as const;
		expect(fieldsOf(onlyRequest('110.00', target, '55'), documented)).toEqual(documented);
	});

	test('the daily budget of a campaign', () => {
		const documented = requestOf('microsoft_budget')['campaign'] as Documented;
		const target = { ...ACCOUNT, objects: [{ id: '333' }] } as const;
		expect(fieldsOf(onlyRequest('110.00', target, '55'), documented)).toEqual(documented);
	});
});

/** The only request of a push of 110 to an object that was read like this. */
const requestTo = (current: object | undefined, more: object = {}) => {
	const objects = [{ id: '333', current: current as never }];
	const target = { ...ACCOUNT, objects, ...more };
	return push({ dayAmount: '110.00', target, guards: ONE_STEP, asRead: true }).push;
};

test.each(['campaign', 'budget'] as const)('requests of a %s name the account and its customer', (level) => {
	const { requests } = requestTo({ DailyBudget: 55, Amount: 55, BudgetType: 'DailyBudgetStandard' }, { level });
	expect(requests[0]!.headers).toEqual({ CustomerAccountId: '176430352', CustomerId: '254513' });
});

test.each`
	missing               | level         | said
	${'accountId'}        | ${'campaign'} | ${'The account is missing'}
	${'accountId'}        | ${'budget'}   | ${'The account is missing'}
	${'managerAccountId'} | ${'campaign'} | ${'The manager account is missing'}
`('without $missing, a $level is not pushed: $said', ({ missing, level, said }) => {
	const read = { DailyBudget: 55, Amount: 55, BudgetType: 'DailyBudgetStandard' };
	expect(() => requestTo(read, { level, [missing]: undefined })).toThrow(said);
});

test.each`
	level         | read                                                         | sent                                        | because
	${'campaign'} | ${{ DailyBudget: 55, BudgetType: 'DailyBudgetStandard' }}    | ${{ BudgetType: 'DailyBudgetStandard' }}    | ${'spread over the day'}
	${'campaign'} | ${{ DailyBudget: 55, BudgetType: 'DailyBudgetAccelerated' }} | ${{ BudgetType: 'DailyBudgetAccelerated' }} | ${'spent as fast as possible, by choice'}
	${'budget'}   | ${{ Amount: 55 }}                                            | ${{ BudgetType: 'DailyBudgetStandard' }}    | ${'the only type that a shared budget can be given'}
	${'budget'}   | ${{ Amount: 55, BudgetType: 'DailyBudgetAccelerated' }}      | ${{ BudgetType: 'DailyBudgetAccelerated' }} | ${'an old shared budget keeps its type'}
`('BudgetType is sent back as it was read, on a $level: $because', ({ level, read, sent }) => {
	const { requests } = requestTo(read, { level });
	const parts = requests.flatMap(({ body, rollback }) => [body, rollback!.body]) as Documented[];
	const objects = parts.map((body) => (body['Campaigns'] ?? body['Budgets']) as Documented[]);
	expect(objects).toMatchObject([[sent], [sent]]);
});

test('a budget that was not read keeps its type: none is sent', () => {
	const read = { DailyBudget: 55, BudgetType: 'DailyBudgetAccelerated' };
	const { pushes } = push({
		dayAmount: '80.00',
		target: { ...ACCOUNT, objects: [{ id: '333', current: read }] },
		guards: ONE_STEP,
	});
	const { requests } = push({
		dayAmount: '110.00',
		planId: '2026-11-27-0000000000000002',
		target: { ...ACCOUNT, objects: [{ id: '333' }] },
		guards: { ...ONE_STEP, coolDownMinutes: 0, editsPerDay: 24 },
		pushes: pushes.map((record) => ({ ...record, status: 'confirmed' as const })),
	}).push;
	expect(requests[0]!.body).toMatchObject({ Campaigns: [{ Id: '333', DailyBudget: 110 }] });
	expect(JSON.stringify(requests[0]!.body)).not.toContain('BudgetType');
});

test.each`
	BudgetId  | outcome                                            | because
	${'9001'} | ${{ requests: [], held: [{ code: 'no-budget' }] }} | ${'Microsoft refuses to set a shared budget through a campaign'}
	${9001}   | ${{ requests: [], held: [{ code: 'no-budget' }] }} | ${'an ID as a number'}
	${null}   | ${{ requests: [{ to: '110.00' }] }}                | ${'the campaign has its own'}
	${'0'}    | ${{ requests: [{ to: '110.00' }] }}                | ${'zero takes a campaign off its shared budget'}
`('a campaign with BudgetId $BudgetId: $because', ({ BudgetId, outcome }) => {
	expect(requestTo({ DailyBudget: 55, BudgetType: 'DailyBudgetStandard', BudgetId })).toMatchObject(outcome as object);
});

test.each`
	status       | sent
	${'paused'}  | ${'Paused'}
	${'enabled'} | ${'Active'}
`('a campaign is $status', ({ status, sent }) => {
	expect(statusRequest(ACCOUNT, { level: 'campaign', id: '333', status })).toMatchObject({
		method: 'PUT',
		url: 'https://campaign.api.bingads.microsoft.com/CampaignManagement/v13/Campaigns',
		headers: { CustomerAccountId: '176430352', CustomerId: '254513' },
		body: { AccountId: '176430352', Campaigns: [{ Id: '333', Status: sent }] },
	});
});

test('a shared budget cannot be paused: its campaigns can', () => {
	const pause = () => statusRequest(ACCOUNT, { level: 'budget', id: '9001', status: 'paused' });
	expect(pause).toThrow('A shared budget of Microsoft Advertising cannot be paused');
});
