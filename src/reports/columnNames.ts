import type { FieldMap } from './fieldMap';

/** The fields of a table that a column can be recognised as. */
export type ColumnField = Exclude<keyof FieldMap, 'spendUnit' | 'numberFormat' | 'dateFormat' | 'multiplier'>;

/** What a field is called on the screen, and the names of columns that mean it: English, German, French and Spanish, without accents. */
interface ColumnNames {
	readonly label: string;
	readonly names: readonly string[];
	/** Names that count only if no column has one of the others: a campaign is identified by its ID, or else by its name. */
	readonly otherwise?: readonly string[];
}

/**
 * Names as the exports of ad platforms and people's sheets have them. In the order in which columns are listed.
 *
 * Names that mean something else in another export (Time, Results, Value) are left out: a column is named by its user, or it is sure.
 */
export const COLUMN_NAMES: Readonly<Record<ColumnField, ColumnNames>> = {
	date: { label: 'Date', names: ['date', 'day', 'datum', 'tag', 'jour', 'fecha', 'dia'] },
	hour: {
		label: 'Hour',
		names: [
			...['hour', 'hour of day', 'hour of the day', 'stunde', 'stunde des tages', 'uhrzeit', 'tageszeit'],
			...['heure', 'heure de la journee', 'hora', 'hora del dia'],
		],
	},
	start: {
		label: 'Start',
		names: [
			...['start', 'start time', 'timestamp', 'datetime', 'date time', 'date and time', 'beginn', 'zeitstempel'],
			...['datum und uhrzeit', 'debut', 'date et heure', 'horodatage', 'inicio', 'fecha y hora'],
		],
	},
	end: { label: 'End', names: ['end', 'end time', 'ende', 'fin'] },
	spend: {
		label: 'Spend',
		names: [
			...['spend', 'ad spend', 'amount spent', 'cost', 'costs', 'kosten', 'ausgaben', 'werbeausgaben'],
			...['ausgegebener betrag', 'cout', 'couts', 'depense', 'depenses', 'montant depense', 'coste', 'costes', 'costo'],
			...['costos', 'gasto', 'gastos', 'importe gastado', 'inversion'],
		],
	},
	impressions: { label: 'Impressions', names: ['impressions', 'impr', 'impressionen', 'impresiones'] },
	clicks: { label: 'Clicks', names: ['clicks', 'klicks', 'clics'] },
	conversions: {
		label: 'Conversions',
		names: ['conversions', 'conv', 'conversionen', 'konversionen', 'conversiones'],
	},
	revenue: {
		label: 'Revenue',
		names: [
			...['revenue', 'conversion value', 'conversions value', 'conv value', 'umsatz', 'conversion wert', 'conv wert'],
			...["chiffre d'affaires", 'revenu', 'revenus', 'valeur de conversion', 'valeur conv', 'ingresos', 'facturacion'],
			...['valor de conversion', 'valor conv'],
		],
	},
	campaignId: {
		label: 'Campaign',
		names: ['campaign id', 'kampagnen id', 'id de campagne', 'id de la campagne', 'id de campana', 'id de la campana'],
		otherwise: ['campaign', 'campaign name', 'kampagne', 'kampagnenname', 'campagne', 'nom de la campagne', 'campana'],
	},
	currency: {
		label: 'Currency',
		names: ['currency', 'currency code', 'wahrung', 'wahrungscode', 'devise', 'code de devise', 'moneda', 'divisa'],
	},
	timeZone: { label: 'Time Zone', names: ['time zone', 'timezone', 'zeitzone', 'fuseau horaire', 'zona horaria'] },
};
