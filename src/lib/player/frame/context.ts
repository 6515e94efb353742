/** What every screen of the player needs, given once by `Player.svelte`. */
import { createContext } from 'svelte';
import type { MeetingFacts, Sending } from '../facts.ts';
import type { Looks } from '../looks.svelte.ts';
import type { PlayerController } from '../player.svelte.ts';

/** The surroundings of a screen. Read through the functions where a value changes. */
export interface Around {
	readonly player: PlayerController;
	readonly looks: Looks;
	readonly facts: () => MeetingFacts;
	readonly sending: () => Sending;
	/** Leaves quickly. Synchronous. */
	readonly leave: () => void;
	/** Puts everything away; false where the last change could not be kept, and then nothing happened. */
	readonly putAway: () => Promise<boolean>;
	/** Another language, for the words and the journey. Throws where it cannot be fetched. */
	readonly speak: (locale: string) => Promise<void>;
}

export const [useAround, provideAround] = createContext<Around>();
