/**
 * What stands on a screen, block by block, as one would read it out: a heading, a sentence, the words of a card. Knows which
 * letter of a block lies where, so that a word can be shown as it is spoken.
 */
import { canBeSaid } from './said.ts';

/** Words that stand together. */
export interface Block {
	readonly element: Element;
	/** As they are said: single spaces, none at the ends. */
	readonly text: string;
	/** Where each letter of `text` stands. */
	readonly letters: readonly (readonly [node: Text, at: number])[];
}

/** The nearest element around `node` that is not a piece of a line. */
function blockOf(node: Node, within: Element): Element {
	let element = node.parentElement ?? within;
	while (element !== within && /^(?:inline|contents)$/.test(getComputedStyle(element).display))
		element = element.parentElement ?? within;
	return element;
}

/** Kept from readers, or a field that somebody is writing in. */
const unsaid = '[aria-hidden="true"], [hidden], textarea, select, option, svg';

/** Words that stand for a picture, for those who do not see it. */
const unseen = '.heard:not(button)';

/** Nothing of it is read out; what is not seen is read only where it alone is asked for (a button that shows a picture). */
const isHidden = (element: Element, root: Element): boolean =>
	element.closest(unsaid) !== null ||
	!element.checkVisibility({ visibilityProperty: true }) ||
	(!root.matches('button') && element.closest(unseen) !== null);

function gathered(element: Element, nodes: readonly Text[]): Block {
	let text = '';
	const letters: (readonly [Text, number])[] = [];
	for (const node of nodes) {
		for (let at = 0; at < node.data.length; at++) {
			const letter = node.data[at] ?? '';
			const space = /\s/.test(letter);
			if (space && (text === '' || text.endsWith(' '))) continue;
			text += space ? ' ' : letter;
			letters.push([node, at]);
		}
	}
	const said = text.trimEnd();
	return { element, text: said, letters: letters.slice(0, said.length) };
}

/** The blocks of `root` that can be read out, in the order in which they stand. */
export function blocksOf(root: Element): readonly Block[] {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	const blocks: { readonly element: Element; readonly nodes: Text[] }[] = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (!(node instanceof Text) || node.data.trim() === '') continue;
		const parent = node.parentElement;
		if (!parent || isHidden(parent, root)) continue;
		const element = blockOf(node, root);
		const last = blocks.at(-1);
		if (last?.element === element) last.nodes.push(node);
		else blocks.push({ element, nodes: [node] });
	}
	return blocks.map(({ element, nodes }) => gathered(element, nodes)).filter(({ text }) => canBeSaid(text));
}

/** Where the `length` letters of `block` from `from` on stand; null where they are there no more. */
export function rangeOf(block: Block, from: number, length: number): Range | null {
	const first = block.letters[from];
	const last = block.letters[Math.min(from + length, block.letters.length) - 1];
	if (!first?.[0].isConnected || !last?.[0].isConnected) return null;
	if (first[1] > first[0].length || last[1] + 1 > last[0].length) return null;
	const range = document.createRange();
	range.setStart(...first);
	range.setEnd(last[0], last[1] + 1);
	return range;
}
