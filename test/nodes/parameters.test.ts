import { Backtest } from '../../nodes/Backtest/Backtest.node';
import { CheckExhaustion } from '../../nodes/CheckExhaustion/CheckExhaustion.node';
import { IngestPerformance } from '../../nodes/IngestPerformance/IngestPerformance.node';
import { OptimizeAllocation } from '../../nodes/OptimizeAllocation/OptimizeAllocation.node';
import { PacingBudget } from '../../nodes/PacingBudget/PacingBudget.node';
import { PreparePush } from '../../nodes/PreparePush/PreparePush.node';
import { Reallocate } from '../../nodes/Reallocate/Reallocate.node';
import {
	BacktestSettings,
	ExhaustionSettings,
	IngestSettings,
	OptimizeSettings,
	PacingBudgetSettings,
	PushSettings,
	ReallocateSettings,
} from '../../src/index';
import { expectParametersMatch } from '../support/parameterContract';

describe.each`
	node                        | schema                  | outputs
	${new PacingBudget()}       | ${PacingBudgetSettings} | ${1}
	${new IngestPerformance()}  | ${IngestSettings}       | ${2}
	${new OptimizeAllocation()} | ${OptimizeSettings}     | ${1}
	${new CheckExhaustion()}    | ${ExhaustionSettings}   | ${3}
	${new Reallocate()}         | ${ReallocateSettings}   | ${2}
	${new PreparePush()}        | ${PushSettings}         | ${2}
	${new Backtest()}           | ${BacktestSettings}     | ${1}
`('$node.description.displayName', ({ node: { description }, schema, outputs }) => {
	test('shows the parameters that its schema reads', () => {
		expectParametersMatch(description.properties, schema);
	});

	test('names its outputs, says what it does, and serves as a tool', () => {
		expect(description.outputs).toHaveLength(outputs);
		expect(description.outputNames ?? ['']).toHaveLength(outputs);
		expect(description.subtitle).toBeTruthy();
		expect(description.usableAsTool).toBe(true);
	});
});
