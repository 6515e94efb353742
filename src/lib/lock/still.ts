/** Notices that nobody has touched the device for a while, or that the page is hidden. Knows nothing of what follows. */

/** Two minutes (threat model): long enough to think, short enough for a tablet that is put down. In milliseconds. */
export const stillAfter = 120_000;

/** What is told. */
export interface Stillness {
	/** Nobody touched it for `stillAfter`. Told once; again only after somebody did. */
	readonly still: () => void;
	/** The page is not seen any more. */
	readonly hidden: () => void;
}

/** Watches until the returned function is called. What counts as a touch: pointer, key, scroll, words. */
export function watchStillness({ still, hidden }: Stillness, after = stillAfter): () => void {
	const stop = new AbortController();
	let timer = setTimeout(still, after);
	const touched = () => {
		clearTimeout(timer);
		timer = setTimeout(still, after);
	};
	for (const event of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'input'])
		addEventListener(event, touched, { capture: true, passive: true, signal: stop.signal });
	document.addEventListener(
		'visibilitychange',
		() => {
			if (document.hidden) hidden();
		},
		{ signal: stop.signal }
	);
	stop.signal.addEventListener('abort', () => clearTimeout(timer));
	return () => stop.abort();
}
