/**
 * What screens need from around them, in two contexts: the frame, which stands before a letter is open, too; and the
 * journey's surroundings, given once by `Player.svelte`.
 */
import { createContext } from 'svelte';
import { asksChild } from '../../journey/journey.ts';
import type { VersionId } from '../../journey/version.ts';
import type { Answers, MeetingFacts, SentViews } from '../facts.ts';
import type { Making } from '../making.ts';
import type { Looks } from '../looks.svelte.ts';
import type { Aside } from '../aside.ts';
import type { PlayerController } from '../player.svelte.ts';

/** What every screen has. Functions, because what they give changes. */
export interface Frame {
	readonly look: () => VersionId;
	readonly setLook: (look: VersionId) => void;
	readonly looks: Looks;
	/** Another language, for all words. Throws where it cannot be fetched. */
	readonly speak: (locale: string) => Promise<void>;
	/** Leaves quickly. Synchronous. */
	readonly leave: () => void;
	/** Opens a page over the screen, and closes it. */
	readonly open: (aside: Aside) => void;
	readonly close: () => void;
}

/** What the screens of a journey have besides. */
export interface Around {
	readonly player: PlayerController;
	readonly facts: () => MeetingFacts;
	readonly sent: () => SentViews;
	/** What was answered. */
	readonly answers: () => Answers;
	/** Who keeps what is made. */
	readonly making: Making;
	/** Puts everything away; false where the last change could not be kept, and then nothing happened. */
	readonly putAway: () => Promise<boolean>;
	/** What the browser promises about what is kept here: `promised` and the bytes left; null where it does not say. */
	readonly storage: () => Promise<{ readonly promised: boolean | null; readonly room: number | null }>;
	/** What opens it again once it is put away: the letter alone, or pictures as well. */
	readonly opensWith: () => 'letter' | 'pictures';
}

/** The frame around every screen of the child’s side, by context. Reading it where nobody has provided it throws. */
export const [useFrame, provideFrame] = createContext<Frame>();

const [getAround, setAround, hasAround] = createContext<Around>();

/** Gives the journey's surroundings. Call while a component is being set up. */
export const provideAround = (around: Around): Around => setAround(around);

/** The journey's surroundings. Throws outside of `Player.svelte`. */
export const useAround = getAround;

/** The journey's surroundings; null before a letter is open. */
export const useAroundIfAny = (): Around | null => (hasAround() ? getAround() : null);

/** Whether the screens are a child's: before a letter is open they are. */
export const isForChild = (around: Around | null): boolean =>
	around === null || asksChild(around.player.journey);
