/**
 * What the inline script of `src/app.html` noticed before anything else was there: the letter in the address (taken out of
 * it at once), and what was pressed on the first screen while the rest was still on its way.
 */

/** What can be pressed on the first screen. */
export type FirstTap = 'start' | 'words' | 'places' | 'advocate' | 'settings';

declare global {
	interface Window {
		firstMoment?: { letter: string; tap: string; taken?: boolean };
	}
}

const taps: readonly string[] = ['start', 'words', 'places', 'advocate', 'settings'] satisfies FirstTap[];

/** The thing that `target` stands for on the first screen, or null. */
export function tapOf(target: EventTarget | null): FirstTap | null {
	const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-tap]') : null;
	const tap = pressed?.dataset['tap'] ?? '';
	return taps.includes(tap) ? (tap as FirstTap) : null;
}

/** Takes the letter and the first tap over: from now on the inline script notes nothing, and keeps no secret. */
export function takeFirstMoment(): { readonly letter: string; readonly tap: FirstTap | null } {
	const noted = window.firstMoment;
	const { letter = '', tap = '' } = noted ?? {};
	// The very object that the inline script holds: a new one would leave the letter in the old.
	if (noted) Object.assign(noted, { letter: '', tap: '', taken: true });
	return { letter, tap: taps.includes(tap) ? (tap as FirstTap) : null };
}
