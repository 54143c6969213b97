// What each channel brings, from a sheet of your own:
// npm run mix -- --rows sheet.csv --result revenue --date DATE --currency EUR --spend tv_S,ooh_S --context competitor_sales_B
// Bounds and budget per period: --min tv_S=1000 --max tv_S=30000 --budget 50000; the present spend is that of the last --recent periods.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

import { readCsv } from './csv.mjs';

const core = createRequire(import.meta.url)('../dist/src/index.js');

/** Columns that hold spend by the names that are usual for it. */
const SPEND_NAME = /_S$|spend|cost/i;

const text = { type: 'string' };
const { values } = parseArgs({
	options: {
		...{ rows: text, result: text, date: text, currency: text, spend: text, context: text, budget: text, recent: text },
		min: { ...text, multiple: true },
		max: { ...text, multiple: true },
	},
});
const missing = ['rows', 'result', 'date', 'currency'].filter((name) => values[name] === undefined);
if (missing.length > 0) {
	console.error(`Give ${missing.map((name) => `--${name}`).join(', ')}: the sheet as CSV or JSON, its columns for the`);
	console.error('whole result and for the first day of each period, and the currency. docs/mix.md tells the rest.');
	process.exit(1);
}

const listOf = (names) => names?.split(',').map((name) => name.trim());

function boundsOf() {
	const bounds = {};
	for (const bound of ['min', 'max']) {
		for (const entry of values[bound] ?? []) {
			const [channel, amount] = entry.split(/=(?=[^=]*$)/);
			bounds[channel] = { ...bounds[channel], [bound]: amount };
		}
	}
	return bounds;
}

/** What draws say is never quite certain. */
const probability = (share) => (share > 0.99 ? 'over 99%' : core.displayPercent(share));

function mix() {
	const file = readFileSync(values.rows, 'utf8');
	const rows = values.rows.endsWith('.json') ? JSON.parse(file) : readCsv(file);
	const named = Object.keys(rows[0] ?? {}).filter((column) => SPEND_NAME.test(column));
	const spend = listOf(values.spend) ?? named;
	if (values.spend === undefined) console.log(`  Taken for spend by their names: ${spend.join(', ') || 'none'}`);
	const found = core.channelMix(rows, {
		...{ date: values.date, result: values.result, currency: values.currency, spend },
		context: listOf(values.context),
		recentPeriods: values.recent === undefined ? undefined : Number(values.recent),
		budget: values.budget,
		bounds: boundsOf(),
	});
	const page = core.channelMixPage(found);
	const number = (value) => String(Number(value.toPrecision(3)));
	const range = ({ low, high }, shown) => `${shown(low)} to ${shown(high)}`;
	const { allocation, channels, holdOut } = found;
	console.log(`  ${found.periods} periods, ${found.from} to ${found.to}\n`);
	console.table(
		channels.map((one, position) => ({
			channel: one.channel,
			[`${found.result} it brought`]: Math.round(one.contribution.mean),
			'80% interval': range(one.contribution, Math.round),
			'per money': number(one.returnOnSpend.mean),
			'next money brings': range(one.marginalReturn, number),
			identified: one.identified,
			present: allocation.channels[position].present,
			proposed: allocation.channels[position].proposed,
		})),
	);
	const gain = range(allocation.gain, Math.round);
	console.log(
		`The proposed split of ${allocation.budget} per period is expected to bring ${Math.round(allocation.gain.mean)} more`,
	);
	console.log(`(${gain}), and more than the present one with ${probability(allocation.probabilityBetter)}.`);
	if (Number(allocation.unspendable) > 0) console.log(`The maxima leave no room for ${allocation.unspendable}.`);
	console.log(`R2 ${number(found.fit.r2)}, NRMSE ${number(found.fit.nrmse)} on all periods.`);
	if (holdOut !== null) {
		const { periods, r2, nrmse, withoutChannels } = holdOut;
		console.log(`The last ${periods}, not seen: R2 ${number(r2)}, NRMSE ${number(nrmse)}; without channels`);
		console.log(`R2 ${number(withoutChannels.r2)}, NRMSE ${number(withoutChannels.nrmse)}.`);
	}
	for (const { channel, notes } of channels) {
		for (const { message } of notes) console.log(`${channel}: ${message}.`);
	}
	for (const { message } of found.warnings) console.log(`Take care: ${message}.`);
	for (const { message } of found.assumptions) console.log(`Assumed: ${message}.`);
	writeFileSync('mix.html', page.html);
	console.log('\nPicture: mix.html');
}

try {
	mix();
} catch (error) {
	console.error(error.name === 'UserError' ? `${error.message}\n${error.description}` : error);
	process.exit(1);
}
