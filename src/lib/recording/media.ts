/** What a recording is: its kind, by what the browser can make, and how long it may be in each version. */
import { madeMedia } from '../journey/made.ts';
import type { VersionId } from '../journey/version.ts';

/** Minutes of one recording at most: as long as somebody of that age talks and somebody else listens. */
export const longestMinutes: Readonly<Record<VersionId, number>> = {
	'4-7': 2,
	easy: 5,
	'8-11': 5,
	'12-15': 10,
	'16-17': 10
};

/** Bits a second: speech that is pleasant to listen to; ten minutes are 2.4 MB. */
export const bitsPerSecond = 32_000;

/** Milliseconds between parts: with the way to a slow disk, a crash costs a second at most (threat model). */
export const slice = 300;

/** The first kind of recording that this browser says it can make; null where it can make none that is sent. */
export const recordingMedia = (can: (media: string) => boolean): string | null =>
	madeMedia.recording.find(can) ?? null;
