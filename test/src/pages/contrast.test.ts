import { budgetReport, overviewOf, overviewPage } from '../../../src/index';
import { NOON, overviewState } from '../../support/overviewStates';

const state = overviewState({ budgetId: 'a' });
const PAGES = {
	report: budgetReport(state, { nowMs: NOON }).html,
	overview: overviewPage([overviewOf(state, { nowMs: NOON })], { nowMs: NOON }).html,
};

/** Relative luminance of a colour such as #fff or #1c2536 (WCAG 2.2). */
function luminance(colour: string): number {
	const digits =
		colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.slice(1).match(/../g)!;
	const [red, green, blue] = digits.map((pair) => {
		const share = parseInt(pair, 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

/** Colours of a page by name: first those of the light setting, then those of the dark one. */
const palettes = (html: string) =>
	[...html.matchAll(/:root\{([^}]*)\}/g)].map(([, rules]) =>
		Object.fromEntries([...rules!.matchAll(/--(\w+):(#\w+)/g)].map(([, name, colour]) => [name!, colour!])),
	);

test('black on white has the contrast that WCAG defines', () => {
	expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
	expect(contrast('#777', '#fff')).toBeCloseTo(4.48, 2);
});

const settings = ['light', 'dark'].map((setting, position) => ({
	setting,
	colours: palettes(PAGES.overview)[position]!,
}));

describe.each(settings)('in the $setting setting', ({ colours }) => {
	test.each`
		colour      | least  | because
		${'ink'}    | ${7}   | ${'text'}
		${'quiet'}  | ${4.5} | ${'small text and labels'}
		${'s4'}     | ${4.5} | ${'the badge of an alert'}
		${'accent'} | ${4.5} | ${'the badge of what waits'}
		${'strong'} | ${4.5} | ${'links; bars'}
		${'s2'}     | ${3}   | ${'the line of the plan'}
		${'s3'}     | ${3}   | ${'the line of what is needed'}
		${'s6'}     | ${3}   | ${'a mark'}
	`('$colour has a contrast of at least $least on page and card: $because', ({ colour, least }) => {
		for (const ground of ['ground', 'card']) {
			expect(contrast(colours[colour as string]!, colours[ground]!)).toBeGreaterThanOrEqual(least as number);
		}
	});
});

/** A colour over another, as `color-mix` makes it of so many percent of the first. */
const mixed = (one: string, other: string, percent: number) =>
	'#' +
	[1, 3, 5]
		.map((at) => [one, other].map((colour) => parseInt(colour.slice(at, at + 2), 16)) as [number, number])
		.map(([a, b]) =>
			Math.round((a * percent + b * (100 - percent)) / 100)
				.toString(16)
				.padStart(2, '0'),
		)
		.join('');

test.each(settings)('in the $setting setting text on every shade can be read', ({ colours }) => {
	const shades = [
		...PAGES.report.matchAll(/\.shade\d\{background:color-mix\(in srgb,var\(--soft\) (\d+)%,transparent\)\}/g),
	];
	expect(shades).toHaveLength(3);
	for (const [, percent] of shades) {
		const shade = mixed(colours['soft']!, colours['card']!, Number(percent));
		expect(contrast(colours['ink']!, shade)).toBeGreaterThanOrEqual(4.5);
	}
});

test('both pages use the same colours, and no text has one that is not named', () => {
	expect(palettes(PAGES.report)).toEqual(palettes(PAGES.overview));
	const rules = PAGES.overview.match(/<style>(.*?)<\/style>/s)![1]!.replace(/:root\{[^}]*\}/g, '');
	expect(rules.match(/(?<![\w-])color:(?!var\(|inherit)/g)).toBeNull();
});

test.each`
	mark         | edge        | because
	${'planned'} | ${'strong'} | ${'a bar of the plan is pale beside one of delivery'}
	${'band'}    | ${'accent'} | ${'an interval is paler than its middle'}
	${'out'}     | ${'s4'}     | ${'hours without budget are shaded lightly'}
`('$mark has an edge in $edge, which can be seen: $because', ({ mark, edge }) => {
	expect(PAGES.report).toMatch(new RegExp(`\\.${mark as string}\\{[^}]*stroke:var\\(--${edge as string}\\)`));
});

describe.each(Object.entries(PAGES))('the %s', (_name, html) => {
	test('names its language, its title, and each chart', () => {
		expect(html).toMatch(/<html lang="en">.*<title>[^<]+<\/title>/s);
		for (const chart of html.match(/<svg [^>]*>/g)!) expect(chart).toMatch(/role="img" aria-label="[^"]+"/);
	});

	test('skips no level of heading', () => {
		const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
		expect(levels[0]).toBe(1);
		levels.slice(1).forEach((level, position) => expect(level - levels[position]!).toBeLessThanOrEqual(1));
	});

	test('every table has headers of columns and rows', () => {
		for (const table of html.match(/<table>.*?<\/table>/gs)!) {
			expect(table).toMatch(/<th scope="col">/);
			expect(table).toMatch(/<th scope="row">/);
		}
	});

	test('every ID is there once, and nothing takes the focus out of order', () => {
		const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(html).not.toMatch(/tabindex="[1-9]/);
	});

	test('what is hidden in a picture is in print: closed tables are shown', () => {
		expect(html).toMatch(/@media print\{[^@]*::details-content\{content-visibility:visible/);
	});
});
