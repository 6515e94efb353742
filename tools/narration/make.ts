/**
 * Makes clips: espeak-ng's library speaks (`speak.py`, which also hears when each word comes), or a recording is read;
 * opusenc makes it small. Owns the outside programs and the arithmetic of words.
 */
import { execFile, spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packed } from '../../src/lib/speech/container.ts';
import { voiceOf, type MadeClip } from './manifest.ts';
import { opusPackets } from './ogg.ts';
import type { WantedClip } from './wanted.ts';

const run = promisify(execFile);

/** What `speak.py` answers: characters are Unicode code points there. */
interface Heard {
	readonly ms: number;
	readonly words: readonly (readonly [ms: number, from: number, length: number])[];
}

/** Speaks one text after another with one start of espeak-ng. */
export class Speaker {
	readonly #python = spawn('python3', [fileURLToPath(new URL('speak.py', import.meta.url))], {
		stdio: ['pipe', 'pipe', 'inherit']
	});
	readonly #answers = createInterface({ input: this.#python.stdout })[Symbol.asyncIterator]();

	/** Speaks `text` into the sound file `wav`. Throws where espeak-ng does not. */
	async speak(text: string, locale: string, wav: string): Promise<Heard> {
		this.#python.stdin.write(`${JSON.stringify({ text, ...voiceOf[locale], wav })}\n`);
		const answer = await this.#answers.next();
		if (answer.done) throw new Error('espeak-ng did not speak: are espeak-ng and python3 installed?');
		return JSON.parse(answer.value) as Heard;
	}

	/** No more. */
	end(): void {
		this.#python.stdin.end();
	}
}

/**
 * When each word of `text` comes: words are what stands between spaces, whatever espeak-ng makes of them. A word that it
 * says nothing of comes with the one before.
 */
export function timesOf(text: string, heard: Heard): readonly number[] {
	const points = [...text];
	/** UTF-16 units before each code point. */
	const units = points.map((_, at) => points.slice(0, at).join('').length);
	let last = 0;
	return [...text.matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
		const begins = heard.words.find(([, from, length]) => {
			const at = units[from] ?? text.length;
			return length > 0 && at >= index && at < index + word.length;
		});
		last = Math.max(last, begins?.[0] ?? last);
		return [last, index, word.length];
	});
}

/** `times` of something that takes `from` ms, as they are when it takes `to`. */
export const stretched = (times: readonly number[], from: number, to: number): readonly number[] =>
	times.map((value, at) => (at % 3 === 0 ? Math.round((value * to) / Math.max(1, from)) : value));

/** Makes the clip `wanted`, and its sound as it lies in a pack; `scratch` is a folder for what lies between. */
export async function makeClip(
	speaker: Speaker,
	locale: string,
	wanted: WantedClip,
	scratch: string
): Promise<{ readonly clip: MadeClip; readonly sound: Uint8Array }> {
	const [wav, opus] = [`${scratch}/clip.wav`, `${scratch}/clip.opus`];
	const heard = await speaker.speak(wanted.text, locale, wav);
	let { ms } = heard;
	if (wanted.recording) {
		const quietly = ['-v', 'error', '-y', '-i', fileURLToPath(wanted.recording)];
		await run('ffmpeg', [...quietly, '-ac', '1', '-ar', '48000', '-af', 'loudnorm=I=-18:TP=-2', wav]);
		// One channel, two bytes a sample, after 44 bytes of heading and what ffmpeg says of itself.
		ms = Math.round((statSync(wav).size - 78) / 96);
	}
	const small = ['--quiet', '--speech', '--framesize', '60', '--discard-comments', '--padding', '0'];
	await run('opusenc', [...small, '--bitrate', wanted.recording ? '20' : '10', '--serial', '1', wav, opus]);
	const sound = packed(opusPackets(readFileSync(opus)));
	for (const file of [wav, opus]) rmSync(file);
	const clip: MadeClip = {
		id: wanted.id,
		text: wanted.text,
		spoken: wanted.recording ? 'human' : 'synthetic',
		...(wanted.recording ? { recording: basename(fileURLToPath(wanted.recording)) } : {}),
		ms,
		bytes: sound.length,
		words: stretched(timesOf(wanted.text, heard), heard.ms, ms)
	};
	return { clip, sound };
}
