import type { AlertMessage } from './alertMessage';
import { type Mail, paragraphs } from './mail';

/** An alert as a mail: the headline as subject; action, reasons, figures and data status as text. */
export function alertMail({ name, alert, headline, facts, action, reasons, context }: AlertMessage): Mail {
	const mark = alert.state === 'resolved' ? '' : `[${alert.severity}] `;
	return {
		subject: `${mark}${name}: ${headline}`,
		text: paragraphs(
			[`${name}: ${headline}`],
			[...(action === null ? [] : [action]), ...reasons],
			facts.map(({ label, value }) => `${label}: ${value}`),
			context,
		),
	};
}
