// Derives the small traffic profile that the sample rows are made from: the mean share of each hour of the week over 114 regions,
// and the mean click price of each hour of the day on an ad exchange. Run by hand: node demo/deriveProfile.mjs <folder of the data>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const table = (name) =>
	readFileSync(join(folder, name), 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split(','));

const traffic = new Array(168).fill(0);
for (const [, weekday, hour, share] of table('avito_bat_traffic_share.csv'))
	traffic[(weekday - 1) * 24 + Number(hour)] += Number(share);
const whole = traffic.reduce((sum, share) => sum + share, 0);

const prices = Array.from({ length: 24 }, () => []);
for (const [timestamp, exchange, cpc] of table('nab_ad_exchange_hourly.csv')) {
	if (exchange === 'exchange-2') prices[Number(timestamp.slice(11, 13))].push(Number(cpc));
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
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
