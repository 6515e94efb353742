/** What the player is told of what a child asked at any moment, and how it asks; it seals, sends and fetches nothing itself. */
import { createContext } from 'svelte';
import type { Instant } from '../../base/brand.ts';
import type { FaceLook } from '../../picture/face.ts';

/** What can be asked. */
export type Wanted = 'advocate' | 'not-safe';

/**
 * Where it is: safely on this device; being sent; the server's signed receipt is here; somebody signed that they have read it;
 * an advocate is coming; refused, and kept here.
 */
export type Where = 'kept' | 'onTheWay' | 'arrived' | 'read' | 'coming' | 'stuck';

/** What somebody answered. */
export interface Answered {
	readonly who: string;
	readonly face: FaceLook | null;
	readonly when: string;
	readonly words: string;
	readonly coming: boolean;
	/** Who signed it, by the directory. */
	readonly by: string;
}

/** One thing that was asked, with all that was added to it. */
export interface AskedNow {
	readonly where: Where;
	/** Names of those who signed that they read it. */
	readonly readBy: readonly string[];
	readonly answers: readonly Answered[];
	/** The child has said since that they changed their mind. */
	readonly changedMind: boolean;
}

/** What was asked for on the child's behalf, and where their no is; null where they said none. */
export interface Arranged {
	readonly on: Instant;
	readonly no: Where | null;
}

/** One thing that the child says with it, and the words under which it was asked. */
export interface Saying {
	readonly id: string;
	readonly asked: string;
	readonly words: string;
}

/** Whether somebody would read it: their names; nobody is on duty; nobody at all; or it is not known without signal. */
export type Reach =
	| { readonly is: 'somebody' | 'no-duty'; readonly names: readonly string[] }
	| { readonly is: 'nobody' | 'not-known' };

/** The numbers as they are where the authority has set none, and before it could be asked. */
export const usualNumbers = { danger: '999', childline: '0800 1111' } as const;

/** Asking, as the route gives it to the player. */
export interface Asking {
	/** Whether a letter is open: it says who asks, and answers come back by it. Without one a way to be found has to be given. */
	readonly letter: boolean;
	/** What was last asked of this kind, or null. Reactive. */
	readonly now: (what: Wanted) => AskedNow | null;
	/** An advocate that was asked for on the child's behalf; null where none was. Reactive. */
	readonly arranged: () => Arranged | null;
	/** Says no to what was asked for on the child's behalf. As `ask`. */
	readonly sayNo: (said: readonly Saying[]) => Promise<'kept' | 'nobody' | 'failed'>;
	/** Numbers to call: settings of the authority. */
	readonly numbers: () => { readonly danger: string; readonly childline: string };
	readonly reach: (what: Wanted) => Promise<Reach>;
	/** Asks, or adds to what was asked. Resolves once it is on the disk; `nobody` and `failed`: it is not. */
	readonly ask: (what: Wanted, said: readonly Saying[]) => Promise<'kept' | 'nobody' | 'failed'>;
	/** "I changed my mind": added to what was asked. */
	readonly changeMind: (what: Wanted, said: readonly Saying[]) => Promise<'kept' | 'nobody' | 'failed'>;
	/** Looks how far it is, now and from time to time until `stop` is called. */
	readonly watch: () => () => void;
}

const [getAsking, setAsking, hasAsking] = createContext<() => Asking | null>();

/** Gives the way to ask. Call while a component is being set up. */
export const provideAsking = (asking: () => Asking | null): void => {
	setAsking(asking);
};

/** The way to ask; null while a letter is being opened. */
export const useAsking = (): Asking | null => (hasAsking() ? getAsking()() : null);
