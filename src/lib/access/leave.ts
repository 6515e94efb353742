/**
 * Leaving quickly, and the guards that keep a page from showing again: cover, forget, go (seed: access, "Leaving quickly").
 * Covering and forgetting are synchronous on purpose: nothing that is waited for may stand between a child and the way out.
 */
import { cover, uncover } from './cover.ts';
import { createThrice } from './thrice.ts';

/** Our own plain page, kept by the service worker, so that it is there without a signal. */
export const neutralPage = '/neutral';

/** The button that leaves, wherever it stands. */
export const wayOut = 'button.leave';

/** What leaving needs. */
export interface Leaving {
	/** Where to: another page of this origin, or an https address that the authority chose. */
	readonly to: string;
	/** Drops what is secret from memory. Synchronous; what it throws is ignored, because leaving comes first. */
	readonly forget: () => void;
}

/**
 * Longer than any frame of a slow device that is busy, in milliseconds: who goes before the cover is painted leaves the child's last
 * frame standing until the next page has one (at 60 it did in one of twenty, for 300 ms). Where no frame comes it goes on without.
 */
const frame = 400;

/**
 * Leaves: covers the page, empties it, forgets, and replaces this entry of the history once the cover is painted, at once where the page
 * is not seen, at the latest after `frame`. A browser goes on showing the last frame until the next page has painted one: on a slow device that frame was
 * the child's (`npm run bench exit`). Without a signal the neutral page of this origin is taken whatever was chosen.
 */
export function leaveQuickly({ to, forget }: Leaving): void {
	cover();
	try {
		forget();
	} catch {
		// A child who leaves must get away even where something of ours is broken.
	}
	document.body.replaceChildren();
	let gone = false;
	const go = () => {
		if (gone) return;
		gone = true;
		location.replace(navigator.onLine ? to : neutralPage);
	};
	setTimeout(go, document.hidden ? 0 : frame);
	requestAnimationFrame(() => {
		// A frame's message comes after the frame was made.
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = go;
		port2.postMessage(0);
	});
}

/**
 * Guards the page: Shift three times leaves, and so does a finger as soon as it is lifted off the way out; a hidden page is covered,
 * a page out of the browser's cache is loaded anew. `leave` is asked for at the time, so that it can change. Returns what takes the
 * guards away.
 */
export function guardPage(leave: () => void): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const early = { capture: true, signal };
	const thrice = createThrice();
	addEventListener(
		'keydown',
		(event) => {
			if (thrice.press(event, event.timeStamp)) leave();
		},
		early
	);
	// Its click comes later, 30 ms on a slow device. Who slides off before lifting has changed their mind (WCAG 2.5.2).
	let pressed: Element | null = null;
	addEventListener('pointerdown', (event) => (pressed = underPointer(event)), early);
	addEventListener(
		'pointerup',
		(event) => {
			if (event.button === 0 && pressed && underPointer(event) === pressed) leave();
		},
		early
	);
	document.addEventListener('visibilitychange', () => (document.hidden ? cover() : uncover()), { signal });
	addEventListener('pagehide', cover, { signal });
	addEventListener('pageshow', (event) => (event.persisted ? location.reload() : uncover()), { signal });
	return () => stop.abort();
}

/** The way out, where a pointer is on it. Not the event's target: a finger keeps the one that it began on. */
const underPointer = ({ clientX, clientY }: PointerEvent): Element | null =>
	document.elementFromPoint(clientX, clientY)?.closest(wayOut) ?? null;
