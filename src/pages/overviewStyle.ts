/** Style of the rows of an overview: a grid on a desk, a card on a phone. Labels of cells are seen on a phone and always heard. */
export const OVERVIEW_STYLE = `
main{max-width:1320px}td:nth-child(8){min-width:0}
.heads,.row summary{display:grid;grid-template-columns:minmax(0,2.6fr) minmax(0,1.25fr) minmax(0,1.75fr) minmax(0,1.05fr) minmax(0,1fr) 120px;gap:4px 18px}
.heads{color:var(--quiet);font-size:13px;font-weight:600;padding:0 14px 6px 18px}
.row{background:var(--card);border-radius:10px;border-left:4px solid var(--grid);margin:0 0 8px;font-size:14px;line-height:1.4}
.row.alert{border-left-color:var(--s4)}.row.waiting{border-left-color:var(--accent)}.row.stale-data,.row.unreadable{border-left-color:var(--s6)}
.row summary{color:var(--ink);padding:9px 14px;list-style:none;align-items:start}.row summary::-webkit-details-marker{display:none}
.row summary:focus-visible{outline:3px solid var(--strong);outline-offset:1px;border-radius:8px}
.row b{font-size:15px;overflow-wrap:anywhere}.row b::before{content:"▸ ";color:var(--quiet)}.row[open] b::before{content:"▾ "}
.row span{display:block;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}.row small{display:block;color:var(--quiet);font-size:13px}
.row .badge{display:inline-block;border:1px solid;border-radius:99px;padding:0 8px;margin-left:8px;font-size:12px;font-weight:600;color:var(--quiet)}
.alert .badge{color:var(--s4)}.waiting .badge{color:var(--accent)}
.row .key{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.more{padding:2px 18px 12px;border-top:1px solid var(--grid)}.more h3{font-size:15px;margin:14px 0 4px}.more ul{margin:0;padding-left:20px}.more p{margin:8px 0 0}
a{color:var(--strong)}.spark{width:112px;height:34px}.spark path{fill:none}.bars{stroke:var(--strong);stroke-width:3}.gaps{stroke:var(--quiet);stroke-width:3}
@media (max-width:760px){.heads{display:none}.row summary{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.row summary>:first-child{grid-column:1/-1}.row .key{position:static;width:auto;height:auto;clip-path:none;color:var(--quiet);font-size:12px}.spark{width:100%;max-width:180px}}
@media print{.row:not([open])::details-content{content-visibility:hidden;height:0}.heads{padding-top:8px}.row{break-inside:avoid;border:1px solid var(--grid);border-left-width:4px}.row summary{grid-template-columns:minmax(0,2.6fr) minmax(0,1.25fr) minmax(0,1.75fr) minmax(0,1.05fr) minmax(0,1fr) 120px}}`;
