import { BudgetDefinition, type BudgetDefinitionInput } from '../../src/budget/budgetDefinition';
import { PushTarget, type PushTargetInput } from '../../src/platforms/pushTarget';
import { PUSH_PLATFORMS } from '../../src/platforms/registry';
import { preparePush as prepare } from '../../src/push/preparePush';
import type { PushRecord } from '../../src/records/pushRecord';
import { MORNING_MS, planOf } from './plans';

const RATES = { USD: '0.92', JPY: '0.0061', KWD: '2.998' };

interface Given {
	readonly dayAmount?: string;
	readonly unspendable?: string;
	readonly weights?: (hour: number) => number;
	readonly rates?: BudgetDefinitionInput['exchangeRates'];
	readonly guards?: Parameters<typeof prepare>[1]['guards'];
	readonly pushes?: readonly PushRecord[];
	readonly planId?: string;
}

/** Prepares a push of a plan in euros. */
export function pushEuros(
	target: PushTargetInput,
	{ dayAmount = '920.00', unspendable = '0.00', weights, rates = RATES, guards = {}, pushes = [], planId }: Given = {},
) {
	const definition = BudgetDefinition.parse({
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		dailyAmount: '1000',
		exchangeRates: rates,
	});
	const plan = planOf({
		dayAmount,
		currency: 'EUR',
		unspendable,
		...(weights && { weights }),
		...(planId && { planId }),
	});
	const on = PushTarget.parse(target);
	return prepare(
		{
			definition,
			plan,
			pushes,
			alerts: [],
			spent: 0,
			unreported: 0,
			demandLeft: 1,
			dayAmount: Number(dayAmount),
			period: null,
			balanceLeft: null,
			stale: null,
			staleForRaise: null,
		},
		{ platform: PUSH_PLATFORMS[on.platform], target: on, nowMs: MORNING_MS, dryRun: false, guards },
	);
}

/** Guards that let any amount through in one step. */
export const ANY_STEP = { maxChangeFraction: 10, overdelivery: 1 };
