import { expectFiniteAnswers, PATIENCE_MS } from '../support/finiteAnswers';

test(
	'over hostile histories, every answer is finite and every state can be read again: the first half of the cases',
	() => {
		expectFiniteAnswers(0);
	},
	PATIENCE_MS,
);
