/** What of a page can be pressed as it stands, and where it is seen. */

/** Whether somebody who sees the page could press `element` now. */
export function isThere(element: HTMLElement): boolean {
	if (element.matches(':disabled') || element.closest('[inert], [aria-hidden="true"]')) return false;
	return shownOf(element).checkVisibility({ checkVisibilityCSS: true });
}

/** What is seen of a control: a radio button lies unseen under its words. */
export const shownOf = (element: HTMLElement): HTMLElement =>
	element instanceof HTMLInputElement
		? (element.closest('label') ?? element.labels?.[0] ?? element)
		: element;
