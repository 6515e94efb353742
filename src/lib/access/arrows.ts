/**
 * The arrow keys, and a joystick that is one: they move the focus to what lies next in their direction. They never choose: in a
 * group of choices, too, going on leaves the answer as it is, and space chooses. What has its own use for them keeps it: text being
 * written, tabs, the pen.
 */
import { nearest, type Box, type Direction } from './nearest.ts';
import { isThere, shownOf } from './there.ts';

const directions: Readonly<Record<string, Direction>> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'up',
	ArrowDown: 'down'
};
/** Parts of a page that stay where they are while another scrolls. */
const parts = 'header, main, [data-part]';
/** What can have the focus. */
const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
/** These use all four themselves; others say so by preventing what would come. */
const own = 'select, [type="range"], [contenteditable]';

/** Follows the arrow keys on this page until the function it gives is called. */
export function followArrows(): () => void {
	const until = new AbortController();
	addEventListener('keydown', follow, { signal: until.signal });
	return () => until.abort();
}

function follow(event: KeyboardEvent): void {
	const direction = directions[event.key];
	if (!direction || event.defaultPrevented) return;
	if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
	const { activeElement } = document;
	const here = activeElement instanceof HTMLElement ? activeElement : document.body;
	if (here.matches(own) || isWriting(here, direction)) return;
	const next = nextOf(here, direction);
	if (!next) {
		// The browser would go round the choices, and choose.
		if (isRadio(here)) event.preventDefault();
		return;
	}
	event.preventDefault();
	next.focus();
}

const isRadio = (element: Element): element is HTMLInputElement =>
	element instanceof HTMLInputElement && element.type === 'radio';

/** Whether `direction` still moves within what is being written at `here`. */
function isWriting(here: HTMLElement, direction: Direction): boolean {
	const many = here instanceof HTMLTextAreaElement;
	if (!many && !(here instanceof HTMLInputElement && here.selectionStart !== null)) return false;
	if (direction === 'left' || direction === 'right') return true;
	// One line has no up and down of its own; several have, until the first and the last letter.
	const { selectionStart, selectionEnd, value } = here;
	return many && (direction === 'up' ? selectionEnd !== 0 : selectionStart !== value.length);
}

const boxOf = (element: HTMLElement): Box => shownOf(element).getBoundingClientRect();

/**
 * What lies next. First within the same part of the page, so that what scrolls is gone through to its end before what stands fast over
 * its edge; else on the whole page, or in the dialog that is open.
 */
function nextOf(here: HTMLElement, direction: Direction): HTMLElement | null {
	const around = here.closest<HTMLElement>('dialog[open]') ?? document.body;
	const all = [...around.querySelectorAll<HTMLElement>(stops)].filter((one) => one !== here && isThere(one));
	const from = here === document.body ? new DOMRect() : boxOf(here);
	const part = here.closest(parts);
	for (const some of [all.filter((one) => one.closest(parts) === part), all]) {
		const at = nearest(from, direction, some.map(boxOf));
		if (at !== null) return some[at] ?? null;
	}
	return null;
}
