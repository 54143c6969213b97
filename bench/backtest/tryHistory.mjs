import { backtest, createState, ingest } from '../../dist/src/index.js';
import { DAY_AMOUNT, simulatedHistory } from './history.mjs';

const definition = {
	budgetId: 'history',
	currency: 'EUR',
	timeZone: 'UTC',
	dailyAmount: DAY_AMOUNT,
	restatementDays: 60,
};

/** The backtest of a simulated history, compared with the truth. */
export default function tryHistory({ seed }) {
	const history = simulatedHistory(seed);
	const { state } = ingest(createState(definition), history.windows, history.endMs);
	const { results, conclusive } = backtest(state);
	return {
		conclusive,
		policies: results.map(({ policy, value, againstActual, probabilityBest, hours }) => ({
			policy,
			value,
			againstActual,
			probabilityBest,
			truth: history.truth(hours),
		})),
	};
}
