/** One operation of a request fails; `object`, such as budget/901, says which. */
export default {
	on: 'refusedOperation',
	answer: ({ object }, options) => (options.object === undefined || options.object === object ? 'internal' : null),
};
