/**
 * The head and foot of each printed page (CSS Paged Media §4.2, margin boxes): whose views, which meeting, page of pages.
 * A browser without margin boxes prints the same sheet without them.
 */

/** `text` as a CSS string: nothing in it can end the string or start a rule. */
const cssString = (text: string): string =>
	`"${text.replaceAll(/["\\\n\r\f<>&{};]/g, (char) => `\\${char.codePointAt(0)?.toString(16) ?? ''} `)}"`;

/** The rule for `head` (one line) and `page`, the word for page. */
export const pageHeadRule = (head: string, page: string): string =>
	`@page { size: A4; margin: 22mm 18mm 18mm;
		@top-left { content: ${cssString(head)}; font: 9pt "Atkinson Hyperlegible Next", sans-serif; color: #333; }
		@bottom-right { content: ${cssString(`${page} `)} counter(page) " / " counter(pages); font: 9pt "Atkinson Hyperlegible Next", sans-serif; color: #333; } }`;

/** Gives the printed pages of this document their head; what is returned takes it away again. */
export function usePageHead(head: string, page: string): () => void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(pageHeadRule(head, page));
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	return () => {
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
	};
}
