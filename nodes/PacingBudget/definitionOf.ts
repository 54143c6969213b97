import type { BudgetDefinitionInput } from '../../src/index';
import type { PacingBudgetSettings } from './PacingBudget.settings';

/** The budget definition that a user filled in: what is left empty is not given. */
export function definitionOf(settings: PacingBudgetSettings): BudgetDefinitionInput {
	const { budgetId, name, currency, timeZone, exchangeRates, objective, limits, campaigns } = settings;
	const { amountsFrom, control, events, eventRows, period } = settings;
	const { flightStart, flightEnd, flightAmount, flightPacing, maxRollover = 0, ...amounts } = settings.amounts;
	const calendar = [...events.event, ...eventRows];
	const hasFlight = [flightStart, flightEnd, flightAmount, flightPacing].some((field) => field !== undefined);
	const pacing = given({ pacing: flightPacing });
	const flight = { start: flightStart ?? '', end: flightEnd ?? '', amount: flightAmount ?? '', ...pacing };
	return {
		budgetId,
		currency,
		timeZone,
		objective,
		control,
		limits: given(limits),
		...period,
		...given(amounts),
		...(amountsFrom.change.length > 0 && {
			amountsFrom: amountsFrom.change.map(({ from = '', ...changed }) => ({ from, ...given(changed) })),
		}),
		...(name !== '' && { name }),
		...(hasFlight && { flight }),
		...(Object.keys(exchangeRates).length > 0 && { exchangeRates }),
		...(maxRollover > 0 && { rollover: { maxShare: maxRollover } }),
		...(calendar.length > 0 && { events: calendar.map(eventOf) }),
		...(campaigns.campaign.length > 0 && {
			campaigns: campaigns.campaign.map((one) => ({ campaignId: one.campaignId, ...given(one.limits) })),
		}),
	};
}

/** An event as it is defined: a factor of 0 is to be learned. */
const eventOf = ({ name, start = '', end, factor, repeats }: PacingBudgetSettings['eventRows'][number]) => ({
	name,
	start,
	...(factor > 0 && { factor }),
	...(repeats !== 'no' && { repeats }),
	...given({ end }),
});

/** The fields that have a value. */
const given = <Fields extends object>(fields: Fields): { [Field in keyof Fields]?: NonNullable<Fields[Field]> } =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
		[Field in keyof Fields]?: NonNullable<Fields[Field]>;
	};
