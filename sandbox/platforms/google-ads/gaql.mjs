// The Google Ads Query Language: SELECT fields FROM resource WHERE condition AND ... ORDER BY ... LIMIT n.
// Source: https://developers.google.com/google-ads/api/docs/query/grammar
import { AdsError } from './errors.mjs';

const TOKEN =
	/\s*(?:([A-Za-z_][\w.]*)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|(!=|<=|>=|[=<>(),])|(\S))/y;

const fault = (code, message) => new AdsError('query_error', code, message, ['query']);

function tokensOf(text) {
	const tokens = [];
	TOKEN.lastIndex = 0;
	for (let match; TOKEN.lastIndex < text.length && (match = TOKEN.exec(text)) !== null; ) {
		const [, word, string, number, symbol, other] = match;
		if (other === "'" || other === '"')
			throw fault('STRING_NOT_TERMINATED', 'Error in query: string is not terminated.');
		if (other !== undefined) throw fault('UNEXPECTED_INPUT', `Error in query: unexpected input ${other}.`);
		if (word !== undefined) tokens.push({ kind: 'word', text: word });
		else if (string !== undefined) tokens.push({ kind: 'value', text: string.slice(1, -1).replace(/\\(.)/g, '$1') });
		else if (number !== undefined) tokens.push({ kind: 'value', text: number, isNumber: true });
		else tokens.push({ kind: 'symbol', text: symbol });
		if (text.slice(TOKEN.lastIndex).trim() === '') break;
	}
	return tokens;
}

/**
 * @typedef {{ field: string, operator: string, values: string[] }} Condition
 * @typedef {{ select: string[], from: string, where: Condition[], orderBy: { field: string, descending: boolean }[], limit: number | null }} Query
 */

/**
 * Reads a query; names are not checked here.
 *
 * @param {string} text
 * @returns {Query}
 * @throws AdsError with Google's code
 */
export function parseQuery(text) {
	const tokens = tokensOf(text);
	let at = 0;
	const peek = () => tokens[at];
	const isWord = (word) => peek()?.kind === 'word' && peek().text.toUpperCase() === word;
	const take = (word) => isWord(word) && ++at > 0;
	const takeSymbol = (symbol) => peek()?.kind === 'symbol' && peek().text === symbol && ++at > 0;
	const end = () => fault('UNEXPECTED_END_OF_QUERY', 'Error in query: unexpected end of query.');
	const expect = (word, code) => {
		if (!take(word)) throw fault(code, `Error in query: expected ${word}.`);
	};
	const name = () => {
		const token = tokens[at++];
		if (token === undefined) throw end();
		if (token.kind !== 'word') throw fault('BAD_FIELD_NAME', `Error in query: ${token.text} is not a field name.`);
		return token.text;
	};
	const value = () => {
		const token = tokens[at++];
		if (token === undefined) throw end();
		if (token.kind === 'symbol') throw fault('BAD_VALUE', `Error in query: unexpected input ${token.text}.`);
		return token.text;
	};
	const names = () => {
		const list = [name()];
		while (takeSymbol(',')) list.push(name());
		return list;
	};
	const condition = () => {
		const field = name();
		if (take('IS')) {
			const operator = take('NOT') ? 'IS NOT NULL' : 'IS NULL';
			expect('NULL', 'BAD_OPERATOR');
			return { field, operator, values: [] };
		}
		const negated = take('NOT');
		if (take('IN')) {
			if (!takeSymbol('(')) throw fault('EXPECTED_LIST', 'Error in query: expected a list.');
			if (takeSymbol(')'))
				throw fault('PROHIBITED_EMPTY_LIST_IN_CONDITION', 'Error in query: a list must not be empty.');
			const values = [value()];
			while (takeSymbol(',')) values.push(value());
			if (!takeSymbol(')')) throw fault('EXPECTED_LIST', 'Error in query: expected the end of a list.');
			return { field, operator: negated ? 'NOT IN' : 'IN', values };
		}
		if (take('LIKE')) return { field, operator: negated ? 'NOT LIKE' : 'LIKE', values: [value()] };
		if (!negated && take('DURING')) return { field, operator: 'DURING', values: [name().toUpperCase()] };
		if (!negated && take('BETWEEN')) {
			const from = value();
			expect('AND', 'EXPECTED_AND');
			return { field, operator: 'BETWEEN', values: [from, value()] };
		}
		const token = tokens[at++];
		if (token === undefined) throw end();
		if (negated || token.kind !== 'symbol' || !/^(?:=|!=|<|>|<=|>=)$/.test(token.text)) {
			throw fault('BAD_OPERATOR', `Error in query: ${token.text} is not an operator.`);
		}
		return { field, operator: token.text, values: [value()] };
	};

	expect('SELECT', 'EXPECTED_SELECT');
	const select = names();
	expect('FROM', 'EXPECTED_FROM');
	const from = name();
	const where = [];
	if (take('WHERE')) {
		do where.push(condition());
		while (take('AND'));
	}
	const orderBy = [];
	if (take('ORDER')) {
		expect('BY', 'EXPECTED_BY');
		do {
			const field = name();
			orderBy.push({ field, descending: take('DESC') || (take('ASC') && false) });
		} while (takeSymbol(','));
	}
	let limit = null;
	if (take('LIMIT')) {
		limit = Number(value());
		if (!Number.isInteger(limit) || limit < 1)
			throw fault('BAD_LIMIT_VALUE', 'Error in query: LIMIT must be a positive number.');
	}
	if (take('PARAMETERS')) {
		do {
			name();
			if (!takeSymbol('=')) throw fault('BAD_PARAMETER_VALUE', 'Error in query: expected = after a parameter.');
			value();
		} while (takeSymbol(','));
	}
	if (at < tokens.length) throw fault('UNEXPECTED_INPUT', `Error in query: unexpected input ${tokens[at].text}.`);
	return { select, from, where, orderBy, limit };
}
