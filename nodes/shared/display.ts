/** The words and numbers on items are those in messages. */
export { formatInstant, formatMoney, formatPercent, formatTime } from '../../src/index';
