import { OWNER } from '../n8nClient.mjs';
import { consoleErrors } from './consoleErrors.mjs';

/** For whatever the editor does: machines may be busy. */
const PATIENCE_MS = 60_000;

/** A panel that slides in is drawn by then. */
const SETTLED_MS = 1_000;

/**
 * n8n's editor in a browser, used as a person uses it: by what is on the screen.
 *
 * @param look 'light' or 'dark'
 */
export async function openEditor(browser, base, look) {
	const page = await browser.newPage({
		viewport: { width: 1280, height: 800 },
		colorScheme: look,
		permissions: ['clipboard-read', 'clipboard-write'],
	});
	page.setDefaultTimeout(PATIENCE_MS);
	const errors = consoleErrors(page);
	const part = (id) => page.locator(`[data-test-id="${id}"]`);
	const onCanvas = (name) => page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	const panel = part('ndv');

	await page.goto(`${base}/signin`);
	await page.fill('input[type="email"]', OWNER.email);
	await page.fill('input[type="password"]', OWNER.password);
	await part('form-submit-button').click();
	await page.waitForURL(({ pathname }) => !pathname.startsWith('/signin'));

	const acts = [];
	/** Does what takes a person one act: a click, a field filled in, a key. */
	const act = async (words, done) => {
		acts.push(words);
		await done();
	};

	const closePanel = async () => {
		await act('close the panel', () => part('ndv-close-button').click());
		await panel.waitFor({ state: 'hidden' });
	};
	const newWorkflow = async () => {
		await page.goto(`${base}/workflow/new`);
		await part('canvas-plus-button').waitFor();
	};
	return {
		errors,
		/** What was done by hand so far, an entry for each click, double click, key and field that was filled in; the imports of files are not in it. */
		acts,
		closePanel,
		newWorkflow,
		/**
		 * Adds a node to the canvas as the search of the node panel finds it, which opens its panel.
		 *
		 * @param action of those that the node panel offers for the node, such as 'Get many budgets'; undefined if it offers none
		 * @returns the labels on the panel
		 */
		async addNode(name, action) {
			const listed = (text) => part('item-iterator-item').filter({ hasText: text }).first();
			await part('node-creator-plus-button').click();
			await part('node-creator-search-bar').fill(name);
			await listed(name).click();
			await listed(action ?? 'Add to workflow').click();
			await panel.locator('[data-test-id="node-parameters"]').waitFor();
			await page.waitForTimeout(SETTLED_MS);
			return await panel.locator('[data-test-id="input-label"]').allTextContents();
		},
		/** Imports a workflow from a file into a new one. */
		async importWorkflow(file, workflow) {
			await newWorkflow();
			const buffer = Buffer.from(JSON.stringify(workflow));
			await part('workflow-import-input').setInputFiles({ name: file, mimeType: 'application/json', buffer });
			for (const { name, type } of workflow.nodes) if (!type.endsWith('.stickyNote')) await onCanvas(name).waitFor();
		},
		/** Copies a workflow and pastes it onto the canvas of an empty one. */
		async pasteWorkflow(workflow) {
			await page.evaluate(async (text) => await navigator.clipboard.writeText(text), JSON.stringify(workflow));
			await page.waitForTimeout(SETTLED_MS);
			await act('paste the workflow', () => page.keyboard.press('ControlOrMeta+v'));
			for (const { name, type } of workflow.nodes) if (!type.endsWith('.stickyNote')) await onCanvas(name).waitFor();
		},
		/** Executes the workflow by the button, and waits until a node shows how it ended. */
		async execute(lastNode) {
			await act('execute the workflow', () => part('execute-workflow-button').click());
			const ended = ['success', 'error'].map((end) =>
				onCanvas(lastNode).locator(`[data-test-id="canvas-node-status-mark-${end}"]`),
			);
			await ended[0].or(ended[1]).waitFor();
		},
		async openNode(name) {
			await act(`open '${name}'`, () => onCanvas(name).dblclick());
			await panel.waitFor();
			await page.waitForTimeout(SETTLED_MS);
		},
		/** Types a value into a field of the open Edit Fields node. */
		async setField(name, value) {
			const names = await panel
				.locator('[data-test-id="assignment-name"] input')
				.evaluateAll((all) => all.map((one) => one.value));
			const field = panel.locator('[data-test-id="assignment-value"]').nth(names.indexOf(name));
			await act(`enter '${name}'`, () => field.locator('input, textarea').first().fill(value));
		},
		/** Switches a setting of the open node over. */
		toggle: async (parameter) =>
			await panel.locator(`[data-test-id="parameter-input-${parameter}"] .el-switch`).click(),
		/** Selects nodes and deactivates them by the key for it. */
		async deactivate(names) {
			const [first, ...others] = names;
			await onCanvas(first).click();
			for (const name of others) await onCanvas(name).click({ modifiers: ['ControlOrMeta'] });
			await page.keyboard.press('d');
			await page.waitForTimeout(SETTLED_MS);
		},
		/** The output of the open node as JSON, in one line. */
		async output() {
			await part('output-panel').locator('[data-test-id="radio-button-json"]').click();
			const tree = part('output-panel').locator('.vjs-tree').first();
			let text = await tree.innerText();
			for (let before = ''; before !== text; ) {
				await page.waitForTimeout(SETTLED_MS);
				[before, text] = [text, await tree.innerText()];
			}
			return text.replaceAll(/\s*\n\s*/g, '');
		},
		/** The file of the open node, as its output offers it. */
		file: async () => (await part('ndv-binary-data_0').innerText()).replaceAll(/\s*\n\s*/g, ' ').trim(),
		/** The error of the open node: its message and what to do. */
		error: async () => ({
			message: (await part('node-error-message').innerText()).trim(),
			description: (await part('node-error-description').innerText()).trim(),
		}),
		/** Opens a data table by its name in the tab of all tables; the texts of its columns and of its cells. */
		async dataTable(name) {
			await page.goto(`${base}/home/datatables`);
			await part('data-table-card').filter({ hasText: name }).first().click();
			await part('data-table-grid').locator('[role="gridcell"]').first().waitFor();
			await page.waitForTimeout(SETTLED_MS);
			return {
				columns: (await part('data-table-column-header-text').allInnerTexts()).map((text) => text.split('\n')[0]),
				cells: (await page.locator('[role="gridcell"]').allTextContents()).map((text) => text.trim()),
			};
		},
		/** The whole workflow on the screen, with nothing over it. */
		async fit() {
			await page.locator('.el-notification__closeBtn').evaluateAll((all) => all.forEach((close) => close.click()));
			await part('zoom-to-fit').click();
			await page.waitForTimeout(SETTLED_MS);
		},
		close: async () => await page.close(),
		screenshot: async (file) => await page.screenshot({ path: file }),
		/** The parameters of the open node. */
		screenshotParameters: async (file) =>
			await panel.locator('[data-test-id="node-parameters"]').screenshot({ path: file }),
	};
}
