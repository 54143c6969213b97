/**
 * Kinds of conversions by the word on the screen, and their action types.
 *
 * @see https://developers.facebook.com/docs/marketing-api/reference/ads-action-stats
 */
const TYPES_OF_KIND = {
	app_installs: ['omni_app_install', 'app_install', 'mobile_app_install'],
	leads: ['omni_lead', 'lead', 'onsite_conversion.lead_grouped', 'offsite_conversion.fb_pixel_lead', 'leadgen_grouped'],
	purchases: [
		'omni_purchase',
		'purchase',
		'offsite_conversion.fb_pixel_purchase',
		'app_custom_event.fb_mobile_purchase',
		'onsite_conversion.purchase',
	],
} as const;

export const CONVERSION_KINDS = Object.keys(TYPES_OF_KIND) as (keyof typeof TYPES_OF_KIND)[];

/** An event that conversions are counted of, such as a purchase. */
export interface ConversionEvent {
	/** Its action types: each group includes the ones after it, and the types of one group exclude each other. */
	readonly groups: readonly (readonly string[])[];
	/** Whether it happens on Meta only, so that Meta reports it by the hour. */
	readonly isOnMeta: boolean;
}

/**
 * The events that action types are about. Meta counts one purchase under several types (`omni_purchase`, `purchase`, the pixel's), so types of
 * the same event form groups, of which only the most comprehensive one counts.
 *
 * @param actions action types, or kinds of conversions
 */
export function conversionEvents(actions: readonly string[]): ConversionEvent[] {
	const types = new Set(actions.flatMap((action) => (isKind(action) ? TYPES_OF_KIND[action] : [action])));
	const events = new Map<string, string[][]>();
	for (const type of types) {
		const { event, group } = eventOf(type);
		const groups = events.get(event) ?? [[], [], [], []];
		groups[group]!.push(type);
		events.set(event, groups);
	}
	return [...events.values()].map((groups) => ({
		groups: groups.filter((group) => group.length > 0),
		isOnMeta: groups.flat().every((type) => ON_META.test(type)),
	}));
}

const isKind = (action: string): action is keyof typeof TYPES_OF_KIND => Object.hasOwn(TYPES_OF_KIND, action);

/** Types of which Meta learns by itself, without a pixel or an app. */
const ON_META = /^(?:onsite_conversion\.|leadgen|link_click$)/;

/** Types of which one event is made up: the place where it happened, then its name. */
const PART =
	/^(?:offsite_conversion\.fb_pixel_|app_custom_event\.fb_mobile_|onsite_conversion\.|mobile_)(.+?)(?:_grouped)?$/;

/** The event of an action type, and the group it belongs to: all channels, its plain name, one channel, an old name. */
function eventOf(type: string): { readonly event: string; readonly group: 0 | 1 | 2 | 3 } {
	if (/^leadgen(?:_grouped|\.other)$/.test(type)) return { event: 'lead', group: 3 };
	if (type.startsWith('omni_')) return { event: type.slice('omni_'.length), group: 0 };
	const part = PART.exec(type)?.[1];
	return part === undefined ? { event: type, group: 1 } : { event: part, group: 2 };
}
