/** A delivered window as the core reads it. Money in micros; null is not reported. */
export interface DeliveredHour {
	readonly campaignId: string;
	readonly startMs: number;
	readonly endMs: number;
	readonly spend: number;
	readonly clicks: number | null;
	readonly conversions: number | null;
	readonly revenue: number | null;
	readonly impressions: number | null;
	readonly multiplier: number | null;
	/** Whether the multiplier was the one planned for the window, set in advance. */
	readonly steered: boolean;
	/** Whether the hour spent all that its plan allowed: it might have spent more. */
	readonly capped: boolean;
	/** Whether its figures may still be coming in: it was read sooner after its end than its platform needs. */
	readonly preliminary: boolean;
	/** Whether its figures are its part of a longer stretch by time: nobody measured the hour. */
	readonly divided: boolean;
	/** Whether its conversions and revenue are those of a second source. */
	readonly secondSource: boolean;
	/** What one unit of its account's currency was worth when its money was converted; null where it was not. */
	readonly exchangeRate: number | null;
	/** The instant of a report that came before the window's end: only the time until then is covered. */
	readonly asOfMs: number | null;
}

/** Whether a window's figures are all there and its own, so that something can be learned from them. */
export const isMeasured = ({
	asOfMs,
	preliminary,
	divided,
}: Pick<DeliveredHour, 'asOfMs' | 'preliminary' | 'divided'>): boolean => asOfMs === null && !preliminary && !divided;

/** The instant up to which a window's figures are known. */
export const coveredUntilMs = ({ endMs, asOfMs }: DeliveredHour): number => asOfMs ?? endMs;

/** Tells an hour of a campaign from any other. */
export const keyOf = ({ startMs, campaignId }: DeliveredHour): string => `${startMs} ${campaignId}`;
