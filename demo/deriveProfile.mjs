// Derives the traffic profile behind the sample rows: the mean share of each hour of the week over 114 regions,
// and the mean click price of each hour of the day on an ad exchange. Run by hand: node demo/deriveProfile.mjs <folder of the data>
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { mean, sum } from 'simple-statistics';

import { readRows } from '../scripts/readRows.mjs';

const folder = process.argv[2];
const table = (name) => readRows(join(folder, name));

const traffic = new Array(168).fill(0);
for (const { dow, hour, traffic_share: share } of table('avito_bat_traffic_share.csv'))
	traffic[(dow - 1) * 24 + Number(hour)] += Number(share);
const whole = sum(traffic);

const prices = Array.from({ length: 24 }, () => []);
for (const { timestamp, exchange, cpc } of table('nab_ad_exchange_hourly.csv')) {
	if (exchange === 'exchange-2') prices[Number(timestamp.slice(11, 13))].push(Number(cpc));
}
const average = mean(prices.map(mean));

writeFileSync(
	new URL('sampleProfile.json', import.meta.url),
	`${JSON.stringify(
		{
			credit: [
				'hourOfWeekTraffic: mean over 114 regions of data/traffic_share.csv, avito-tech/bat-autobidding-benchmark, MIT, 2025 avito.tech',
				'hourOfDayPrice: hourly CPC of exchange-2 relative to its mean, realAdExchange of the Numenta Anomaly Benchmark, MIT, Numenta',
			],
			hourOfWeekTraffic: traffic.map((share) => Number((share / whole).toFixed(6))),
			hourOfDayPrice: prices.map((hour) => Number((mean(hour) / average).toFixed(4))),
		},
		null,
		'\t',
	)}\n`,
);
