// Draws the example workflows like n8n's canvas, one picture each: docs/images/workflow-<name>.svg. Run by hand when one changes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const NODE = { width: 180, height: 64 };
const MARGIN = 40;

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function drawn({ name, nodes, connections }) {
	const shown = nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
	const [left, top, right, bottom] = [
		Math.min(...shown.map(({ position }) => position[0])) - MARGIN,
		Math.min(...shown.map(({ position }) => position[1])) - MARGIN,
		Math.max(...shown.map(({ position }) => position[0])) + NODE.width + MARGIN,
		Math.max(...shown.map(({ position }) => position[1])) + NODE.height + MARGIN,
	];
	const at = new Map(shown.map((node) => [node.name, node.position]));
	const wires = Object.entries(connections).flatMap(([from, { main, ai_tool: tools = [] }]) => {
		const targets = new Set([...(main ?? []), ...tools].flat().map(({ node }) => node));
		return [...targets].map((to) => wire(at.get(from), at.get(to)));
	});
	const boxes = shown.map(({ name: label, type, position: [x, y] }) => {
		const own = type.startsWith('n8n-nodes-budget-pacing.');
		return `<g><rect x="${x}" y="${y}" width="${NODE.width}" height="${NODE.height}" rx="10" class="${own ? 'own' : 'other'}"/><text x="${x + NODE.width / 2}" y="${y + NODE.height / 2 + 5}">${escaped(label)}</text></g>`;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${right - left} ${bottom - top}" role="img" aria-label="${escaped(name)}: ${shown.map((node) => escaped(node.name)).join(', ')}">
<style>
text { font: 13px sans-serif; text-anchor: middle; fill: #1f2430 }
rect { fill: #fff; stroke: #9aa1b1; stroke-width: 1.5 }
rect.own { fill: #e8f1ff; stroke: #2563c9 }
path { fill: none; stroke: #9aa1b1; stroke-width: 2 }
@media (prefers-color-scheme: dark) { text { fill: #e8eaf0 } rect { fill: #262a34 } rect.own { fill: #17315c } }
</style>
${wires.join('\n')}
${boxes.join('\n')}
</svg>
`;
}

function wire([fromX, fromY], [toX, toY]) {
	const [x1, y1, x2, y2] = [fromX + NODE.width, fromY + NODE.height / 2, toX, toY + NODE.height / 2];
	const bend = Math.max(30, (x2 - x1) / 2);
	return `<path d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/>`;
}

for (const file of readdirSync('workflows')) {
	const picture = `docs/images/workflow-${file.replace('.json', '.svg')}`;
	writeFileSync(picture, drawn(JSON.parse(readFileSync(`workflows/${file}`, 'utf8'))));
	console.log(picture);
}
