/** The layers of the core, from the ground up: each imports only layers that stand before it, and the files beside them. */
export const LAYERS = [
	'statistics',
	'money',
	'time',
	'format',
	'budget',
	'notes',
	'ledger',
	'reports',
	'allocator',
	'results',
	'demand',
	'campaigns',
	'learning',
	'plan',
	'reallocation',
	'forecast',
	'alerts',
	'status',
	'backtest',
	'levers',
	'records',
	'guards',
	'push',
	'platforms',
	'messages',
	'pages',
	'state',
	'api',
];

/** Files beside the layers that every layer may import; they import no layer. */
export const GROUND = ['errors.ts', 'groupBy.ts', 'parse.ts', 'recentlyUsed.ts', 'rememberLast.ts'];
