import type { IExecuteFunctions, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import fc from 'fast-check';

import { Backtest } from '../../nodes/Backtest/Backtest.node';
import { CheckExhaustion } from '../../nodes/CheckExhaustion/CheckExhaustion.node';
import { checkExhaustionProperties } from '../../nodes/CheckExhaustion/CheckExhaustion.properties';
import { ExhaustionSettings } from '../../nodes/CheckExhaustion/CheckExhaustion.settings';
import { IngestPerformance } from '../../nodes/IngestPerformance/IngestPerformance.node';
import { definitionOf } from '../../nodes/PacingBudget/definitionOf';
import { pacingBudgetProperties } from '../../nodes/PacingBudget/PacingBudget.properties';
import { PacingBudget } from '../../nodes/PacingBudget/PacingBudget.node';
import { PacingBudgetSettings } from '../../nodes/PacingBudget/PacingBudget.settings';
import { PreparePush } from '../../nodes/PreparePush/PreparePush.node';
import { preparePushProperties } from '../../nodes/PreparePush/PreparePush.properties';
import { PushSettings } from '../../nodes/PreparePush/PreparePush.settings';
import { OptionalSmallPercent } from '../../nodes/shared/cells';
import { readSettings } from '../../nodes/shared/readSettings';
import { createState } from '../../src/index';
import { creating } from '../support/runNode';

const NODES = [new Backtest(), new CheckExhaustion(), new IngestPerformance(), new PacingBudget(), new PreparePush()];

type Json = Record<string, unknown>;

/** A node whose parameters have these values. */
const node = (parameters: Json) =>
	({
		getNode: () => ({ parameters }),
		getNodeParameter: (name: string) => parameters[name] ?? null,
	}) as unknown as IExecuteFunctions;

/** What the core is given, by the values in a collection of a node. */
const definition = (parameters: Json) =>
	definitionOf(readSettings(node(creating(parameters)), 0, PacingBudgetSettings, pacingBudgetProperties));
const amounts = (values: Json) => definition({ amounts: { monthlyAmount: '3000', ...values } }).rollover?.maxShare;
const milestone = (values: Json) =>
	definition({
		amounts: {
			flightStart: '2026-11-01',
			flightEnd: '2026-11-30',
			flightAmount: '9000',
			flightMilestones: { milestone: [{ by: '2026-11-07', ...values }] },
		},
	}).flight?.milestones?.[0]?.spent;
const fee = (values: Json) => definition({ agencyFee: values }).agencyFee?.share;
const period = (values: Json) => definition({ period: values }).utilizationTarget;
const limits = (values: Json) => Object.values(definition({ limits: values }).limits ?? {})[0];
const campaign = (values: Json) => {
	const { campaigns = [] } = definition({ campaigns: { campaign: [{ campaignId: 'a', limits: values }] } });
	return Object.entries(campaigns[0]!).find(([name]) => name !== 'campaignId')?.[1];
};
const guards = (values: Json) =>
	Object.values(
		readSettings(node({ budgetId: 'a', guards: values }), 0, PushSettings, preparePushProperties).guards,
	).find((value) => value !== undefined);
const alerts = (values: Json) =>
	Object.values(
		readSettings(node({ budgetId: 'a', alerts: values }), 0, ExhaustionSettings, checkExhaustionProperties).alerts,
	)[0];

const REFUSED = /must be (0 or )?above 1%: for 15% enter 15, not 0.15/;

test.each`
	name                        | given        | zero         | half       | most    | because
	${'maxRollover'}            | ${amounts}   | ${undefined} | ${REFUSED} | ${100}  | ${'0 carries nothing over, and half a percent next to nothing'}
	${'fee'}                    | ${fee}       | ${undefined} | ${REFUSED} | ${100}  | ${'0 is no fee, and half a percent is none that anybody takes'}
	${'spent'}                  | ${milestone} | ${REFUSED}   | ${REFUSED} | ${99}   | ${'by a milestone something is spent, and not yet all'}
	${'utilizationTarget'}      | ${period}    | ${REFUSED}   | ${REFUSED} | ${100}  | ${'a budget that is hardly spent needs no plan'}
	${'learningReserve'}        | ${limits}    | ${0}         | ${0.005}   | ${100}  | ${'a little still learns'}
	${'maxHourlyChange'}        | ${limits}    | ${0}         | ${REFUSED} | ${100}  | ${'0 keeps all hours even'}
	${'maxChangePerPlan'}       | ${limits}    | ${0}         | ${REFUSED} | ${100}  | ${'0 keeps the first plan'}
	${'maxHourlyShare'}         | ${limits}    | ${REFUSED}   | ${REFUSED} | ${100}  | ${'0 of a blank cell or below 1% an hour, most of a day could not be spent'}
	${'minHourlyShare'}         | ${limits}    | ${0}         | ${0.005}   | ${100}  | ${'24 hours have at most 4% each'}
	${'maxDailyChange'}         | ${campaign}  | ${0}         | ${REFUSED} | ${100}  | ${'0 keeps the campaign as it is'}
	${'maxDailyShare'}          | ${campaign}  | ${REFUSED}   | ${REFUSED} | ${100}  | ${'0 of a blank cell or below 1%, a campaign starves'}
	${'minDailyShare'}          | ${campaign}  | ${0}         | ${0.005}   | ${100}  | ${'of many campaigns each has little'}
	${'leastChangePercent'}     | ${guards}    | ${0}         | ${0.005}   | ${100}  | ${'0 pushes every cent'}
	${'maxChangePercent'}       | ${guards}    | ${REFUSED}   | ${REFUSED} | ${1000} | ${'a raise may be more than a doubling'}
	${'maxTargetChangePercent'} | ${guards}    | ${REFUSED}   | ${REFUSED} | ${50}   | ${'half is no small step'}
	${'bandAtEnd'}              | ${alerts}    | ${0}         | ${0.005}   | ${100}  | ${'a flight may have to end exactly'}
	${'bandAtStart'}            | ${alerts}    | ${0}         | ${0.005}   | ${100}  | ${'and begin so'}
	${'dayShortfall'}           | ${alerts}    | ${0}         | ${REFUSED} | ${100}  | ${'a fraction would tell of every other day'}
	${'kpiBand'}                | ${alerts}    | ${0}         | ${REFUSED} | ${100}  | ${'a fraction would tell of every euro above a target'}
	${'usualSpendBand'}         | ${alerts}    | ${REFUSED}   | ${REFUSED} | ${1000} | ${'no day is exactly usual, and one may be eleven times it'}
`('$name reaches the core as a fraction: $because', ({ name, given, zero, half, most }) => {
	const enter = (value: unknown) => (given as (values: Json) => unknown)({ [name as string]: value });
	const expectOf = (value: unknown, expected: unknown) =>
		expected instanceof RegExp
			? expect(() => enter(value)).toThrow(expected)
			: expect(enter(value)).toBe(expected as number | undefined);
	expectOf(0, zero);
	expectOf(0.5, half);
	expect(enter(12.5)).toBe(0.125);
	expect(enter(' 3 % ')).toBe(0.03);
	expect(enter(most)).toBe(most / 100);
	expect(() => enter(most + 0.1)).toThrow(new RegExp(`^The node parameters .+ must be at most ${most}%$`));
	expect(() => enter(-1)).toThrow(/must be (at least 0|above 1)%/);
	expect(() => enter('a little')).toThrow(/must be a percentage, such as 15/);
	expectOf('', EMPTY[name as string]);
});

/** What an empty field stands for, where it is not nothing. */
const EMPTY: Json = { utilizationTarget: 1, spent: /must be a percentage, such as 15/ };

/** All parameters of a node, also those in its collections. */
const allOf = (properties: readonly INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [
		property,
		...(property.type === 'collection' ? allOf(property.options as INodeProperties[]) : []),
		...(property.type === 'fixedCollection'
			? (property.options as INodePropertyCollection[]).flatMap(({ values }) => allOf(values))
			: []),
	]);

test('a percentage says so on the screen, and no parameter is a fraction', () => {
	const numbers = NODES.flatMap(({ description }) => allOf(description.properties)).filter(
		({ type }) => type === 'number',
	);
	const percentages = numbers.filter(({ displayName }) => displayName.endsWith(' (%)'));
	expect(percentages).toHaveLength(20);
	for (const { default: usual, typeOptions, description } of percentages) {
		expect(usual).toBeGreaterThanOrEqual(1);
		expect(typeOptions!.maxValue).toBeGreaterThanOrEqual(50);
		expect(description).toMatch(/percent/i);
	}
	expect(numbers.filter(({ name, typeOptions }) => /fraction/i.test(name) || typeOptions?.maxValue === 1)).toEqual([]);
});

test('a percentage of at most 13 digits is the fraction that people would write', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 13 }), (digits, places) => {
			const percent = Number(`${digits}e-${places}`);
			fc.pre(percent <= 100);
			expect(OptionalSmallPercent.parse(percent)).toBe(Number(`${digits}e-${places + 2}`));
		}),
	);
});

