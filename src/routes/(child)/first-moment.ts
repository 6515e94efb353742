/**
 * What the inline script of `src/app.html` noticed before anything else was there: the letter in the address (taken out of
 * it at once), and what was pressed on the first screen while the rest was still on its way.
 */

/** What can be pressed on the first screen. */
export type FirstTap = 'start' | 'words' | 'places' | 'advocate' | 'unsafe' | 'settings';

declare global {
	interface Window {
		/** `press`: the words on the button that was pressed on a page of help. */
		firstMoment?: { letter: string; tap: string; press?: string; taken?: boolean };
	}
}

const taps: readonly string[] = [
	'start',
	'words',
	'places',
	'advocate',
	'unsafe',
	'settings'
] satisfies FirstTap[];

/** The thing that `target` stands for on the first screen, or null. */
export function tapOf(target: EventTarget | null): FirstTap | null {
	const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-tap]') : null;
	const tap = pressed?.dataset['tap'] ?? '';
	return taps.includes(tap) ? (tap as FirstTap) : null;
}

/** What was noted. */
export interface FirstMoment {
	readonly letter: string;
	readonly tap: FirstTap | null;
	/** The words on the button that was pressed on a page of help; '' where none was. */
	readonly press: string;
}

/** Takes what was noted over: from now on the inline script notes nothing, and keeps no secret. */
export function takeFirstMoment(): FirstMoment {
	const noted = window.firstMoment;
	const { letter = '', tap = '', press = '' } = noted ?? {};
	// The very object that the inline script holds: a new one would leave the letter in the old.
	if (noted) Object.assign(noted, { letter: '', tap: '', press: '', taken: true });
	return { letter, tap: taps.includes(tap) ? (tap as FirstTap) : null, press };
}

/** Takes a page of help away again from `first`, the first screen, which stands there as it was. */
export function endFirstHelp(first: HTMLElement): void {
	first.querySelector('.help')?.remove();
	delete document.documentElement.dataset['help'];
}
