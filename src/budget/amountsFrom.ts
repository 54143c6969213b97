import * as z from 'zod/v4';

import { Amount } from '../money/amount';
import { addDays } from '../time/localClock';
import { monthOf, weekOf } from '../time/period';
import { type AgencyFee, mediaAmount } from './agencyFee';
import { amountIssue } from './amountIssue';
import { LocalDate } from './calendarEvent';
import type { Flight } from './flight';

/** Five years of months. */
const MAX_CHANGES = 60;

/** Amounts that hold from a local date on, each until a later one of its kind. */
const AmountsFromDate = z
	.strictObject({
		from: LocalDate,
		dailyAmount: Amount.optional(),
		weeklyAmount: Amount.optional(),
		monthlyAmount: Amount.optional(),
	})
	.superRefine((entry, context) => {
		if (FIELDS.some((field) => entry[field] !== undefined)) return;
		context.addIssue(`needs an amount from ${entry.from}: 'dailyAmount', 'weeklyAmount' or 'monthlyAmount'`);
	});
type AmountsFromDate = Readonly<z.output<typeof AmountsFromDate>>;

const FIELDS = ['dailyAmount', 'weeklyAmount', 'monthlyAmount'] as const;

/** Changes of amounts in order of time. */
export const AmountsFrom = z
	.array(AmountsFromDate)
	.max(MAX_CHANGES, `must hold at most ${MAX_CHANGES} dates`)
	.transform((entries) => [...entries].sort((a, b) => a.from.localeCompare(b.from)));

/** The amounts of a day, a week and a month. */
export type PeriodAmounts = { readonly [field in (typeof FIELDS)[number]]?: Amount | undefined };

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
		FIELDS.map((field) => [field, given[field] === undefined ? undefined : mediaAmount(given[field], definition)]),
	);
}

/** The amounts that hold on a local date, as the budget's owner gives them: those that it begins with, each replaced by the latest of its kind that has begun. */
export const givenAmountsOn = (
	{ dailyAmount, weeklyAmount, monthlyAmount, amountsFrom = [] }: ChangingAmounts,
	date: string,
): PeriodAmounts =>
	amountsFrom.reduce<PeriodAmounts>(
		(before, { from, ...entry }) =>
			from > date
				? before
				: {
						dailyAmount: entry.dailyAmount ?? before.dailyAmount,
						weeklyAmount: entry.weeklyAmount ?? before.weeklyAmount,
						monthlyAmount: entry.monthlyAmount ?? before.monthlyAmount,
					},
		{ dailyAmount, weeklyAmount, monthlyAmount },
	);

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
	definition: Pick<ClientAmounts, 'currency' | 'agencyFee'> & { readonly weekStart: 'monday' | 'sunday' },
): string[] {
	const twice = entries.filter(({ from }, position) => from === entries[position - 1]?.from);
	const within = (field: string, from: string, { start, end }: { start: string; end: string }): string[] =>
		from === start
			? []
			: [
					`cannot change '${field}' on ${from}, in the middle of a ${UNIT_OF[field]}: enter ${start} or ${addDays(end, 1)}`,
				];
	return [
		...new Set(twice.map(({ from }) => `name ${from} twice: enter all amounts from that date together`)),
		...entries.flatMap(({ from, ...amounts }) => [
			...FIELDS.flatMap((field) => {
				const issue = amounts[field] === undefined ? null : amountIssue(amounts[field], definition);
				return issue === null ? [] : [`have a '${field}' from ${from} that ${issue}`];
			}),
			...(amounts.weeklyAmount === undefined ? [] : within('weeklyAmount', from, weekOf(from, definition.weekStart))),
			...(amounts.monthlyAmount === undefined ? [] : within('monthlyAmount', from, monthOf(from))),
		]),
	];
}

const UNIT_OF: Readonly<Record<string, string>> = { weeklyAmount: 'week', monthlyAmount: 'month' };
