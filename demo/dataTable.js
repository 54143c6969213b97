// n8n's Data Table node over tables in memory, for the operations that the package uses. It behaves like n8n 2.41:
// a name matches the most recently changed table that contains it, filters are per item, and an update returns the changed rows.

const { NodeOperationError } = require('n8n-workflow');

/**
 * @param tables rows by table name; each row has an ID, assigned in order
 * @returns the node's execute function
 */
const dataTableNode = (tables) =>
	async function execute() {
		const rowsOut = [];
		this.getInputData().forEach((_, index) => {
			const parameter = (name, fallback) => this.getNodeParameter(name, index, fallback);
			if (parameter('resource') === 'table') {
				if (parameter('operation') === 'create') createTable(this, tables, parameter('tableName'));
				const listed = [...tables.keys()].map((name) => ({ id: `id of ${name}`, name }));
				rowsOut.push(
					...listed
						.filter(({ name }) => parameter('operation') === 'list' || name === parameter('tableName'))
						.map((json) => ({ json, pairedItem: { item: index } })),
				);
				return;
			}
			const { mode, value } = parameter('dataTableId');
			const name = [...tables.keys()]
				.reverse()
				.find((own) => (mode === 'id' ? `id of ${own}` === value : own.toLowerCase().includes(value.toLowerCase())));
			if (name === undefined)
				throw new NodeOperationError(this.getNode(), `Data table with ${mode} "${value}" not found`);
			const rows = tables.get(name);
			const conditions = parameter('filters.conditions', []);
			const columns = () => {
				const { id, createdAt, updatedAt, ...own } = this.getInputData()[index].json;
				return own;
			};
			const every = parameter('matchType', 'anyCondition') === 'allConditions' || conditions.length === 0;
			const wanted = conditions.map(({ keyName, keyValue }) => [keyName, String(keyValue)]);
			const matches = (row) => wanted[every ? 'every' : 'some'](([name, value]) => String(row[name]) === value);
			for (const row of operations[parameter('operation')](rows, matches, parameter, columns)) {
				rowsOut.push({ json: { ...row }, pairedItem: { item: index } });
			}
		});
		return [rowsOut];
	};

function createTable(context, tables, name) {
	if (tables.has(name))
		throw new NodeOperationError(context.getNode(), `Data table with name '${name}' already exists in this project`);
	tables.set(name, []);
}

const operations = {
	get: (rows, matches, parameter) =>
		rows.filter(matches).slice(0, parameter('returnAll', false) ? undefined : parameter('limit', 50)),
	insert: (rows, _matches, _parameter, columns) => {
		const row = { id: 1 + Math.max(0, ...rows.map(({ id }) => id)), ...columns() };
		rows.push(row);
		return [row];
	},
	update: (rows, matches, _parameter, columns) => rows.filter(matches).map((row) => Object.assign(row, columns())),
	deleteRows: (rows, matches) => {
		const deleted = rows.filter(matches);
		for (const row of deleted) rows.splice(rows.indexOf(row), 1);
		return deleted;
	},
};

const TABLE_PARAMETERS = [
	'resource',
	'operation',
	'tableName',
	'dataTableId',
	'matchType',
	'filters',
	'returnAll',
	'limit',
	'columns',
	'options',
];

module.exports = { dataTableNode, TABLE_PARAMETERS };
