import { rememberState, stateOf } from '../../nodes/shared/recentStates';
import { createState, updateDefinition } from '../../src/index';

const definition = { budgetId: 'shop', currency: 'EUR', timeZone: 'UTC', dailyAmount: '100.00' };
const state = createState(definition);
const later = updateDefinition(state, { ...definition, dailyAmount: '120.00' });

test('a state that was written is not read again', () => {
	rememberState('shop', JSON.stringify(state), state);
	expect(stateOf('shop', JSON.stringify(state))).toBe(state);
});

test('a state that was read is not read again', () => {
	const read = stateOf('other', JSON.stringify(state));
	expect(read).toEqual(state);
	expect(stateOf('other', JSON.stringify(state))).toBe(read);
});

test('another text is read, whether it is newer or older than the one that is kept', () => {
	rememberState('shop', JSON.stringify(state), state);
	expect(stateOf('shop', JSON.stringify(later))).toEqual(later);
	expect(stateOf('shop', JSON.stringify(state))).toEqual(state);
});

test('a damaged text is refused, and what was kept before is still right', () => {
	rememberState('shop', JSON.stringify(state), state);
	expect(() => stateOf('shop', '{"version":3')).toThrow('The pacing state is damaged');
	expect(stateOf('shop', JSON.stringify(state))).toBe(state);
});
