// campaignCriteria:mutate: windows of ad schedules and their bid modifiers.
import { AdsError } from './errors.mjs';
import { messageType } from './messages.mjs';
import { idsOf, notFound } from './resourceNames.mjs';
import { criterionName, MINUTES, WEEKDAYS } from './rows.mjs';
import { assertNoMask, updatedFields } from './updates.mjs';

const TYPE = messageType('resources.CampaignCriterion');

/** Source: AD_SCHEDULE_EXCEEDED_INTERVALS_PER_DAY_LIMIT; https://developers.google.com/google-ads/api/reference/rpc/v26/AdScheduleInfo */
const WINDOWS_PER_DAY = 6;

/** Source: resources/campaign_criterion.proto, bid_modifier. */
const [LOWEST_MODIFIER, HIGHEST_MODIFIER] = [0.1, 10];

/** Other kinds of criteria, which the sandbox does not have. */
const OTHER_KINDS = TYPE.oneofs.criterion.oneof.filter((name) => name !== 'ad_schedule');

/**
 * A reader of operations that sees the changes of earlier ones of the same request, once they are accepted.
 *
 * @returns a function that checks an operation: what it changes, and how
 */
export function criterionOperations(account) {
	/** Windows by campaign after the operations so far. */
	const schedules = new Map();
	const scheduleOf = (campaignId) =>
		schedules.get(campaignId) ?? account.campaigns.find(({ id }) => id === campaignId)?.schedule;
	/** Campaigns whose schedule the account does not have yet; each is set once. */
	const pending = new Set();
	const changed = (resourceName, campaignId, schedule) => ({
		resourceName,
		object: `campaign/${campaignId}`,
		accept: () => {
			schedules.set(campaignId, schedule);
			pending.add(campaignId);
		},
		apply: () => {
			if (pending.delete(campaignId)) account.setSchedule(campaignId, schedules.get(campaignId), 'api');
		},
	});
	const existing = (name, location) => {
		const [campaignId, id] = idsOf(name, 'campaignCriteria', account, location);
		const schedule = scheduleOf(campaignId);
		if (schedule?.some((window) => String(window.id) === id) !== true) throw notFound(location, name);
		return { campaignId, id, schedule };
	};
	return (operation) => {
		if (operation.remove !== undefined) {
			assertNoMask(operation);
			const { campaignId, id, schedule } = existing(operation.remove, ['remove']);
			return changed(
				operation.remove,
				campaignId,
				schedule.filter((window) => String(window.id) !== id),
			);
		}
		if (operation.update !== undefined) {
			const { resource_name: name } = operation.update;
			const { campaignId, id, schedule } = existing(name, ['update', 'resource_name']);
			const [{ value, location }] = updatedFields(operation, TYPE, ['bid_modifier']);
			assertModifier(value, location);
			return changed(
				name,
				campaignId,
				schedule.map((window) => (String(window.id) === id ? { ...window, modifier: value } : window)),
			);
		}
		assertNoMask(operation);
		const { campaignId, window } = readWindow(account, operation.create);
		const schedule = scheduleOf(campaignId);
		if (schedule === undefined) throw notFound(['create', 'campaign'], operation.create.campaign);
		assertFits(window, schedule);
		return changed(criterionName(account, campaignId, window.id), campaignId, [...schedule, window]);
	};
}

function readWindow(account, create) {
	const [campaignId] = idsOf(create.campaign, 'campaigns', account, ['create', 'campaign']);
	const other = OTHER_KINDS.find((kind) => create[kind] !== undefined);
	if (other !== undefined)
		throw new AdsError('criterion_error', 'CANNOT_ADD_CRITERIA_TYPE', 'The sandbox adds ad schedules only.', [
			'create',
			other,
		]);
	const at = ['create', 'ad_schedule'];
	if (create.ad_schedule === undefined)
		throw new AdsError(
			'criterion_error',
			'CONCRETE_TYPE_REQUIRED',
			'Concrete type of criterion is required for CREATE and UPDATE operations.',
			['create'],
		);
	for (const field of ['day_of_week', 'start_hour', 'start_minute', 'end_hour', 'end_minute']) {
		const value = create.ad_schedule[field];
		if (value === undefined || value === 'UNSPECIFIED')
			throw new AdsError('field_error', 'REQUIRED', 'The required field was not present.', [...at, field]);
		if (value === 'UNKNOWN')
			throw new AdsError('request_error', 'INVALID_ENUM_VALUE', 'The enum value is not permitted.', [...at, field]);
	}
	const { day_of_week: day, start_hour: startHour, end_hour: endHour } = create.ad_schedule;
	const minutes = (name) => Number(Object.keys(MINUTES).find((minute) => MINUTES[minute] === name));
	const [startMinute, endMinute] = [minutes(create.ad_schedule.start_minute), minutes(create.ad_schedule.end_minute)];
	const [start, end] = [60 * startHour + startMinute, 60 * endHour + endMinute];
	if (startHour < 0 || startHour > 23 || endHour < 0 || end > 24 * 60 || start >= end) {
		throw new AdsError(
			'criterion_error',
			'AD_SCHEDULE_INVALID_TIME_INTERVAL',
			'Time interval in the AdScheduleInfo is invalid.',
			at,
		);
	}
	if (create.bid_modifier !== undefined) assertModifier(create.bid_modifier, ['create', 'bid_modifier']);
	const weekday = WEEKDAYS.indexOf(day);
	// Assumed: an ID made of the window itself, so that the same window has the same ID.
	const id = `3${weekday}${String(start).padStart(4, '0')}${String(end).padStart(4, '0')}`;
	return {
		campaignId,
		window: { id, weekday, startHour, startMinute, endHour, endMinute, modifier: create.bid_modifier ?? 1 },
	};
}

function assertFits(window, schedule) {
	const fault = (code, message) => new AdsError('criterion_error', code, message, ['create', 'ad_schedule']);
	const sameDay = schedule.filter(({ weekday }) => weekday === window.weekday);
	const start = ({ startHour, startMinute }) => 60 * startHour + startMinute;
	const end = ({ endHour, endMinute }) => 60 * endHour + endMinute;
	if (sameDay.some((other) => start(other) < end(window) && start(window) < end(other))) {
		throw fault('AD_SCHEDULE_TIME_INTERVALS_OVERLAP', 'AdScheduleInfo time intervals cannot overlap.');
	}
	if (sameDay.length >= WINDOWS_PER_DAY) {
		throw fault('AD_SCHEDULE_EXCEEDED_INTERVALS_PER_DAY_LIMIT', 'More than 6 intervals per day.');
	}
}

function assertModifier(value, location) {
	if (value < LOWEST_MODIFIER) throw new AdsError('range_error', 'TOO_LOW', 'Too low.', location);
	if (value > HIGHEST_MODIFIER) throw new AdsError('range_error', 'TOO_HIGH', 'Too high.', location);
}
