import { budgetIdProperty, storeProperties } from '../shared/commonProperties';

export const checkExhaustionProperties = [budgetIdProperty, ...storeProperties];
