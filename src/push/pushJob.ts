import type { BiddingFacts } from '../forecast/biddingFacts';
import type { SpendPlan } from '../plan/spendPlan';
import type { AccountCurrency } from './accountCurrency';
import type { ChosenLevers } from './chooseLevers';
import type { GuardContext } from './guardContext';
import type { Level } from './level';
import type { MoneyLeft, PeriodMoney } from './moneyLeft';
import type { PushPlatform } from './pushPlatform';
import type { PushTarget } from './pushTarget';

/** The context of a push that edits of single objects share. */
export interface PushJob extends GuardContext {
	readonly target: PushTarget;
	readonly plan: SpendPlan;
	readonly platform: PushPlatform;
	readonly level: Level;
	/** Pushed amounts are in its currency. */
	readonly account: AccountCurrency;
	readonly dryRun: boolean;
	readonly money: MoneyLeft;
	readonly period: PeriodMoney | null;
	/** null unless bidding targets are pushed. */
	readonly bidding: BiddingFacts | null;
	/** Empty if the platform's URL contains none. */
	readonly apiVersion: string;
	/** Levers for today's plan. */
	readonly chosen: ChosenLevers;
}
