/** Where the parameters of a budget's definition are shown. */
export const ofDefinition = { show: { resource: ['budget'], operation: ['createOrUpdate'] } };
