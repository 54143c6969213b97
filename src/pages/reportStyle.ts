/** Decisions that print has room for. */
export const PRINTED_DECISIONS = 12;

/** Days with edits that print has room for. */
const PRINTED_EDITED_DAYS = 5;

/**
 * Style of a report. On paper charts stand beside their numbers, in small print, so that a usual report has two pages of A4: the day and the longest
 * target on the first, the rest on the second.
 */
export const REPORT_STYLE = `
.on-paper{display:none}.edits{margin-top:10px}.edits td:first-of-type,.edits th{white-space:nowrap}@media (min-width:521px){.log th{white-space:nowrap}}
@page{size:A4;margin:10mm 12mm}
@media print{body{font-size:11px;line-height:1.35}main{max-width:none;border-top:3px solid var(--strong);padding:8px 1px 0}
h1{font-size:20px}h2{font-size:13.5px;margin:10px 0 4px}p{margin:0 0 4px;orphans:3;widows:3}.on-paper{display:block}
.cards{grid-template-columns:repeat(auto-fit,minmax(100px,1fr));gap:6px;margin-top:8px}.cards li{padding:5px 8px;border-radius:6px}.cards b{font-size:15px}.cards span{display:block;font-size:9.5px;line-height:1.25}
.panel{display:grid;grid-template-columns:minmax(44%,1fr) auto;gap:0 12px;margin:0 0 6px;padding:7px 9px;border-radius:6px}.panel details{margin:0}summary{display:none}
figcaption{font-size:10.5px}figure+figure{margin-top:7px}.legend{margin:1px 0 2px;font-size:9px;line-height:1.25;gap:0 9px}.legend i{margin-right:4px}.axis{font-size:21px}
.table{overflow-x:visible}table{font-size:8.5px;line-height:1.2}td,th{padding:1.1px 3px}td:last-child,td:nth-child(8){min-width:0}thead{display:table-header-group}tr{break-inside:avoid}.panel details td,.panel tbody th{white-space:nowrap}.edits{margin-top:5px}.edits tr:nth-last-child(n+${PRINTED_EDITED_DAYS + 1}){display:none}
.log tr:nth-child(n+${PRINTED_DECISIONS + 1}){display:none}section>.table table,.log table{font-size:9.5px}}`;
