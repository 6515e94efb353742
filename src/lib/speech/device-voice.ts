/**
 * The device's own voice, for what no clip can say: names, and a child's own words. Only voices that are on the device
 * (`localService`): every other sends the words to whoever makes the browser.
 */

/** A voice of the device for `locale`; null where there is none, and then nothing is said and nothing is sent. */
export function localVoice(
	locale: string,
	voices: readonly SpeechSynthesisVoice[] = 'speechSynthesis' in globalThis ? speechSynthesis.getVoices() : []
): SpeechSynthesisVoice | null {
	const language = locale.split('-')[0] ?? locale;
	const fitting = voices.filter(
		(voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language
	);
	return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

/** Calls `changed` whenever the browser finds voices, or loses them. */
export const hearVoices = (changed: () => void): void => {
	if ('speechSynthesis' in globalThis) speechSynthesis.addEventListener('voiceschanged', changed);
};

/** Words that the device is saying. */
export interface Saying {
	readonly done: Promise<'ended' | 'stopped' | 'refused'>;
	stop(): void;
}

/** Says `words` with `voice`. */
export function sayOnDevice(words: string, voice: SpeechSynthesisVoice, rate: number): Saying {
	const spoken = new SpeechSynthesisUtterance(words);
	spoken.voice = voice;
	spoken.lang = voice.lang;
	spoken.rate = rate;
	let end: (how: 'ended' | 'stopped' | 'refused') => void = () => undefined;
	const done = new Promise<'ended' | 'stopped' | 'refused'>((resolve) => (end = resolve));
	spoken.addEventListener('end', () => end('ended'));
	spoken.addEventListener('error', () => end('refused'));
	speechSynthesis.speak(spoken);
	return {
		done,
		stop: () => {
			speechSynthesis.cancel();
			end('stopped');
		}
	};
}
