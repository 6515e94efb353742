/**
 * The cover: one plain sheet over everything, dialogs included, so that a glance, a task switcher's picture or a page kept
 * by the browser shows nothing. It covers and uncovers; it forgets nothing.
 */

let sheet: HTMLElement | null = null;

/** Lays the sheet over the page. Focus stays where it was, so that a keyboard finds its place again. */
export function cover(): void {
	if (!sheet) {
		sheet = document.createElement('div');
		sheet.id = 'cover';
		sheet.setAttribute('aria-hidden', 'true');
		const { style } = sheet;
		style.position = 'fixed';
		style.inset = '0';
		style.inlineSize = '100vw';
		style.blockSize = '100vh';
		style.maxInlineSize = style.maxBlockSize = 'none';
		style.margin = style.padding = style.borderWidth = '0';
		style.zIndex = '2147483647';
		style.background = 'var(--paper, Canvas)';
		// The top layer: above any dialog that is open.
		if ('popover' in sheet) sheet.popover = 'manual';
	}
	if (sheet.isConnected) return;
	document.documentElement.append(sheet);
	if (sheet.popover) sheet.showPopover();
}

/** Takes the sheet away. */
export function uncover(): void {
	sheet?.remove();
}
