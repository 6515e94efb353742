/** Getting a recording ready in an audio element. What a browser records has no length in it until somebody has looked for its end. */

/** The next of `events` on `audio`; `error` always counts. */
const next = (audio: HTMLAudioElement, ...events: readonly string[]): Promise<string> =>
	new Promise((resolve) => {
		const all = [...events, 'error'];
		const hear = ({ type }: Event) => {
			for (const name of all) audio.removeEventListener(name, hear);
			resolve(type);
		};
		for (const name of all) audio.addEventListener(name, hear);
	});

/** Loads `address`. True once it can be played from its beginning and its length is known; false where it is no sound. */
export async function loadSound(audio: HTMLAudioElement, address: string): Promise<boolean> {
	const loaded = next(audio, 'loadedmetadata');
	audio.src = address;
	audio.load();
	if ((await loaded) === 'error') return false;
	if (Number.isFinite(audio.duration)) return audio.duration > 0;
	// Looking for the end, where no end is written down.
	const ended = next(audio, 'seeked');
	audio.currentTime = 1e7;
	if ((await ended) === 'error') return false;
	const back = next(audio, 'seeked');
	audio.currentTime = 0;
	return (await back) !== 'error';
}
