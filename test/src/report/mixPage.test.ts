import { channelMix, channelMixPage } from '../../../src/index';
import { mixWorld } from '../../support/mixWorld';

describe('the page of a mix', () => {
	const { rows, channels } = mixWorld(3, { weeks: 56, channels: 8 });
	const [first, ...others] = channels.map(({ name }) => name);
	const hostile = '<b>tv</b> & "radio"';
	const named = rows.map(({ [first!]: amount, ...row }) => ({ ...row, [hostile]: amount! }));
	const mix = channelMix(named, {
		...{ date: 'week', result: 'revenue', currency: 'EUR', context: ['competitor'] },
		spend: [hostile, ...others],
		bounds: Object.fromEntries([hostile, ...others].map((name) => [name, { min: 0, max: 5000 }])),
		budget: 50_000,
	});
	const { html } = channelMixPage(mix);

	test('has a picture of each channel with its numbers in a table behind it', () => {
		expect(html.match(/<figure>/g)).toHaveLength(8 + 3);
		expect(html.match(/<svg /g)).toHaveLength(8 + 3);
		expect(html.match(/<details>/g)).toHaveLength(8 + 3);
		expect(html.match(/role="img" aria-label="[^"]+"/g)).toHaveLength(8 + 3);
	});

	test('draws numbers only', () => {
		expect(html).not.toMatch(/NaN|undefined|Infinity|null/);
	});

	test('keeps names text', () => {
		expect(html).not.toContain('<b>tv</b>');
		expect(html).toContain('&#60;b&#62;tv&#60;/b&#62; &#38; &#34;radio&#34;');
	});

	test('says what cannot be spent, what stands in the way and what is assumed', () => {
		expect(html.includes('The maxima leave no room for €10,000.00')).toBe(true);
		for (const { message } of [...mix.warnings, ...mix.assumptions]) expect(html.includes(message)).toBe(true);
		expect(mix.warnings.map(({ code }) => code)).toContain('many-channels');
	});

	test('gives six channels a colour of their own and the others one together', () => {
		expect(html).toContain('2 others');
		expect(html).toContain('class="series6"');
		expect(html).not.toContain('class="series7"');
	});
});
