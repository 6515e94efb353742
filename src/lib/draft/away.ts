/**
 * The mark that a draft was left in a hurry. Written in the same moment (storage that needs no waiting), so that even where
 * the page is gone before the session could be forgotten, the next start forgets it instead of opening it.
 */

const name = 'keep';

/** Marks that the open session counts for nothing from now on. */
export function markAway(): void {
	try {
		localStorage.setItem(name, 'away');
	} catch {
		// A browser that keeps nothing here keeps no session either.
	}
}

/** A letter has been opened: the next session counts again. */
export function unmarkAway(): void {
	try {
		localStorage.removeItem(name);
	} catch {
		// As above.
	}
}

/** Whether the session on the device was left in a hurry. */
export function isAway(): boolean {
	try {
		return localStorage.getItem(name) !== null;
	} catch {
		return false;
	}
}
