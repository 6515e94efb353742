/** Where the bytes of what a child makes go to and come from, as the player needs it; the route hands in who keeps them. */
import type { Bytes } from '../base/bytes.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { newId } from '../base/ids.ts';
import { madeMedia, type Made } from '../journey/made.ts';
import type { Question } from '../journey/journey.ts';
import type { Open } from '../made/opened.ts';
import type { Keeper } from '../recording/recorder.svelte.ts';
import type { TakenPhoto } from '../recording/camera.svelte.ts';
import type { PlayerController } from './player.svelte.ts';

/** Who keeps what is made, on this device. Each promise resolves once it is on the disk, or with why it is not. */
export interface Making {
	append(id: string, bytes: Bytes, until?: number): Promise<Result<null>>;
	replace(id: string, bytes: Bytes): Promise<Result<null>>;
	/** No more parts of `id` come: they may be joined. */
	gather(id: string): Promise<Result<null>>;
	remove(id: string): Promise<Result<null>>;
	/** Everything of `id`; null where it is not here. */
	read(id: string, media: string): Promise<Blob | null>;
}

/** Why something could not be kept. */
export type LostBy = 'full' | 'not-kept';

const lostBy = (result: Result<null>): LostBy | null =>
	result.ok ? null : result.reason === 'full' ? 'full' : 'not-kept';

/** Opens what is kept on this device. */
export const openHere =
	(making: Making): Open =>
	async ({ id, media }) => {
		const blob = await making.read(id, media);
		return blob ? ok(blob) : refused('gone');
	};

/** Takes a made thing back, out of the answer first. */
export function takeBack(player: PlayerController, making: Making, question: Question, id: string): void {
	player.removeMade(question, id);
	void making.remove(id);
}

/** Keeps recordings as answers to `question`: each stands in the answer before its first second does. */
export function recordingKeeper(player: PlayerController, making: Making, question: Question): Keeper {
	let id = '';
	return {
		begin(media) {
			id = newId<string>();
			player.addMade(question, { form: 'recording', id, media, bytes: 0, seconds: 0 });
			return true;
		},
		part: async (bytes, until) => lostBy(await making.append(id, bytes, until)),
		end(until, bytes) {
			if (bytes === 0) takeBack(player, making, question, id);
			else {
				player.changeMade(question, id, { bytes, seconds: Math.round(until / 100) / 10 });
				void making.gather(id);
			}
		}
	};
}

/** Keeps a photo as an answer to `question`: null, or why it could not be kept. */
export async function keepPhoto(
	player: PlayerController,
	making: Making,
	question: Question,
	{ bytes, media, size }: TakenPhoto
): Promise<LostBy | null> {
	const id = newId<string>();
	const made: Made = { form: 'photo', id, media, bytes: 0, size };
	player.addMade(question, made);
	const lost = lostBy(await making.replace(id, bytes));
	if (lost) takeBack(player, making, question, id);
	else player.changeMade(question, id, { bytes: bytes.length });
	return lost;
}

const drawn = madeMedia.drawing[0] ?? '';

/** Keeps one drawing as an answer to `question`, the whole of it after each act. */
export interface DrawingKeeper {
	/** Keeps `bytes`; null takes the drawing back. What comes while one is being kept waits, and the last of it is kept. */
	keep(bytes: Bytes | null): void;
	/** Resolves once everything is kept: null, or why it could not be. */
	settled(): Promise<LostBy | null>;
}

/** Keeps the drawing `id`, or a new one where there is none yet. `onlost` is told at once when something was not kept. */
export function drawingKeeper(
	player: PlayerController,
	making: Making,
	question: Question,
	begun: string | null,
	onlost: (lost: LostBy | null) => void
): DrawingKeeper {
	let id = begun;
	let waiting: { readonly bytes: Bytes | null } | null = null;
	let busy: Promise<void> | null = null;
	let lost: LostBy | null = null;

	async function keepNow(bytes: Bytes | null): Promise<void> {
		if (bytes === null) {
			if (id !== null) takeBack(player, making, question, id);
			id = null;
			return;
		}
		if (id === null) {
			id = newId<string>();
			player.addMade(question, { form: 'drawing', id, media: drawn, bytes: 0 });
		}
		lost = lostBy(await making.replace(id, bytes));
		onlost(lost);
		if (!lost) player.changeMade(question, id, { bytes: bytes.length }, 'soon');
	}
	async function run(): Promise<void> {
		for (let next = waiting; next; next = waiting) {
			waiting = null;
			await keepNow(next.bytes);
		}
		busy = null;
	}
	return {
		keep(bytes) {
			waiting = { bytes };
			busy ??= run();
		},
		async settled() {
			await busy;
			return lost;
		}
	};
}
