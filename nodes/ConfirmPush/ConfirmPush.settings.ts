import { z } from '../../src/index';
import { ItemSettings, TellingOptions } from '../shared/commonSettings';

const EMPTY = "must not be empty: map 'Push ID' to the field pushId of the item that left Prepare Push";

/** What Confirm Push lets its user set. */
export const ConfirmSettings = ItemSettings.extend({
	pushId: z.string(EMPTY).trim().min(1, EMPTY).max(500),
	options: TellingOptions.prefault({}),
});
export type ConfirmSettings = Readonly<z.output<typeof ConfirmSettings>>;
