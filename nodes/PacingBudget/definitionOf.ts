import type { BudgetDefinitionInput } from '../../src/index';
import { localDate } from '../shared/dateCell';
import type { PacingBudgetSettings } from './PacingBudget.settings';

/** The budget definition that a user filled in: what is left empty is not given. */
export function definitionOf(settings: PacingBudgetSettings): BudgetDefinitionInput {
	const { budgetId, name, currency, timeZone, exchangeRates, objective, limits, campaigns } = settings;
	const { agencyFee, goal, prepaid, amountsFrom, control, events, eventRows, openHours, period } = settings;
	const {
		flightStart,
		flightEnd,
		flightStartTime,
		flightEndTime,
		flightAmount,
		flightPacing,
		flightMilestones,
		maxRollover = 0,
		...amounts
	} = settings.amounts;
	const date = (cell: string | undefined, field: string) => localDate(cell ?? '', field, timeZone);
	const payments = prepaid.payment.filter((payment) => Object.keys(given(payment)).length > 0);
	const calendar = [...events.event, ...eventRows];
	const milestones = flightMilestones.milestone.map(({ by, spent }) => ({ by: date(by, 'By'), spent }));
	const more = given({
		startTime: flightStartTime,
		endTime: flightEndTime,
		pacing: flightPacing,
		...(milestones.length > 0 && { milestones }),
	});
	const hasFlight = [flightStart, flightEnd, flightAmount, ...Object.values(more)].some((field) => field !== undefined);
	const flight = {
		start: date(flightStart, 'Flight Start'),
		end: date(flightEnd, 'Flight End'),
		amount: flightAmount ?? '',
		...more,
	};
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
			amountsFrom: amountsFrom.change.map(({ from, ...changed }) => ({ from: date(from, 'From'), ...given(changed) })),
		}),
		...(Object.values(goal).some((field) => field !== undefined) && { goal: { amount: '', ...given(goal) } }),
		...(payments.length > 0 && {
			prepaid: payments.map((payment) => ({ date: date(payment.date, 'Date'), amount: payment.amount ?? '' })),
		}),
		...(agencyFee.fee !== undefined &&
			agencyFee.fee > 0 && {
				agencyFee: { share: agencyFee.fee, ...given({ of: agencyFee.of, amounts: agencyFee.amounts }) },
			}),
		...(name !== '' && { name }),
		...(hasFlight && { flight }),
		...(Object.keys(exchangeRates).length > 0 && { exchangeRates }),
		...(maxRollover > 0 && { rollover: { maxShare: maxRollover } }),
		...(openHours.hours.length > 0 && { openHours: openHours.hours.map(openHoursOf) }),
		...(calendar.length > 0 && { events: calendar.map((event) => eventOf(event, timeZone)) }),
		...(campaigns.campaign.length > 0 && {
			campaigns: campaigns.campaign.map((one) => ({ campaignId: one.campaignId, ...given(one.limits) })),
		}),
	};
}

/** Opening times as they are defined: no weekday is all of them. */
const openHoursOf = ({ from, to, weekdays }: PacingBudgetSettings['openHours']['hours'][number]) => ({
	...(weekdays.length > 0 && { weekdays }),
	from,
	to,
});

/** An event as it is defined: a factor that is empty is to be learned. */
const eventOf = (
	{ name, start = '', end, factor, repeats }: PacingBudgetSettings['eventRows'][number],
	timeZone: string,
) => ({
	name,
	start: localDate(start, 'Start', timeZone),
	...(repeats !== 'no' && { repeats }),
	...given({ end: end && localDate(end, 'End', timeZone), factor }),
});

/** The fields that have a value. */
const given = <Fields extends object>(fields: Fields): { [Field in keyof Fields]?: NonNullable<Fields[Field]> } =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
		[Field in keyof Fields]?: NonNullable<Fields[Field]>;
	};
