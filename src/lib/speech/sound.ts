/**
 * One clip at a time, played. The only importer of howler, which comes when first something is to be heard. Its HTML5 way is
 * used, because only that keeps the pitch when speech is slower or faster.
 */
import type { Howl as HowlType } from 'howler';
import type { Clip } from './bank.ts';
import { asCaf, asOgg } from './container.ts';

/** A clip that is being played. */
export interface Playing {
	/** How it ended. `refused`: the browser allows no sound before something is pressed, or cannot play it. */
	readonly done: Promise<'ended' | 'stopped' | 'refused'>;
	/** Milliseconds from its start. */
	at(): number;
	pause(): void;
	resume(): void;
	stop(): void;
}

/** A clip that lies ready. */
export interface Cued {
	play(): Playing;
	/** It is not wanted after all. */
	drop(): void;
}

let howler: Promise<typeof import('howler')> | null = null;

/** Fetches the player ahead, so that the first press is heard at once. */
export const warmUp = (): Promise<typeof import('howler')> => (howler ??= import('howler'));

/** Makes `clip` ready at `rate` (1: as spoken). Throws as the network does where the player cannot be fetched. */
export async function cue(clip: Clip, rate: number): Promise<Cued> {
	const { Howl, Howler } = await warmUp();
	const ogg = Howler.codecs('opus');
	const file = ogg ? asOgg(clip.packets, clip.ms) : asCaf(clip.packets, clip.ms);
	const address = URL.createObjectURL(new Blob([file], { type: ogg ? 'audio/ogg' : 'audio/x-caf' }));
	const howl = new Howl({ src: [address], format: [ogg ? 'opus' : 'caf'], html5: true, rate });
	const drop = () => {
		howl.unload();
		URL.revokeObjectURL(address);
	};
	return { drop, play: () => play(howl, drop) };
}

function play(howl: HowlType, drop: () => void): Playing {
	let end: (how: 'ended' | 'stopped' | 'refused') => void = () => undefined;
	const done = new Promise<'ended' | 'stopped' | 'refused'>((resolve) => (end = resolve));
	void done.then(drop);
	howl.once('end', () => end('ended'));
	howl.once('loaderror', () => end('refused'));
	howl.once('playerror', () => end('refused'));
	howl.play();
	return {
		done,
		at: () => howl.seek() * 1000,
		pause: () => howl.pause(),
		resume: () => howl.play(),
		stop: () => {
			howl.stop();
			end('stopped');
		}
	};
}
