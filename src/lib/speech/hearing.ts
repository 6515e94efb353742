/** What of a child's settings is about hearing (`access/settings.ts`), as the narrator goes by it. Pure. */
import { speeds, type Reading, type Settings } from '../access/settings.ts';

/** How somebody wants to hear it. */
export interface Hearing {
	readonly reading: Reading;
	/** How fast clips are played; 1: as they were spoken. The pitch stays. */
	readonly rate: number;
	/** Nothing sounds that was not asked for. */
	readonly calm: boolean;
	/** Nothing sounds. */
	readonly silent: boolean;
}

/** The part of `settings` that is about hearing. */
export const hearingOf = ({ reading, speed, calm, silent }: Settings): Hearing => ({
	reading,
	rate: speeds[speed],
	calm,
	silent
});
