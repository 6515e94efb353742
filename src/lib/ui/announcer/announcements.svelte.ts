/** What is to be said to those who listen: kept apart from what is seen, and given to every component of a page. */
import { createContext } from 'svelte';

/** The last words to be said. */
export class Announcements {
	words = $state('');
	/** Raised with every saying, so that the same words twice are heard twice. */
	turn = $state(0);

	/** Says `words` when nothing else is being said. */
	say = (words: string): void => {
		this.words = words;
		this.turn += 1;
	};
}

const [get, set, has] = createContext<Announcements>();

/** Gives a page its announcements; put them in the page's one `Announcer`. Call while a component is being set up. */
export const provideAnnouncements = (): Announcements => set(new Announcements());

/** The page's announcements. Throws where none were given: call `provideAnnouncements()` in the page or its layout. */
export function useAnnouncements(): Announcements {
	if (!has())
		throw new Error('No announcements here: call provideAnnouncements() in the page or layout above');
	return get();
}
