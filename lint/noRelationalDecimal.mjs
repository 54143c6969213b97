import { ESLintUtils } from '@typescript-eslint/utils';

const OPERATORS = new Set(['<', '>', '<=', '>=', '==', '===', '!=', '!==', '+']);

/** A method that only decimals have. */
const isDecimalType = (type) =>
	type.isUnion() ? type.types.some(isDecimalType) : type.getProperty('toDecimalPlaces') !== undefined;

const isAbsence = (node) =>
	(node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');

/** `new Decimal(10) < new Decimal(9)` is true in JavaScript, and TypeScript accepts it. */
export const noRelationalDecimal = {
	meta: {
		type: 'problem',
		schema: [],
		messages: {
			use: 'Use .lt() .gt() .eq() .plus() on money: `{{ operator }}` takes Decimals as strings or by reference.',
		},
	},
	create(context) {
		const services = ESLintUtils.getParserServices(context);
		const isDecimal = (node) => isDecimalType(services.getTypeAtLocation(node));
		return {
			BinaryExpression(node) {
				const { left, right, operator } = node;
				if (!OPERATORS.has(operator) || isAbsence(left) || isAbsence(right)) return;
				if (isDecimal(left) || isDecimal(right)) context.report({ node, messageId: 'use', data: { operator } });
			},
		};
	},
};
