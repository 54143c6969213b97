/** The words and numbers on items are those in messages. */
export { displayInstant, displayMoney, displayPercent, displayTime } from '../../src/index';
