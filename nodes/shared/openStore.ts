import type { IExecuteFunctions } from 'n8n-workflow';

import { storeProperties } from './commonProperties';
import { StoreSettings } from './commonSettings';
import { dataTableApiStore } from './dataTableApiStore';
import { dataTableStore } from './dataTableStore';
import { inputItemStore } from './inputItemStore';
import { nodeError } from './nodeError';
import { postgresStore } from './postgresStore';
import { readSettings } from './readSettings';
import type { StateStore } from './stateStore';

/**
 * The store that the parameters name.
 *
 * @throws NodeOperationError if they name none
 */
export function openStore(context: IExecuteFunctions): StateStore {
	try {
		const { stateStore, postgresCredentialId, options } = readSettings(context, 0, StoreSettings, storeProperties);
		if (stateStore === 'inputItem') return inputItemStore(context.getInputData());
		if (stateStore === 'dataTableApi') return dataTableApiStore(context, options.tableName);
		if (stateStore === 'postgres') return postgresStore(context, { credentialId: postgresCredentialId, ...options });
		return dataTableStore(context, options.tableName);
	} catch (error) {
		throw nodeError(context, error as Error, 0);
	}
}
