/**
 * Leaving quickly, and the guards that keep a page from showing again: cover, forget, go (seed: access, "Leaving quickly").
 * Everything here is synchronous on purpose: nothing that is waited for may stand between a child and the way out.
 */
import { cover, uncover } from './cover.ts';
import { createThrice } from './thrice.ts';

/** Our own plain page, kept by the service worker, so that it is there without a signal. */
export const neutralPage = '/neutral';

/** What leaving needs. */
export interface Leaving {
	/** Where to: another page of this origin, or an https address that the authority chose. */
	readonly to: string;
	/** Drops what is secret from memory. Synchronous; what it throws is ignored, because leaving comes first. */
	readonly forget: () => void;
}

/**
 * Leaves: covers the page, empties it, forgets, and replaces this entry of the history. Without a signal the neutral page
 * of this origin is taken whatever was chosen. Measured under 100 ms (`tests/e2e`); never waits.
 */
export function leaveQuickly({ to, forget }: Leaving): void {
	cover();
	try {
		forget();
	} catch {
		// A child who leaves must get away even where something of ours is broken.
	}
	// A frame, so that the cover is what is painted last, is not waited for: the navigation keeps the last paint anyway.
	document.body.replaceChildren();
	location.replace(navigator.onLine ? to : neutralPage);
}

/**
 * Guards the page: Shift three times leaves, a hidden page is covered, a page out of the browser's cache is loaded anew.
 * `leave` is asked for at the time, so that it can change. Returns what takes the guards away.
 */
export function guardPage(leave: () => void): () => void {
	const thrice = createThrice();
	const stop = new AbortController();
	const { signal } = stop;
	addEventListener(
		'keydown',
		(event) => {
			if (thrice.press(event, event.timeStamp)) leave();
		},
		{ capture: true, signal }
	);
	document.addEventListener('visibilitychange', () => (document.hidden ? cover() : uncover()), { signal });
	addEventListener('pagehide', cover, { signal });
	addEventListener('pageshow', (event) => (event.persisted ? location.reload() : uncover()), { signal });
	return () => stop.abort();
}
