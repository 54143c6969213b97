import { escapeHtml } from './html';

/** A figure at the top of a page, and its label. */
export interface Card {
	readonly value: string;
	readonly label: string;
}

/** A section of a page; its content is HTML. */
export interface Section {
	readonly heading: string;
	readonly content: string;
}

/** Colours keep a contrast of 4.5 to 1 for text and 3 to 1 for marks or their edges, in light and dark; prints are light. */
const STYLE = `
:root{color-scheme:light;--ground:#fff;--ink:#1c2536;--quiet:#556074;--grid:#e1e6ee;--strong:#2459c4;--soft:#8fabe6;--band:#eab27a;--accent:#a84b0b;--card:#f5f7fb;--s0:#2459c4;--s1:#a84b0b;--s2:#2b7a4b;--s3:#8a3ea8;--s4:#b0285a;--s5:#66701c;--s6:#69748a}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--ground:#12161f;--ink:#e9edf5;--quiet:#a3aec1;--grid:#2c3546;--strong:#8fb0ff;--soft:#5878b8;--band:#8d5a28;--accent:#ffb274;--card:#1a202c;--s0:#8fb0ff;--s1:#ffb274;--s2:#6fcf97;--s3:#d19bea;--s4:#ff8fb3;--s5:#c5d06a;--s6:#a3aec1}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}main{max-width:940px;margin:0 auto;padding:28px 16px 40px}
h1{font-size:26px;line-height:1.2;margin:0 0 4px;overflow-wrap:anywhere}h2{font-size:19px;margin:28px 0 10px}p{margin:0 0 10px;overflow-wrap:anywhere}.lead{color:var(--quiet)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px;margin:18px 0 0;padding:0;list-style:none}.cards li{background:var(--card);border-radius:10px;padding:11px 13px}.cards b{display:block;font-size:20px}.cards span{color:var(--quiet);font-size:14px}
.panel{margin:0 0 18px;background:var(--card);border-radius:12px;padding:14px}figure{margin:0}figure+figure{margin-top:18px}figcaption{font-weight:600}.legend{margin:4px 0 6px;padding:0;list-style:none;color:var(--quiet);font-size:14px;display:flex;flex-wrap:wrap;gap:2px 16px}
.legend i{display:inline-block;width:14px;height:10px;border-radius:2px;margin-right:6px}i.planned{background:var(--soft);border:1px solid var(--strong)}i.delivered{background:var(--strong)}i.band{background:var(--band);border:1px solid var(--accent)}i.line,i.whisker{background:var(--strong);height:3px;vertical-align:middle}i.limit,i.plan,i.needed{border-top:2px dashed var(--quiet);border-radius:0;height:0;vertical-align:middle}i.plan{border-top:3px dotted var(--s2)}i.needed{border-top-color:var(--s3)}i.out{background:var(--s4);opacity:.4}i.now{background:var(--quiet);width:2px;height:14px;vertical-align:middle}i.ours{background:var(--accent);clip-path:polygon(50% 0,100% 100%,0 100%)}i.somebody{background:var(--s4);clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%)}
svg{width:100%;height:auto;display:block}.grid{stroke:var(--grid)}.axis{fill:var(--quiet);font-size:12px}.planned{fill:var(--soft);stroke:var(--strong)}.delivered{fill:var(--strong)}.band{fill:var(--band);stroke:var(--accent)}.middle{fill:none;stroke:var(--accent);stroke-width:2}.line{fill:none;stroke:var(--strong);stroke-width:3;stroke-linejoin:round}
.thin{stroke-width:1.5}.limit{stroke:var(--quiet);stroke-dasharray:6 5;stroke-width:1.5}.whisker{stroke:var(--strong);stroke-width:3;stroke-linecap:round;opacity:.6}.dot{fill:var(--strong)}.plan{fill:none;stroke:var(--s2);stroke-width:3;stroke-dasharray:1 6;stroke-linecap:round}.needed{fill:none;stroke:var(--s3);stroke-width:2;stroke-dasharray:7 4}.now{stroke:var(--quiet);stroke-width:2}.out{fill:var(--s4);fill-opacity:.14;stroke:var(--s4)}.ours{fill:var(--accent)}.somebody{fill:var(--s4)}
.series0{fill:var(--s0);background:var(--s0)}.series1{fill:var(--s1);background:var(--s1)}.series2{fill:var(--s2);background:var(--s2)}.series3{fill:var(--s3);background:var(--s3)}.series4{fill:var(--s4);background:var(--s4)}.series5{fill:var(--s5);background:var(--s5)}.series6{fill:var(--s6);background:var(--s6)}
details{margin-top:8px;font-size:14px}summary{cursor:pointer;color:var(--quiet)}.table{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px}td,th{text-align:left;padding:5px 8px;border-bottom:1px solid var(--grid);vertical-align:top;font-weight:400;font-variant-numeric:tabular-nums}td:last-child{min-width:110px}td:nth-child(8){min-width:240px}thead th{color:var(--quiet);font-weight:600}
@media (max-width:520px){.axis{font-size:20px}}
@media print{main{padding:0}::details-content{content-visibility:visible;height:auto}summary{list-style:none}.panel,.cards li{break-inside:avoid;border:1px solid var(--grid)}h2{break-after:avoid}*{print-color-adjust:exact}}`;

/** A self-contained page: no scripts, external fonts or images. Headings and cards are text, sections are HTML. */
export function htmlPage(page: {
	readonly title: string;
	readonly lead: string;
	readonly cards: readonly Card[];
	readonly sections: readonly Section[];
	/** Style of a page's own marks. */
	readonly style?: string;
}): string {
	const cards = page.cards.map(
		({ value, label }) => `<li><b>${escapeHtml(value)}</b><span>${escapeHtml(label)}</span></li>`,
	);
	const sections = page.sections.map(
		({ heading, content }) => `<section><h2>${escapeHtml(heading)}</h2>${content}</section>`,
	);
	return (
		'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">' +
		`<title>${escapeHtml(page.title)}</title><style>${STYLE}${page.style ?? ''}</style></head><body><main>` +
		`<h1>${escapeHtml(page.title)}</h1><p class="lead">${escapeHtml(page.lead)}</p>` +
		`<ul class="cards">${cards.join('')}</ul>${sections.join('')}</main></body></html>\n`
	);
}

/** A paragraph of text. */
export const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
