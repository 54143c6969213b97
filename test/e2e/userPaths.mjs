import assert from 'node:assert/strict';

import { pacingNode, pinnedWorkflow, storedWorkflow } from './pinnedWorkflow.mjs';
import { germanRows } from './reportCases.mjs';

/** Clicks, double clicks, keys and fields until a new user sees an alert and the report of a day; README.md says so. */
const ALERT_ACTS = 5;

/** The same from a German sheet to the first plan, besides choosing the credentials of Google and Slack; docs/guide/workflows.md says so. */
const SHEET_ACTS = 9;

/**
 * From an empty n8n to a fired alert and a report.
 *
 * @param picture takes a picture of the canvas, by name
 * @returns in words what was done
 */
export async function firstAlert(editor, picture) {
	const path = await begin(editor);
	await editor.pasteWorkflow(storedWorkflow('try-it.json'));
	await editor.execute('Report File');
	await editor.fit();
	await picture('n8n-try-it');
	await editor.openNode('Slack Card');
	const card = await editor.output();
	assert.match(card, /Today's budget will run out at about/);
	await editor.closePanel();
	await editor.openNode('Report File');
	assert.match(await editor.file(), /\.html/);
	return [path.done(ALERT_ACTS), card.slice(0, 160)];
}

/**
 * From an hourly German sheet to the first paced day. Its rows are pinned where the example reads Google Sheets, since nobody is signed in to Google here.
 *
 * @returns in words what was done
 */
export async function firstPacedDay(editor) {
	const { workflow } = pinnedWorkflow('hourly-from-sheet.json', germanRows(lastFullHour('Europe/Berlin'), 28 * 24));
	const path = await begin(editor);
	await editor.pasteWorkflow(workflow);
	await editor.openNode('Settings');
	await editor.setField('sheetUrl', 'https://docs.google.com/spreadsheets/d/1a2B3c');
	await editor.setField('budgetId', 'meine-marke');
	await editor.setField('name', 'Meine Marke');
	await editor.setField('monthlyAmount', '60000');
	await editor.closePanel();
	await editor.execute(pacingNode(workflow, 'checkExhaustion').name);
	await editor.openNode(pacingNode(workflow, 'optimizeAllocation').name);
	assert.match(await editor.output(), /"dayAmount":[1-9]/);
	return path.done(SHEET_ACTS);
}

/** The beginning of this hour on the clock of a time zone, as if that were in UTC. */
function lastFullHour(timeZone) {
	const now = new Date().toLocaleString('sv-SE', { timeZone });
	return Date.parse(`${now.slice(0, 13).replace(' ', 'T')}:00Z`);
}

/** A path through the editor, by the clock and by what is done on it, from an empty workflow on. */
async function begin(editor) {
	await editor.newWorkflow();
	const before = editor.acts.length;
	const startMs = Date.now();
	return {
		done(expected) {
			const acts = editor.acts.slice(before);
			assert.equal(acts.length, expected, acts.join(', '));
			return `${acts.length} acts in ${((Date.now() - startMs) / 1000).toFixed(0)} s: ${acts.join(', ')}`;
		},
	};
}
