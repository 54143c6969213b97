import { openShares } from '../budget/openTime';
import { ordinaryDates } from '../budget/ordinaryDates';
import type { CampaignRegime } from '../campaigns/campaignRegime';
import { dayElasticity } from '../campaigns/dayElasticity';
import { learnCampaigns } from '../campaigns/learnCampaigns';
import { METHOD } from '../demand/method';
import { fitSpendModel } from '../demand/fitSpendModel';
import { type SpendHour, spendSeries } from '../demand/spendSeries';
import { dayTotals } from '../ledger/dayTotals';
import { EMPTY_LEDGER, type Ledger } from '../ledger/ledger';
import { latestOffer } from '../ledger/withOffer';
import { readHistory } from '../results/history';
import { ratiosByTime } from '../results/ratiosByTime';
import { learnRate } from '../results/learnRate';
import { conversionDelay } from '../results/reportDelay';
import { productOfRates, type RatePattern } from '../results/ratePattern';
import { type Measure, MEASURE_WORDS } from '../results/measure';
import { isFiniteThroughout } from '../statistics/isFiniteThroughout';
import { budgetEffect } from './budgetEffect';
import { learnUplifts } from './eventUplift';
import type { Learning, LearningState } from './learning';
import { displayMeasure, plannedMeasures } from './objectiveRate';

/**
 * Learns from all delivery in a ledger, up to the latest instant that it covers.
 *
 * Ledgers are immutable, so the learning is cached by ledger; a new plan or alert in the state does not affect it.
 */
export function learn({ definition, ledger, campaignRegimes }: LearningState): Learning {
	const known = learned.get(ledger);
	if (known?.definition === definition && known.campaignRegimes === campaignRegimes) return known;
	const learning = learnFrom({ definition, ledger, campaignRegimes });
	learned.set(ledger, learning);
	return learning;
}

const learned = new WeakMap<Ledger, Learning>();

function learnFrom(state: LearningState): Learning {
	const { definition, ledger, campaignRegimes } = state;
	const { timeZone, events } = definition;
	const effect = budgetEffect(ledger, definition);
	const counted = finiteOr(withBudgets(spendSeries(ledger, timeZone), effect), () => []);
	const series = counted.value;
	const spent = new Set(series.filter(({ spend }) => spend > 0).map(({ date }) => date));
	const isOrdinary = ordinaryDates(spent, events);
	const source = { ledger, timeZone, isOrdinary };
	const nothing = { ...source, ledger: EMPTY_LEDGER };
	const reportedAt = lazy(() => conversionDelay(ledger));
	const learnedRate = lazyPer((measure: Measure) =>
		finiteOr(throughClicks(measure, rate) ?? learnRate(readHistory(source), measure), () =>
			learnRate(readHistory(nothing), measure),
		),
	);
	const rate: Learning['rate'] = (measure) => learnedRate(measure).value;
	const days = dayTotals(ledger, timeZone);
	const inForce = effect?.(latestOffer(ledger) ?? '');
	const model = finiteOr(
		fitSpendModel(series, { isOrdinary, logBudget: inForce, open: openShares(definition) }),
		() => null,
	);
	const spendModel = model.value;
	const uplifts = lazy(() => {
		const elasticity = spendModel?.elasticity ?? METHOD.elasticity;
		const { dispersion } = rate(displayMeasure({ definition, rate }));
		return learnUplifts({ ledger, definition, days, elasticity, dispersion });
	});
	const campaigns = lazy(() => learnCampaigns(ledger, definition, campaignRegimes));
	return {
		...state,
		dataUntilMs: ledger.dataUntilMs,
		days,
		series,
		spendModel,
		rate,
		ratios: lazy(() => ratiosByTime(readHistory(source))),
		conversionsReported: (ageMs) => reportedAt()(ageMs),
		notFinite: lazy(() => {
			if (!counted.isFinite) return 'spend of the hours';
			if (!model.isFinite) return 'demand';
			const measure = plannedMeasures(definition).find((one) => !learnedRate(one).isFinite);
			return measure === undefined ? null : MEASURE_WORDS[measure];
		}),
		uplift: (eventName) => uplifts()(eventName),
		campaigns,
		dayElasticity: lazy(() => dayElasticity(campaigns())),
	};
}

function withBudgets(series: readonly SpendHour[], effect: ReturnType<typeof budgetEffect>): readonly SpendHour[] {
	if (effect === null) return series;
	return series.map((hour) => {
		const logBudget = effect(hour.date);
		return logBudget === undefined ? hour : { ...hour, logBudget };
	});
}

/** The learning after changes of campaigns were detected. */
export const withCampaignRegimes = (
	learning: Learning,
	campaignRegimes: readonly CampaignRegime[] | undefined,
): Learning => ({
	...learning,
	campaignRegimes,
	campaigns: lazy(() => learnCampaigns(learning.ledger, learning.definition, campaignRegimes)),
});

/** The learning as if no hour of the day had changed: the pattern of the whole history. */
export const withoutHourChanges = (learning: Learning): Learning => ({
	...learning,
	rate: (measure) => {
		const pattern = learning.rate(measure);
		return { ...pattern, hourOfDay: pattern.unchangedHourOfDay };
	},
});

/** What was learned, or what stands in its place if a number in it is not finite. */
function finiteOr<Learned>(learned: Learned, otherwise: () => Learned): { value: Learned; isFinite: boolean } {
	const isFinite = isFiniteThroughout(learned);
	return { value: isFinite ? learned : otherwise(), isFinite };
}

/** If clicks are reported, results per unit of spend are results per click times clicks per unit of spend, which are estimated more precisely. */
function throughClicks(measure: Measure, rate: (measure: Measure) => RatePattern): RatePattern | null {
	if (measure !== 'conversionsPerSpend' && measure !== 'revenuePerSpend') return null;
	const perClick = rate(measure === 'conversionsPerSpend' ? 'conversionsPerClick' : 'revenuePerClick');
	const clicks = rate('clicksPerSpend');
	return perClick.rate === null || clicks.rate === null ? null : productOfRates(perClick, clicks);
}

/** A value that is computed on first use. */
function lazy<Value>(compute: () => Value): () => Value {
	let known: { readonly value: Value } | undefined;
	return () => (known ??= { value: compute() }).value;
}

/** A value per key that is computed on first use. */
function lazyPer<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
	const known = new Map<Key, () => Value>();
	return (key) => {
		const value = known.get(key) ?? lazy(() => compute(key));
		known.set(key, value);
		return value();
	};
}
