import type { Edited } from '../records/pushRecord';
import type { MoneyLeft } from './moneyLeft';

/** A daily budget that a plan requests, amounts in minor units. */
export interface AmountChange extends Edited {
	/** The day's amount of the object, or less. */
	readonly wanted: number;
	/** The budget in force, as just read; null if it was not read. */
	readonly current: number | null;
	/** The object's part of the day's amount, the basis of the daily ceiling. */
	readonly dayAmount: number;
	/** The day's amount of all objects together. */
	readonly wholeDay: number;
	readonly money: MoneyLeft;
	/** What a budget does to the period, in words; empty if that is not known. */
	readonly effect: (units: number) => string;
	/** Whether a period of the budget is nearly over. */
	readonly isClosing: boolean;
	/** Whether one begins: nothing of it was spent before today. */
	readonly isOpening: boolean;
	/** Whether nothing but the amount is pushed. */
	readonly amountOnly: boolean;
}
