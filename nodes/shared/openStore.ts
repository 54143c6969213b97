import type { IExecuteFunctions } from 'n8n-workflow';

import { storeProperties } from './commonProperties';
import { StoreSettings } from './commonSettings';
import { dataTableApiStore } from './dataTableApiStore';
import { dataTableStore } from './dataTableStore';
import { inputItemStore } from './inputItemStore';
import { nodeError } from './nodeError';
import { readSettings } from './readSettings';
import type { StateStore } from './stateStore';

/**
 * The store that the parameters name.
 *
 * @throws NodeOperationError if they name none
 */
export function openStore(context: IExecuteFunctions): StateStore {
	try {
		const { stateStore, options } = readSettings(context, 0, StoreSettings, storeProperties);
		if (stateStore === 'inputItem') return inputItemStore(context.getInputData());
		if (stateStore === 'dataTableApi') return dataTableApiStore(context, options.tableName);
		return dataTableStore(context, options.tableName);
	} catch (error) {
		throw nodeError(context, error as Error, 0);
	}
}
