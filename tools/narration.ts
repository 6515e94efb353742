/**
 * `npm run narration`: makes the clips that are missing or no longer say what is written, from espeak-ng or from recordings
 * in `narration/recordings/<locale>/<key>.<wav|flac|ogg|…>`, and takes away those that nothing says any more.
 * `--check` (a part of `npm run verify`) makes nothing and needs no program: it names what is missing, changed or said by nobody,
 * and ends with 1 where there is any. Making needs espeak-ng, python3, opus-tools, and ffmpeg for recordings; on Debian as root it installs them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apt, onPath } from './machine/apt.mjs';
import { makeClip, Speaker } from './narration/make.ts';
import { readMade, writeMade } from './narration/manifest.ts';
import { spokenLocales } from './narration/texts.ts';
import { staleClips, wantedClips } from './narration/wanted.ts';

/** Program → Debian's package. */
const needed = { 'espeak-ng': 'espeak-ng', opusenc: 'opus-tools', python3: 'python3', ffmpeg: 'ffmpeg' };

/** What is not as it should be in `locale`, a line each. */
function wrong(locale: string): readonly string[] {
	const made = readMade(locale);
	const wanted = new Set((wantedClips(locale) ?? []).map(({ id }) => id));
	return [
		...staleClips(locale, made).map(({ text }) => `${locale}: nothing says “${text}”`),
		...[...made.clips.values()]
			.filter(({ id }) => !wanted.has(id))
			.map(({ text }) => `${locale}: “${text}” is said by a clip and stands nowhere as it was`)
	];
}

/** Makes what is missing in `locale`, takes away what nobody says, writes the list. */
async function narrate(locale: string, scratch: string): Promise<void> {
	const wanted = wantedClips(locale);
	if (!wanted) return;
	const before = readMade(locale);
	const stale = staleClips(locale, before);
	const clips = new Map(before.clips);
	const sounds = new Map(before.sounds);
	const speaker = new Speaker();
	for (const missing of stale) {
		const { clip, sound } = await makeClip(speaker, locale, missing, scratch);
		clips.set(clip.text, clip);
		sounds.set(clip.id, sound);
	}
	speaker.end();
	const ids = new Set(wanted.map(({ id }) => id));
	const all = [...clips.values()].filter(({ id }) => ids.has(id));
	const gone = clips.size - all.length;
	if (stale.length > 0 || gone > 0) writeMade(locale, all, sounds);
	const megabytes = (all.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(2);
	const human = all.filter(({ spoken }) => spoken === 'human').length;
	process.stdout.write(
		`${locale}: ${all.length} clips (${human} recorded by people), ${megabytes} MB; ${stale.length} made, ${gone} taken away\n`
	);
}

if (process.argv.includes('--check')) {
	const found = spokenLocales().flatMap(wrong);
	if (found.length > 0) process.stderr.write(`${found.join('\n')}\nnpm run narration makes it good.\n`);
	process.exit(found.length > 0 ? 1 : 0);
}
const missing = Object.entries(needed).filter(([program]) => onPath(program) === null);
if (missing.length > 0 && !apt(...missing.map(([, name]) => name))) {
	process.stderr.write(`Needed to make clips: ${missing.map(([, name]) => name).join(', ')}\n`);
	process.exit(1);
}
const scratch = mkdtempSync(join(tmpdir(), 'my-say-narration-'));
try {
	for (const locale of spokenLocales()) await narrate(locale, scratch);
} finally {
	rmSync(scratch, { recursive: true, force: true });
}
