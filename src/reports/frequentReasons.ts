import { formatCount } from '../format/formatNumber';
import { groupBy } from '../groupBy';

/** Number of reasons that are named. */
const MAX_NAMED = 3;

/**
 * The most frequent of many reasons, each with the number of its rows. Reasons that differ in a quoted value or a number only are of one kind,
 * which the first of them represents: "'Cost' is 'abc', not a number (12 rows)".
 */
export function frequentReasons(reasons: readonly string[]): string {
	const kinds = [...groupBy(reasons, kindOf).values()].sort((a, b) => b.length - a.length);
	const named = kinds.slice(0, MAX_NAMED).map((alike) => `${alike[0]!} (${formatCount(alike.length, 'row')})`);
	const others = kinds.slice(MAX_NAMED).flat().length;
	return [...named, ...(others > 0 ? [`other reasons (${formatCount(others, 'row')})`] : [])].join('; ');
}

const kindOf = (reason: string): string => reason.replace(/ is '[^']*'/g, ' is').replace(/\d+/g, '0');
