/** Reports come in pages of 50 or `rows` rows, so that a reader of one page misses the rest. */
export default {
	on: 'pageSize',
	answer: (_, { rows = 50 }) => rows,
};
