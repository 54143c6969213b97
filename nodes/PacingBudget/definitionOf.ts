import type { BudgetDefinitionInput, PacingBudgetSettings } from '../../src/index';

/** The budget definition that a user filled in: what is left empty is not given. */
export function definitionOf(settings: PacingBudgetSettings): BudgetDefinitionInput {
	const { budgetId, name, currency, timeZone, exchangeRates, objective, limits, campaigns, events, period } = settings;
	const { flightStart, flightEnd, flightAmount, ...amounts } = settings.amounts;
	const hasFlight = flightStart !== undefined || flightEnd !== undefined || flightAmount !== undefined;
	const flight = { start: flightStart ?? '', end: flightEnd ?? '', amount: flightAmount ?? '' };
	return {
		budgetId,
		currency,
		timeZone,
		objective,
		limits: given(limits),
		...period,
		...given(amounts),
		...(name !== '' && { name }),
		...(hasFlight && { flight }),
		...(Object.keys(exchangeRates).length > 0 && { exchangeRates }),
		...(events.event.length > 0 && {
			events: events.event.map(({ name: title, factor, start = '', end }) => ({
				name: title,
				factor,
				start,
				...given({ end }),
			})),
		}),
		...(campaigns.campaign.length > 0 && {
			campaigns: campaigns.campaign.map((one) => ({ campaignId: one.campaignId, ...given(one.limits) })),
		}),
	};
}

/** The fields that have a value. */
const given = <Fields extends object>(fields: Fields): { [Field in keyof Fields]?: NonNullable<Fields[Field]> } =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
		[Field in keyof Fields]?: NonNullable<Fields[Field]>;
	};
