// Derives the small traffic figures that simulated worlds are made from: hour-of-day and weekday factors of 114 regions, the
// spread of the cells around them, and the hourly base profile of AuctionNet.
// Run by hand: node bench/market/deriveTraffic.mjs <folder of the data>
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { mean, sum } from 'simple-statistics';

import { readRows } from '../../scripts/readRows.mjs';

const folder = process.argv[2];
const table = (name) => readRows(join(folder, name));

const fourDigits = (value) => Number(value.toPrecision(4));

/** Degrees of freedom that 24 hours and 7 weekdays leave of 168 cells. */
const FREE_CELLS = 23 * 6;

/**
 * log share = level + hour + weekday, by least squares: with every cell observed once, the means of rows and columns.
 *
 * @param logShares (168)
 */
function additiveFit(logShares) {
	const level = mean(logShares);
	const hours = Array.from(
		{ length: 24 },
		(_, hour) => mean(logShares.filter((_, cell) => cell % 24 === hour)) - level,
	);
	const weekdays = Array.from({ length: 7 }, (_, day) => mean(logShares.slice(24 * day, 24 * day + 24)) - level);
	const residuals = logShares.map((value, cell) => value - level - hours[cell % 24] - weekdays[Math.floor(cell / 24)]);
	return { hours, weekdays, residuals };
}

const regions = new Map();
for (const { region_id: region, dow, hour, traffic_share: share } of table('avito_bat_traffic_share.csv')) {
	if (!regions.has(region)) regions.set(region, new Array(168));
	regions.get(region)[(dow - 1) * 24 + Number(hour)] = Math.log(Number(share));
}
const fits = [...regions.values()].map(additiveFit);
const residualVariance = mean(fits.map(({ residuals }) => sum(residuals.map((each) => each ** 2)) / FREE_CELLS));

const halfHours = table('auctionnet_traffic48.csv').map(({ traffic_num_ratio_base: share }) => Number(share));

const factors = (effects) => effects.map((effect) => fourDigits(Math.exp(effect)));
writeFileSync(
	new URL('traffic.json', import.meta.url),
	`${JSON.stringify(
		{
			credit: [
				'regions, residualSd: additive fit of the log of data/traffic_share.csv, avito-tech/bat-autobidding-benchmark, MIT, 2025 avito.tech',
				'auctionNetHours: base traffic of the simulator configuration of alimama-tech/AuctionNet, half hours added up, Apache-2.0',
			],
			residualSd: fourDigits(Math.sqrt(residualVariance)),
			auctionNetHours: Array.from({ length: 24 }, (_, hour) =>
				fourDigits(halfHours[2 * hour] + halfHours[2 * hour + 1]),
			),
			regions: fits.map(({ hours, weekdays }) => ({ hours: factors(hours), weekdays: factors(weekdays) })),
		},
		null,
		'\t',
	)}\n`,
);
