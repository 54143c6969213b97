// Sample report rows in Google's own format: four weeks of hours and a live day, made from real traffic figures with a fixed seed.
import { readFileSync } from 'node:fs';

const profile = JSON.parse(readFileSync(new URL('sampleProfile.json', import.meta.url), 'utf8'));

const HOUR_MS = 3_600_000;

/** The live day of the sample, a Monday. */
export const SAMPLE_DATE = '2026-11-23';

export const sampleBudget = {
	budgetId: 'brand-de',
	name: 'Brand Germany',
	currency: 'EUR',
	timeZone: 'Europe/Berlin',
	dailyAmount: '1000.00',
	monthlyAmount: '30000.00',
	limits: { maxHourlyShare: 0.15, learningReserve: 0.05 },
};

const campaigns = [
	{ id: '111', name: 'Brand DE', share: 0.6, price: 0.45, rate: 0.034 },
	{ id: '222', name: 'Generic DE', share: 0.4, price: 0.85, rate: 0.021 },
];

/** Parameters of the sample. */
const STORY = {
	/** From this hour of the live day on, traffic more than doubles, because a bid was raised by mistake. */
	runawayFromHour: 10,
	runawayFactor: 2.3,
	/** For this many days, more buyers have come in the late evening. */
	shiftDays: 7,
	shiftedHours: [20, 21, 22],
	shiftFactor: 2.4,
};

/**
 * Rows of `days` days before the live day and of the live day itself.
 *
 * @returns rows with the start of their hour, in order of time
 */
export function sampleRows({ seed = 7, days = 28 } = {}) {
	const random = mulberry32(seed);
	const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const poisson = (mean) => {
		if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
		let count = 0;
		for (let product = random(); product > Math.exp(-mean); product *= random()) count++;
		return count;
	};
	const rows = [];
	const firstMs = Date.parse(`${SAMPLE_DATE}T00:00:00+01:00`) - days * 24 * HOUR_MS;
	let drift = 0;
	let dayEffect = 1;
	for (let hour = 0; hour < (days + 1) * 24; hour++) {
		const daysBefore = days - Math.floor(hour / 24);
		const hourOfDay = hour % 24;
		if (hourOfDay === 0) dayEffect = Math.exp(0.06 * normal());
		drift = 0.6 * drift + 0.08 * normal();
		const startMs = firstMs + hour * HOUR_MS;
		const weekday = (new Date(startMs + HOUR_MS).getUTCDay() + 6) % 7;
		const runaway = daysBefore === 0 && hourOfDay >= STORY.runawayFromHour ? STORY.runawayFactor : 1;
		const shifted = daysBefore <= STORY.shiftDays && STORY.shiftedHours.includes(hourOfDay) ? STORY.shiftFactor : 1;
		const traffic = profile.hourOfWeekTraffic[weekday * 24 + hourOfDay] * 7 * dayEffect * Math.exp(drift) * runaway;
		for (const { id, name, share, price, rate } of campaigns) {
			const clickPrice = price * profile.hourOfDayPrice[hourOfDay];
			const clicks = poisson((880 * share * traffic) / clickPrice);
			const evening = 1 + 0.35 * Math.sin((2 * Math.PI * (hourOfDay - 12)) / 24);
			const conversions = poisson(clicks * rate * evening * shifted);
			const micros = Math.round(clicks * clickPrice * Math.exp(0.05 * normal()) * 100) * 10_000;
			if (clicks === 0) continue;
			rows.push({
				startMs,
				row: {
					customer: {
						resourceName: 'customers/1234567890',
						id: '1234567890',
						currencyCode: 'EUR',
						timeZone: 'Europe/Berlin',
					},
					campaign: { resourceName: `customers/1234567890/campaigns/${id}`, id, name },
					metrics: {
						impressions: String(Math.round(clicks * (22 + 4 * random()))),
						clicks: String(clicks),
						costMicros: String(micros),
						conversions,
						conversionsValue: Number((conversions * 48 * Math.exp(0.3 * normal())).toFixed(2)),
					},
					segments: { date: new Date(startMs + HOUR_MS).toISOString().slice(0, 10), hour: hourOfDay },
				},
			});
		}
	}
	return rows;
}

/** The same rows after the advertiser limited the hour to an amount: all figures decrease proportionally. */
export function heldTo(amount, rows) {
	const spend = rows.reduce((sum, { row }) => sum + Number(row.metrics.costMicros) / 1e6, 0);
	if (spend <= amount) return rows;
	const factor = amount / spend;
	return rows.map(({ startMs, row }) => ({
		startMs,
		row: {
			...row,
			metrics: {
				impressions: String(Math.round(row.metrics.impressions * factor)),
				clicks: String(Math.round(row.metrics.clicks * factor)),
				costMicros: String(Math.floor((row.metrics.costMicros * factor) / 10_000) * 10_000),
				conversions: Math.round(row.metrics.conversions * factor),
				conversionsValue: Number((row.metrics.conversionsValue * factor).toFixed(2)),
			},
		},
	}));
}

function mulberry32(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let bits = Math.imul(state ^ (state >>> 15), 1 | state);
		bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
		return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
	};
}
