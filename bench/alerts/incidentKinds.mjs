import { CAMPAIGN_IDS } from './incidentAccount.mjs';

/** Day of the month on which an incident of hours begins: the first of these or up to nine days later. */
const FIRST_DAY = 10;
const DAYS_TO_PICK = 10;

/** Hours of the day in which such an incident begins. */
const FROM_HOUR = { first: 7, last: 15 };

/** Day of the month from which a month goes wrong, and by which that must be told. */
const WRONG_FROM_DAY = 8;
const TOLD_BY_DAY = 20;

/** Days within which a target that is missed must be told: in small accounts results take their time. */
const TARGET_DAYS = 14;
const TARGET_DAYS_OF_SMALL = 28;
const SMALL = 3;

const DAY_HOURS = 24;

const ofHours =
	({ lasts, change, reports = true }, within, kinds) =>
	({ uniform }) => {
		const day = FIRST_DAY - 1 + Math.floor(DAYS_TO_PICK * uniform());
		const hour = FROM_HOUR.first + Math.floor((FROM_HOUR.last - FROM_HOUR.first + 1) * uniform());
		const fromHour = DAY_HOURS * day + hour;
		return { fromHour, untilHour: lasts(fromHour), change, reports, within, kinds };
	};

const toDayEnd = (hour) => DAY_HOURS * (Math.floor(hour / DAY_HOURS) + 1);

const ofMonth = (demand, kind) => () => ({
	fromHour: DAY_HOURS * (WRONG_FROM_DAY - 1),
	untilHour: DAY_HOURS * (TOLD_BY_DAY - 1),
	change: { demand },
	within: { hours: DAY_HOURS * (TOLD_BY_DAY - WRONG_FROM_DAY) },
	kinds: [kind],
});

/**
 * Incidents: each draws from when to when (hours of the month), what changes, the kinds of alerts that say it, and `within` what it must be told: hours, or
 * usual days of spend that are missing or too much.
 */
export const INCIDENTS = {
	'nothing is spent any more': ofHours(
		{ lasts: (hour) => toDayEnd(hour) + DAY_HOURS, change: { demand: 0 } },
		{ usualDays: 1 / 3 },
		['no-delivery', 'underdelivery', 'stale-data'],
	),
	'the largest campaign disappears': ofHours(
		{ lasts: (hour) => hour + 2 * DAY_HOURS, change: { stopped: CAMPAIGN_IDS.slice(0, 1) } },
		{ hours: DAY_HOURS },
		['no-delivery', 'underdelivery'],
	),
	'reports stop': ofHours({ lasts: toDayEnd, change: {}, reports: false }, { hours: 6 }, ['stale-data']),
	'a day brings 40% of its spend': ({ uniform }) => {
		const fromHour = DAY_HOURS * (FIRST_DAY - 1 + Math.floor(DAYS_TO_PICK * uniform()));
		return {
			fromHour,
			untilHour: fromHour + DAY_HOURS,
			change: { demand: 0.4 },
			within: { hours: DAY_HOURS },
			kinds: ['underdelivery', 'no-delivery'],
		};
	},
	'spend triples': ofHours({ lasts: toDayEnd, change: { demand: 3 } }, { usualDays: 1 / 3 }, [
		'exhaustion',
		'spend-anomaly',
	]),
	'a month spends 30% more': ofMonth(1.3, 'month-over'),
	'a month spends 30% less': ofMonth(0.7, 'month-under'),
	'the CPA doubles': (_, conversionsPerDay) => {
		const days = conversionsPerDay > SMALL ? TARGET_DAYS : TARGET_DAYS_OF_SMALL;
		return {
			fromHour: 0,
			untilHour: DAY_HOURS * days,
			change: { rate: 0.5 },
			within: { hours: DAY_HOURS * days },
			kinds: ['kpi'],
		};
	},
};