test.each`
	read                                                                                                        | message                                                                                     | because
	${() => guards({ maxChangePercent: 1001 })}                                                                 | ${"'Maximum Change per Push' must be at most 1000%"}                                        | ${'a parameter in a collection'}
	${() => limits({ maxHourlyShare: 1 })}                                                                      | ${"'Maximum Share per Hour' must be above 1%: for 15% enter 15, not 0.15"}                  | ${'100% of a sheet is 1'}
	${() => definition({ campaigns: { campaign: [{ campaignId: 'a' }, { limits: { maxDailyShare: 101 } }] } })} | ${"'Campaigns 2: Maximum Share per Day' must be at most 100%"}                              | ${'a row of a list'}
	${() => definition({ eventRows: [{ name: 'Sale', start: '2026-11-27', factor: 'x' }] })}                    | ${"'Event Rows 1: factor' must be a number"}                                                | ${'a row of a list without fields on the screen'}
	${() => definition({ eventRows: 'Sale' })}                                                                  | ${"'Event Rows' must be a list of events: 'Event Rows' takes an expression that gives one"} | ${'no list at all'}
`('an error has the words and the unit on the screen: $because', ({ read, message }) => {
	expect(read as () => unknown).toThrow(`The node parameters cannot be used: ${message}`);
});

test.each`
	parameters                                                                                                      | message                                                                         | because
	${{ limits: { minHourlyShare: 3, maxHourlyShare: 2.5 } }}                                                       | ${"'Minimum Share per Hour' of 3% above the 'Maximum Share per Hour' of 2.5%"}  | ${'a minimum above the maximum'}
	${{ limits: { minHourlyShare: 5 } }}                                                                            | ${"24 hours with a 'Minimum Share per Hour' of 5% are more than the whole day"} | ${'minima above the day'}
	${{ campaigns: { campaign: [{ campaignId: 'a', limits: { minDailyShare: 9, maxDailyShare: 8.25 } }] } }}        | ${"a 'Minimum Share per Day' of 9% above its 'Maximum Share per Day' of 8.25%"} | ${'the same of a campaign'}
	${{ campaigns: { campaign: ['a', 'b'].map((campaignId) => ({ campaignId, limits: { minDailyShare: 55 } })) } }} | ${'minimum shares that add up to 110%, which is more than the whole day'}       | ${'minima of all campaigns'}
`('the core speaks of $because in percent', ({ parameters, message }) => {
	expect(() => createState(definition(parameters as Json))).toThrow(message as string);
});
