import { EXAMPLES } from '../support/exampleWorkflows';

/** A rectangle of n8n's canvas. */
interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

interface CanvasNode {
	readonly name: string;
	readonly type: string;
	readonly position: readonly number[];
	readonly parameters: object;
}

interface NoteParameters {
	readonly content: string;
	readonly width: number;
	readonly height: number;
	readonly color: number;
}

/** A node with its icon, and its name of two lines below it. */
const boxOfNode = ({ position: [x = 0, y = 0] }: CanvasNode): Box => ({
	left: x - 20,
	top: y,
	right: x + 116,
	bottom: y + 136,
});

const boxOfNote = ({ position: [x = 0, y = 0] }: CanvasNode, { width, height }: NoteParameters): Box => ({
	left: x,
	top: y,
	right: x + width,
	bottom: y + height,
});

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Height of a note's text in pixels: its heading, then lines of letters about 7 wide and 22 high. */
function heightOfText({ content, width }: NoteParameters): number {
	const [, ...paragraphs] = content.split('\n').filter((line) => line !== '');
	const lines = paragraphs.map((text) => Math.ceil((7.2 * text.length) / (width - 32)));
	return 50 + lines.reduce((height, count) => height + 22 * count + 12, 0);
}

/** Colour of each step in n8n: green, blue, purple, red, orange, yellow. 7, nearly white, is hard to see on the canvas. */
const COLORS = [4, 5, 6, 3, 2, 1];

describe.each(Object.entries(EXAMPLES))('the notes of %s', (_, { nodes }) => {
	const isNote = ({ type }: CanvasNode) => type === 'n8n-nodes-base.stickyNote';
	const notes = (nodes as CanvasNode[]).filter(isNote).map((node) => {
		const parameters = node.parameters as NoteParameters;
		return { ...parameters, name: node.name, box: boxOfNote(node, parameters) };
	});
	const others = (nodes as CanvasNode[]).filter((node) => !isNote(node));

	test('are numbered from left to right, in the order of the work', () => {
		const inOrder = [...notes].sort((a, b) => a.box.left - b.box.left);
		expect(inOrder.length).toBeGreaterThan(1);
		expect(inOrder.map(({ content }) => /^## (\d)\. \S/.exec(content)?.[1])).toEqual(
			inOrder.map((__, position) => String(position + 1)),
		);
		expect(inOrder.map(({ color }) => color)).toEqual(COLORS.slice(0, inOrder.length));
	});

	test('cover neither a node nor each other', () => {
		const covered = notes.flatMap((note) =>
			[
				...others.map((node) => ({ name: node.name, box: boxOfNode(node) })),
				...notes.filter((other) => other !== note),
			]
				.filter(({ box }) => overlap(note.box, box))
				.map(({ name }) => `${note.name} covers ${name}`),
		);
		expect(covered).toEqual([]);
	});

	test('have room for their text', () => {
		const cramped = notes.filter((note) => heightOfText(note) > note.height).map(({ name }) => name);
		expect(cramped).toEqual([]);
	});
});
