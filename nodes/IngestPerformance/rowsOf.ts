import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { UserError } from '../../src/index';
import { withoutState } from '../shared/inputItemStore';

/**
 * The report rows of items.
 *
 * @throws UserError for an item with a file and no fields, which would pass for a report without rows
 */
export function rowsOf(items: readonly INodeExecutionData[]): readonly IDataObject[] {
	return items.map(({ json, binary = {} }) => {
		const row = withoutState(json);
		const [file] = Object.values(binary);
		if (file === undefined || Object.keys(row).length > 0) return row;
		throw new UserError(
			`The report is a file that was not extracted${file.fileName === undefined ? '' : `: ${file.fileName.slice(0, 100)}`}`,
			"Put the node 'Extract from File' before Ingest Performance: it reads rows, not files.",
		);
	});
}
