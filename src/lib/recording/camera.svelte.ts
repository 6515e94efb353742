/**
 * The camera: shows what it sees, and takes one photo as a JPEG drawn anew, of at most `photoSide` pixels a side; place, time
 * and make of the camera are in none of it. Reactive, keeps nothing, never touches a gallery.
 */
import type { Bytes } from '../base/bytes.ts';
import { photoSide } from '../journey/made.ts';

/** Where the camera stands. */
export type CameraStage = 'off' | 'asking' | 'on';

/** Why there is no photo: refused, no camera, or it gave no picture. */
export type CameraTrouble = 'refused' | 'none' | 'unseen';

/** A photo. */
export interface TakenPhoto {
	readonly bytes: Bytes;
	readonly media: 'image/jpeg';
	readonly size: readonly [number, number];
}

/** Enough for pencil on paper to be read; about 600 KB at most. */
const quality = 0.85;

/** `width` × `height` so that neither is longer than `photoSide`. */
export function scaled(width: number, height: number): readonly [number, number] {
	const by = Math.min(1, photoSide / Math.max(width, height, 1));
	return [Math.max(1, Math.round(width * by)), Math.max(1, Math.round(height * by))];
}

/** One camera. Ends with `close`, after which it is off. */
export class Camera {
	#stage = $state<CameraStage>('off');
	#trouble = $state<CameraTrouble | null>(null);
	#stream = $state.raw<MediaStream | null>(null);
	#closed = false;
	readonly #hidden = () => {
		if (document.visibilityState === 'hidden') this.off();
	};

	constructor() {
		document.addEventListener('visibilitychange', this.#hidden);
	}

	get stage(): CameraStage {
		return this.#stage;
	}
	get trouble(): CameraTrouble | null {
		return this.#trouble;
	}
	/** What it sees, for a video element; null while it is off. */
	get stream(): MediaStream | null {
		return this.#stream;
	}

	/** Switches on. Never throws. */
	async on(): Promise<void> {
		if (this.#stage !== 'off') return;
		this.#trouble = null;
		this.#stage = 'asking';
		try {
			const video = {
				facingMode: 'environment',
				width: { ideal: photoSide },
				height: { ideal: photoSide }
			};
			const stream = await navigator.mediaDevices.getUserMedia({ video });
			this.#stream = stream;
			this.#stage = 'on';
			if (this.#closed) this.off();
		} catch (error) {
			const name = error instanceof DOMException ? error.name : '';
			this.#trouble = name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'none';
			this.#stage = 'off';
		}
	}

	/** The photo of what `video` shows now; null, with a trouble, where it shows nothing. */
	async take(video: HTMLVideoElement): Promise<TakenPhoto | null> {
		const size = scaled(video.videoWidth, video.videoHeight);
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = size;
		canvas.getContext('2d')?.drawImage(video, 0, 0, ...size);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
		if (video.videoWidth === 0 || !blob || blob.size === 0 || blob.type !== 'image/jpeg') {
			this.#trouble = 'unseen';
			return null;
		}
		this.off();
		return { bytes: new Uint8Array(await blob.arrayBuffer()), media: 'image/jpeg', size };
	}

	/** Switches off. */
	off(): void {
		for (const track of this.#stream?.getTracks() ?? []) track.stop();
		this.#stream = null;
		this.#stage = 'off';
	}

	/** Ends for good. */
	close(): void {
		this.#closed = true;
		document.removeEventListener('visibilitychange', this.#hidden);
		this.off();
	}
}
