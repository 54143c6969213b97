import { Backtest } from '../../nodes/Backtest/Backtest.node';
import { BacktestSettings } from '../../nodes/Backtest/Backtest.settings';
import { CheckExhaustion } from '../../nodes/CheckExhaustion/CheckExhaustion.node';
import { ExhaustionSettings } from '../../nodes/CheckExhaustion/CheckExhaustion.settings';
import { ConfirmPush } from '../../nodes/ConfirmPush/ConfirmPush.node';
import { ConfirmSettings } from '../../nodes/ConfirmPush/ConfirmPush.settings';
import { IngestPerformance } from '../../nodes/IngestPerformance/IngestPerformance.node';
import { IngestSettings } from '../../nodes/IngestPerformance/IngestPerformance.settings';
import { OptimizeAllocation } from '../../nodes/OptimizeAllocation/OptimizeAllocation.node';
import { OptimizeSettings } from '../../nodes/OptimizeAllocation/OptimizeAllocation.settings';
import { PacingBudget } from '../../nodes/PacingBudget/PacingBudget.node';
import { PacingBudgetSettings } from '../../nodes/PacingBudget/PacingBudget.settings';
import { PreparePush } from '../../nodes/PreparePush/PreparePush.node';
import { PushSettings } from '../../nodes/PreparePush/PreparePush.settings';
import { Reallocate } from '../../nodes/Reallocate/Reallocate.node';
import { ReallocateSettings } from '../../nodes/Reallocate/Reallocate.settings';
import { expectParametersMatch } from '../support/parameterContract';

describe.each`
	node                        | schema                  | outputs
	${new PacingBudget()}       | ${PacingBudgetSettings} | ${1}
	${new IngestPerformance()}  | ${IngestSettings}       | ${2}
	${new OptimizeAllocation()} | ${OptimizeSettings}     | ${1}
	${new CheckExhaustion()}    | ${ExhaustionSettings}   | ${3}
	${new Reallocate()}         | ${ReallocateSettings}   | ${2}
	${new PreparePush()}        | ${PushSettings}         | ${2}
	${new ConfirmPush()}        | ${ConfirmSettings}      | ${2}
	${new Backtest()}           | ${BacktestSettings}     | ${1}
`('$node.description.displayName', ({ node: { description }, schema, outputs }) => {
	test('shows the parameters that its schema reads', () => {
		expectParametersMatch(description.properties, schema);
	});

	test('names its outputs, describes itself, and can be used as a tool', () => {
		expect(description.outputs).toHaveLength(outputs);
		expect(description.outputNames ?? ['']).toHaveLength(outputs);
		expect(description.subtitle).toBeTruthy();
		expect(description.usableAsTool).toBe(true);
	});
});
