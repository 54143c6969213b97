import type { PerformanceWindow } from '../../src/index';
import type { PreparedRequest } from '../../src/push/preparedPush';
import type { Fields } from './reportRows';

/** The budget that the good row of every platform belongs to. */
export const NEW_YORK = {
	budgetId: 'b',
	currency: 'USD',
	timeZone: 'America/New_York',
	dailyAmount: '1000.00',
} as const;

/** What the laws over all reports need to know of one. */
export interface ReportFixture {
	/** A good row of 22 November 2026, 09:00 in New York where it has an hour, in dollars where it names a currency. Changed in some fields; undefined takes one away. */
	readonly row: (changes: Fields) => Fields;
	/** Documented reports, as files of the reference data. */
	readonly documented: readonly string[];
	/** A row of an hour on the account's clocks; absent where hours are not those of clocks. */
	readonly atHour?: (date: string, hour: number) => Fields;
	/** A row in yen, and what is read of it with a yen at 0.0061 euros; a window says undefined of what it must not have. Empty where rows name no currency. */
	readonly inYen: readonly { readonly row: Fields; readonly window: Partial<PerformanceWindow> }[];
	/** Responses of the platform that hold no rows. */
	readonly withoutRows: readonly Fields[];
}

/** What the laws over all pushes need to know of a platform. */
export interface PushFixture {
	/** What a target needs beside its objects. */
	readonly target: { readonly accountId?: string; readonly managerAccountId?: string; readonly url?: string };
	/** Fields that its requests may contain, and that a target can do without. */
	readonly optional?: readonly string[];
	/** The amount that a request asks for, as the platform reads it. */
	readonly amountIn: (request: PreparedRequest) => unknown;
	/** Units of the platform in one major unit, written down anew. */
	readonly unitsPerMajor: (currency: string) => number;
	/** Whether amounts are whole numbers of units. */
	readonly whole: boolean;
}
