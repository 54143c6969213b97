import type { SpendPlan } from '../plan/spendPlan';
import type { AccountCurrency } from './accountCurrency';
import type { ChosenLevers } from './chooseLevers';
import type { GuardContext } from './guardContext';
import type { Level } from './level';
import type { PushPlatform } from './pushPlatform';
import type { PushTarget } from './pushTarget';

/** Everything that pushing one object needs to know of the whole push. */
export interface PushJob extends GuardContext {
	readonly target: PushTarget;
	readonly plan: SpendPlan;
	readonly platform: PushPlatform;
	readonly level: Level;
	/** Amounts that are pushed are in its currency. */
	readonly account: AccountCurrency;
	readonly dryRun: boolean;
	/** Whether the day's amount is spent. */
	readonly daySpent: boolean;
	/** Empty where the platform's address names none. */
	readonly apiVersion: string;
	/** Levers that today's plan is pushed by. */
	readonly chosen: ChosenLevers;
}
