import * as z from 'zod/v4';

import { Amount } from '../money/amount';
import { addDays } from '../time/localClock';
import { type AgencyFee, mediaAmount } from './agencyFee';
import { amountIssue } from './amountIssue';
import { LocalDate } from './calendarEvent';
import type { Flight } from './flight';
import { CALENDAR_PERIODS, calendarPeriod } from './horizon';

/** Five years of months. */
const MAX_CHANGES = 60;

export const AMOUNT_FIELDS = ['dailyAmount', ...CALENDAR_PERIODS.map(({ field }) => field)] as const;

/** Amounts of the day and of periods of the calendar, as a budget gives them. */
export const CALENDAR_AMOUNTS = {
	dailyAmount: Amount.optional(),
	weeklyAmount: Amount.optional(),
	monthlyAmount: Amount.optional(),
	quarterlyAmount: Amount.optional(),
	yearlyAmount: Amount.optional(),
};

/** Amounts that hold from a local date on, each until a later one of its kind. */
const AmountsFromDate = z.strictObject({ from: LocalDate, ...CALENDAR_AMOUNTS }).superRefine((entry, context) => {
	if (AMOUNT_FIELDS.some((field) => entry[field] !== undefined)) return;
	context.addIssue(
		`needs an amount from ${entry.from}: ${quoted(AMOUNT_FIELDS.slice(0, -1))} or '${AMOUNT_FIELDS.at(-1)}'`,
	);
});
type AmountsFromDate = Readonly<z.output<typeof AmountsFromDate>>;

/** Names in quotes, with commas between them. */
export const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Changes of amounts in order of time. */
export const AmountsFrom = z
	.array(AmountsFromDate)
	.max(MAX_CHANGES, `must hold at most ${MAX_CHANGES} dates`)
	.transform((entries) => [...entries].sort((a, b) => a.from.localeCompare(b.from)));

/** The amounts of a day and of periods of the calendar. */
export type PeriodAmounts = { readonly [field in (typeof AMOUNT_FIELDS)[number]]?: Amount | undefined };

/** A budget's amounts, and how they change by the calendar. */
interface ChangingAmounts extends PeriodAmounts {
	readonly amountsFrom?: readonly AmountsFromDate[] | undefined;
}

/** The same, with the fee that they may hold. */
interface ClientAmounts extends ChangingAmounts {
	readonly agencyFee?: AgencyFee | undefined;
	readonly currency: string;
}

/** What may be spent on media of the amounts that hold on a local date (`mediaAmount`). */
export function amountsOn(definition: ClientAmounts, date: string): PeriodAmounts {
	const given = givenAmountsOn(definition, date);
	if (definition.agencyFee === undefined) return given;
	return Object.fromEntries(
		AMOUNT_FIELDS.map((field) => [
			field,
			given[field] === undefined ? undefined : mediaAmount(given[field], definition),
		]),
	);
}

/** The amounts that hold on a local date, as the budget's owner gives them: those that it begins with, each replaced by the latest of its kind that has begun. */
export function givenAmountsOn(definition: ChangingAmounts, date: string): PeriodAmounts {
	if (definition.amountsFrom === undefined) return definition;
	const begun = [definition, ...definition.amountsFrom.filter(({ from }) => from <= date)];
	return Object.fromEntries(
		AMOUNT_FIELDS.map((field) => [field, begun.findLast((entry) => entry[field] !== undefined)?.[field]]),
	);
}

/**
 * A definition for each stretch of time in which its amounts do not change, with what may be spent on media in that stretch, and the date from which it holds; null for the first.
 */
export function unchangingStretches<Definition extends ClientAmounts & { readonly flight?: Flight | undefined }>(
	definition: Definition,
): { readonly from: string | null; readonly definition: Definition }[] {
	const { flight, amountsFrom = [] } = definition;
	const ofMedia = flight && { ...flight, amount: mediaAmount(flight.amount, definition) };
	return [null, ...amountsFrom.map(({ from }) => from)].map((from) => ({
		from,
		definition: {
			...definition,
			...amountsOn(definition, from ?? ''),
			flight: ofMedia,
			amountsFrom: undefined,
			agencyFee: undefined,
		},
	}));
}

/** What is wrong with changes of amounts, in words. */
export function amountsFromIssues(
	entries: readonly AmountsFromDate[],
	definition: Pick<ClientAmounts, 'currency' | 'agencyFee'> & Parameters<typeof calendarPeriod>[2],
): string[] {
	const twice = entries.filter(({ from }, position) => from === entries[position - 1]?.from);
	const misplaced = (from: string, { horizon, field }: (typeof CALENDAR_PERIODS)[number]): string[] => {
		const { start, end } = calendarPeriod(horizon, from, definition);
		if (from === start) return [];
		return [`cannot change '${field}' on ${from}, in the middle of a ${horizon}: enter ${start} or ${addDays(end, 1)}`];
	};
	return [
		...new Set(twice.map(({ from }) => `name ${from} twice: enter all amounts from that date together`)),
		...entries.flatMap(({ from, ...amounts }) => [
			...AMOUNT_FIELDS.flatMap((field) => {
				const issue = amounts[field] === undefined ? null : amountIssue(amounts[field], definition);
				return issue === null ? [] : [`have a '${field}' from ${from} that ${issue}`];
			}),
			...CALENDAR_PERIODS.flatMap((period) => (amounts[period.field] === undefined ? [] : misplaced(from, period))),
		]),
	];
}
