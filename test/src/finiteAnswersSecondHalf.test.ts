import { expectFiniteAnswers, PATIENCE_MS } from '../support/finiteAnswers';

test(
	'over hostile histories, every answer is finite and every state can be read again: the second half of the cases',
	() => {
		expectFiniteAnswers(1);
	},
	PATIENCE_MS,
);
