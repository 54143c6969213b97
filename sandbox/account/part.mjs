import { HOUR_MS } from './calendar.mjs';
import { createMarket } from './market.mjs';
import { closeHour, createHour } from './reports.mjs';
import { servingPlan } from './serving.mjs';

/** A campaign with what only the account knows: its market, its plan of serving, its hours and its random streams. */
export function createPart(campaign, spec, { shared, chance, rules, runaways }) {
	const market = createMarket(spec, campaign.id, { shared, chance, rules });
	const initialTarget = { targetCpaMicros: campaign.targetCpaMicros, targetRoas: campaign.targetRoas };
	const valuePerConversion = spec.valuePerConversion ?? 50;
	let clicks = { slotMs: null, rng: null };
	let learning = { untilMs: -Infinity, factor: 1 };
	let closed = 0;
	const part = {
		campaign,
		market,
		hours: [],
		clickPriceMicros: (spec.clickPrice ?? 0.8) * 1e6,
		valuePerConversion,
		conversionsPerMicro: 0,
		plan: null,
		replan() {
			part.plan = servingPlan(campaign, market, { initialTarget, rules });
		},
		runawayAt(ms) {
			let factor = 1;
			for (const each of runaways)
				if (ms >= each.fromMs && ms < each.untilMs && (each.campaignId ?? campaign.id) === campaign.id)
					factor *= each.factor;
			return factor;
		},
		clicksIn(ms) {
			const slotMs = Math.floor(ms / (HOUR_MS / 3));
			if (clicks.slotMs !== slotMs) clicks = { slotMs, rng: chance(campaign.id, 'clicks', slotMs) };
			return clicks.rng;
		},
		learnUntil(untilMs, factor) {
			learning = { untilMs, factor };
		},
		learningFactor: (ms) => (ms < learning.untilMs ? learning.factor : 1),
		/** The hour of a day that an instant lies in. */
		hourAt(ms, day) {
			const startMs = day.startMs + Math.floor((ms - day.startMs) / HOUR_MS) * HOUR_MS;
			if (part.hours.at(-1)?.startMs !== startMs) part.hours.push(createHour(startMs));
			return part.hours.at(-1);
		},
		closeHoursUntil(ms) {
			for (; closed < part.hours.length && part.hours[closed].endMs <= ms; closed++) {
				const hour = part.hours[closed];
				closeHour(hour, valuePerConversion, chance(campaign.id, 'conversions', hour.startMs));
			}
		},
	};
	part.replan();
	const spent = Math.min(1, spec.budget / spec.demand);
	part.conversionsPerMicro = spec.conversionsPerDay / (spec.demand * 1e6 * spent ** part.plan.exponent);
	return part;
}
