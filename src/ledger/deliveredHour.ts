import { campaignKey, type SourcedCampaign } from './source';

/** A delivered window as the core reads it. Amounts in micros; null is not reported. */
export interface DeliveredHour {
	readonly campaignId: string;
	/** Platform and account that reported it; absent if the report named neither. */
	readonly source?: string | undefined;
	readonly startMs: number;
	readonly endMs: number;
	readonly spend: number;
	readonly clicks: number | null;
	readonly conversions: number | null;
	readonly revenue: number | null;
	readonly impressions: number | null;
	readonly multiplier: number | null;
	/** Whether the multiplier was the one planned for the window in advance. */
	readonly steered: boolean;
	/** Whether the hour spent all that its plan allowed: demand may have been higher. */
	readonly capped: boolean;
	/** Whether its figures may still grow: it was read within the reporting lag of its platform. */
	readonly preliminary: boolean;
	/** Whether its figures are its share, by time, of a longer stretch: the hour itself was not measured. */
	readonly divided: boolean;
	/** Whether its conversions and revenue come from a second source. */
	readonly secondSource: boolean;
	/** The rate from its account's currency at which its amounts were converted; null if they were not. */
	readonly exchangeRate: number | null;
	/** The instant of a report before the end of the window: only the time until then is covered. */
	readonly asOfMs: number | null;
}

/** Whether the figures of a window are complete, settled and measured, so that the models may learn from them. */
export const isMeasured = ({
	asOfMs,
	preliminary,
	divided,
}: Pick<DeliveredHour, 'asOfMs' | 'preliminary' | 'divided'>): boolean => asOfMs === null && !preliminary && !divided;

/** The instant up to which a window's figures are known. */
export const coveredUntilMs = ({ endMs, asOfMs }: DeliveredHour): number => asOfMs ?? endMs;

/** Identifies an hour of a campaign of a source. */
export const keyOf = (hour: SourcedCampaign & { readonly startMs: number }): string =>
	hour.source === undefined ? `${hour.startMs} ${hour.campaignId}` : `${hour.startMs}${campaignKey(hour)}`;
