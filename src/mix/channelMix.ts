import { UserError } from '../errors';
import { parse } from '../parse';
import { accuracy, fittedResults, holdOut } from './accuracy';
import { channelFindings } from './channelFindings';
import type { ChannelMix } from './channelMixReport';
import { fitMix } from './fitMix';
import { mixAllocation } from './mixAllocation';
import { ASSUMPTIONS, warningsOn } from './mixNotes';
import { MixOptions, type MixOptionsInput } from './mixOptions';
import { mixResponse } from './mixResponse';
import { mixTable } from './mixTable';

const QUARTER_DAYS = 91;

/**
 * What each channel brings, and where its money would bring more, from a sheet with the spend per channel and the whole result.
 *
 *     result_t = base_t + sum over channels of response_c * f_c(adstock_c(spend_c,t)) + noise_t,   response_c >= 0
 *
 * base: level, trend, season of the year, weekdays, context (`baseColumns`). Carry-over and saturation of each channel are averaged over a grid by how
 * well they explain the data, together with responses and noise (`sampleMix`); noise may last (`fitMix`). No attribution is used or needed.
 *
 * The same rows and options give the same answer; the order of rows and channels changes nothing; results are in the unit of the result column.
 *
 * @param rows one for each period, days or weeks, as read from a sheet: numbers, or plain decimal strings
 * @throws UserError for rows or options that cannot be used, naming column and period
 * @see Y. Jin, Y. Wang, Y. Sun, D. Chan, J. Koehler, Bayesian methods for media mix modeling with carryover and shape effects, Google, 2017;
 *      Meta Robyn; Google Meridian
 */
export function channelMix(rows: readonly Readonly<Record<string, unknown>>[], options: MixOptionsInput): ChannelMix {
	const given = parse(MixOptions, options, 'options of the mix');
	const asked = { ...given, spend: [...given.spend].sort(), context: [...given.context].sort() };
	const stranger = Object.keys(asked.bounds).find((name) => !asked.spend.includes(name));
	if (stranger !== undefined) {
		throw new UserError(
			`The bounds are of '${stranger}', which is no channel`,
			`Name one of ${asked.spend.join(', ')}.`,
		);
	}
	const table = mixTable(rows, asked);
	const { dates, stepDays, result, spend } = table;
	const periods = dates.length;
	const recentPeriods = Math.min(periods, asked.recentPeriods ?? Math.max(1, Math.round(QUARTER_DAYS / stepDays)));
	const fit = fitMix(table, periods);
	const cells = asked.spend.map((channel, position) => {
		const amounts = spend[position]!;
		const recent = amounts.slice(-recentPeriods);
		const present = recent.reduce((sum, amount) => sum + amount, 0) / recentPeriods;
		const pattern = present > 0 ? recent : amounts;
		return {
			channel,
			spend: present,
			largest: Math.max(...amounts),
			largestRecent: Math.max(...pattern),
			response: mixResponse(fit, position, pattern),
		};
	});
	const findings = cells.map((cell, position) =>
		channelFindings(cell, position, { fit, table, currency: asked.currency }),
	);
	const allocation = mixAllocation(cells, asked);
	const order = given.spend.map((channel) => asked.spend.indexOf(channel));
	const inOrder = <One>(values: readonly One[]): One[] => order.map((position) => values[position]!);
	const kept = holdOut(table);
	return {
		currency: asked.currency,
		result: asked.result,
		from: dates[0]!,
		to: dates.at(-1)!,
		periods,
		periodDays: stepDays,
		recentPeriods,
		channels: inOrder(findings),
		allocation: { ...allocation, channels: inOrder(allocation.channels) },
		fit: accuracy(result, fittedResults(fit)),
		holdOut: kept,
		decomposition: dates.map((date, period) => ({
			date,
			result: result[period]!,
			base: fit.base[period]!,
			channels: inOrder(fit.contributions.map((series) => series[period]!)),
		})),
		warnings: warningsOn({ table, fit, holdOut: kept }),
		assumptions: ASSUMPTIONS,
	};
}
