/**
 * Shows the word that is being spoken: painted by the browser over the words as they stand (CSS Custom Highlight), so that
 * nothing in the page changes and no screen reader notices. `::highlight(spoken)` stands in `ui/base.css`.
 */
const name = 'spoken';

/** Whether the browser can paint words; where not, the block alone is marked. */
const canPaint = (): boolean => typeof Highlight === 'function' && 'highlights' in CSS;

let painted: Highlight | null = null;

/** Paints `range`, and nothing else; null: nothing. */
export function paint(range: Range | null): void {
	if (!canPaint()) return;
	painted ??= new Highlight();
	painted.clear();
	if (range) painted.add(range);
	CSS.highlights.set(name, painted);
}
