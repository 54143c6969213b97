import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { barChart } from './barChart.mjs';
import { markdownTable } from './markdownTable.mjs';

const folder = new URL('results/', import.meta.url);

const SEEDS = {
	quick: 'Tuning seeds: for orientation only.',
	full: 'Seeds that nothing was tuned on.',
};

/** A measured table as Markdown, with its title and note. */
export const tableText = ({ title, note, rows }) => `## ${title}\n\n${note}\n\n${markdownTable(rows)}`;

/**
 * Keeps what a section measured beside what the others did before: as JSON, as Markdown, and bars and other pictures as SVG.
 *
 * @param kind    'quick' or 'full'
 * @param measured `{ commit, node, minutes, tables }`
 */
export function keepResults(kind, section, measured) {
	mkdirSync(folder, { recursive: true });
	const file = new URL(`${kind}.json`, folder);
	const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
	const pictures = measured.tables.flatMap(({ svg }) => (svg === undefined ? [] : [svg]));
	for (const svg of pictures) writeFileSync(new URL(`${kind}-${section}.svg`, folder), svg);
	const tables = measured.tables.map(({ svg: _, ...table }) => table);
	const results = { ...known, [section]: { ...measured, tables } };
	writeFileSync(file, `${JSON.stringify(results, null, '\t')}\n`);
	const parts = Object.entries(results).flatMap(([name, { commit, node, minutes, tables }]) => [
		...tables.map(tableText),
		`<sub>${name}: commit ${commit}, Node ${node}, ${minutes} min</sub>`,
	]);
	writeFileSync(new URL(`${kind}.md`, folder), `${[`# Benchmark, ${kind} run`, SEEDS[kind], ...parts].join('\n\n')}\n`);
	const chart = Object.values(results)
		.flatMap(({ tables }) => tables)
		.find(({ bars }) => bars !== undefined);
	if (chart === undefined) return;
	writeFileSync(new URL(`${kind}.svg`, folder), barChart(`${chart.title}, % of perfect foresight`, chart.bars));
}
