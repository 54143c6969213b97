import type { BiddingFacts } from '../forecast/biddingFacts';
import type { GuardContext } from '../guards/guardContext';
import type { MoneyLeft, PeriodMoney } from '../guards/moneyLeft';
import type { AccountCurrency } from '../levers/accountCurrency';
import type { Level } from '../levers/level';
import type { PushTarget } from '../levers/pushTarget';
import type { SpendPlan } from '../plan/spendPlan';
import type { ChosenLevers } from './chooseLevers';
import type { PushPlatform } from './pushPlatform';

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
