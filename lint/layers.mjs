/** The layers of the core: what each may import besides itself and the files beside the layers. */
export const LAYERS = {
	money: [],
	time: [],
	budget: ['money', 'time'],
	delivery: ['money', 'time', 'budget'],
	pattern: ['money', 'time', 'budget', 'delivery'],
	response: ['money', 'time', 'budget', 'delivery'],
	portfolio: ['money', 'time', 'budget', 'delivery', 'pattern', 'response'],
	mix: ['money', 'time', 'budget', 'delivery', 'pattern', 'response', 'portfolio'],
	plan: ['money', 'time', 'budget', 'delivery', 'pattern', 'response', 'portfolio'],
	pacing: ['money', 'time', 'budget', 'delivery', 'pattern', 'response', 'portfolio', 'plan'],
	messages: ['money', 'time', 'budget', 'delivery', 'pattern', 'response', 'portfolio', 'plan', 'pacing'],
	report: [
		'money',
		'time',
		'budget',
		'delivery',
		'pattern',
		'response',
		'portfolio',
		'plan',
		'pacing',
		'messages',
		'backtest',
		'mix',
	],
	backtest: ['money', 'time', 'budget', 'delivery', 'pattern', 'response', 'portfolio', 'plan'],
	push: ['money', 'time', 'budget', 'delivery', 'pattern', 'response', 'portfolio', 'plan'],
	state: ['money', 'time', 'budget', 'delivery', 'pattern', 'response', 'portfolio', 'plan', 'pacing', 'push'],
	settings: ['budget', 'delivery', 'push'],
};

/** Files beside the layers that every layer may import; they import no layer. */
export const GROUND = ['errors.ts', 'interval.ts', 'parse.ts'];
