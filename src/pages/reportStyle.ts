/** Decisions that print has room for. */
export const PRINTED_DECISIONS = 8;

/** Days with edits that print has room for. */
const PRINTED_EDITED_DAYS = 4;

/**
 * Style of a report. On paper charts stand beside their numbers, in small print, so that a usual report has two pages of A4: the day and the longest
 * target on the first, the rest on the second.
 */
export const REPORT_STYLE = `
.on-paper{display:none}.ratios details{margin:0}.ratios p{margin:8px 0 0}.shade1{background:color-mix(in srgb,var(--soft) 15%,transparent)}.shade2{background:color-mix(in srgb,var(--soft) 30%,transparent)}.shade3{background:color-mix(in srgb,var(--soft) 45%,transparent)}
.panel details td,.panel tbody th{white-space:nowrap}.panel .edits td:last-child{white-space:normal;min-width:180px}@media (min-width:521px){.log th{white-space:nowrap}}
@page{size:A4;margin:9mm 12mm}
@media print{body{font-size:10.5px;line-height:1.3}main{max-width:none;border-top:3px solid var(--strong);padding:6px 1px 0}
h1{font-size:19px}h2{font-size:13px;margin:8px 0 3px}p{margin:0 0 3px;orphans:3;widows:3}.on-paper{display:block}
.cards{grid-template-columns:repeat(auto-fit,minmax(100px,1fr));gap:6px;margin-top:6px}.cards li{padding:4px 7px;border-radius:6px}.cards b{font-size:14px}.cards span{display:block;font-size:9px;line-height:1.2}
.panel{display:grid;grid-template-columns:minmax(44%,1fr) auto;gap:0 12px;margin:0 0 4px;padding:5px 8px;border-radius:6px}.panel details{margin:0}summary{display:none}
figcaption{font-size:10px;line-height:1.2}figure+figure{margin-top:5px}.legend{margin:1px 0;font-size:8.5px;line-height:1.2;gap:0 9px}.legend i{margin-right:4px}.axis{font-size:21px}
.table{overflow-x:visible}table{font-size:8px;line-height:1.15}td,th{padding:.6px 3px}td:last-child,td:nth-child(8){min-width:0}tr{break-inside:avoid}
.panel .edits{margin-top:4px}.panel .edits td:last-child{min-width:0}.edits tr:nth-last-child(n+${PRINTED_EDITED_DAYS + 1}){display:none}
.edits thead tr:nth-last-child(n){display:table-row}.ratios{display:none}.pattern .panel{grid-template-columns:1fr 1fr}.pattern .table{columns:2;column-gap:14px}
.log tr:nth-child(n+${PRINTED_DECISIONS + 1}){display:none}section>.table table,.log table{font-size:9px}}`;
