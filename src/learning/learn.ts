import { ordinaryDates } from '../budget/ordinaryDates';
import type { CampaignRegime } from '../campaigns/campaignRegime';
import { learnCampaigns } from '../campaigns/learnCampaigns';
import { METHOD } from '../demand/method';
import { fitSpendModel } from '../demand/spendModel';
import { spendSeries } from '../demand/spendSeries';
import { dayTotals } from '../ledger/dayTotals';
import type { Ledger } from '../ledger/ledger';
import { readHistory } from '../results/history';
import { learnRate } from '../results/learnRate';
import { productOfRates, type RatePattern } from '../results/ratePattern';
import type { Measure } from '../results/measure';
import { learnUplifts } from './eventUplift';
import type { Learning, LearningState } from './learning';
import { shownMeasure } from './objectiveRate';

/**
 * Learns from everything a ledger holds, as of the latest instant it covers.
 *
 * Ledgers are never changed, so what is learned from one is kept with it: a new plan or alert in the state changes nothing of it.
 */
export function learn({ definition, ledger, campaignRegimes }: LearningState): Learning {
	const known = learned.get(ledger);
	if (known?.definition === definition && known.campaignRegimes === campaignRegimes) return known;
	const learning = learnAnew({ definition, ledger, campaignRegimes });
	learned.set(ledger, learning);
	return learning;
}

const learned = new WeakMap<Ledger, Learning>();

function learnAnew(state: LearningState): Learning {
	const { definition, ledger, campaignRegimes } = state;
	const { timeZone, events } = definition;
	const series = spendSeries(ledger, timeZone);
	const spent = new Set(series.filter(({ spend }) => spend > 0).map(({ date }) => date));
	const isOrdinary = ordinaryDates(spent, events);
	const history = once(() => readHistory(ledger, timeZone, isOrdinary));
	const rate: Learning['rate'] = oncePer((measure) => throughClicks(measure, rate) ?? learnRate(history(), measure));
	const days = dayTotals(ledger, timeZone);
	const spendModel = fitSpendModel(series, isOrdinary);
	const uplifts = once(() => {
		const elasticity = spendModel?.elasticity ?? METHOD.elasticity;
		const { dispersion } = rate(shownMeasure({ definition, rate }));
		return learnUplifts({ ledger, definition, days, elasticity, dispersion });
	});
	return {
		...state,
		dataUntilMs: ledger.dataUntilMs,
		days,
		series,
		spendModel,
		rate,
		uplift: (eventName) => uplifts()(eventName),
		campaigns: once(() => learnCampaigns(ledger, definition, campaignRegimes)),
	};
}

/** The same after changes of campaigns were found. */
export const withCampaignRegimes = (
	learning: Learning,
	campaignRegimes: readonly CampaignRegime[] | undefined,
): Learning => ({
	...learning,
	campaignRegimes,
	campaigns: once(() => learnCampaigns(learning.ledger, learning.definition, campaignRegimes)),
});

/** The same if no hour of the day had changed: the pattern of all history. */
export const withoutHourChanges = (learning: Learning): Learning => ({
	...learning,
	rate: (measure) => {
		const pattern = learning.rate(measure);
		return { ...pattern, hourOfDay: pattern.unchangedHourOfDay };
	},
});

/** Where clicks are reported, results per unit of spend are results per click times clicks per unit of spend: both are estimated better. */
function throughClicks(measure: Measure, rate: (measure: Measure) => RatePattern): RatePattern | null {
	if (measure !== 'conversionsPerSpend' && measure !== 'revenuePerSpend') return null;
	const perClick = rate(measure === 'conversionsPerSpend' ? 'conversionsPerClick' : 'revenuePerClick');
	const clicks = rate('clicksPerSpend');
	return perClick.rate === null || clicks.rate === null ? null : productOfRates(perClick, clicks);
}

/** A value that is worked out when it is first asked for. */
function once<Value>(work: () => Value): () => Value {
	let known: { readonly value: Value } | undefined;
	return () => (known ??= { value: work() }).value;
}

/** The same for each key. */
function oncePer<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
	const known = new Map<Key, () => Value>();
	return (key) => {
		const value = known.get(key) ?? once(() => work(key));
		known.set(key, value);
		return value();
	};
}
