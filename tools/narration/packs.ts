/**
 * Where the sound of clips lies: sixteen files a language, `narration/clips/<locale>-<0…f>.pack`, each the clips whose names begin
 * with that digit, in the order of their names, end to end (`packed` in `src/lib/speech/container.ts`). Thousands of small files
 * would make every clone slow; one large one would be written anew by every changed word (decision 0012). How long each clip is,
 * and the SHA-256 of each file, stand in the list: one that was damaged, or is another's, counts as not there.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { MadeClip } from './manifest.ts';

/** The first digits of clips' names. */
const digits = [...'0123456789abcdef'];

const folder = new URL('../../narration/clips/', import.meta.url);

const addressOf = (locale: string, digit: string): URL => new URL(`${locale}-${digit}.pack`, folder);

/** The SHA-256 of a pack, as it stands in the list. */
const sumOf = (pack: Uint8Array): string => createHash('sha256').update(pack).digest('base64url');

const inOrder = <Named extends { readonly id: string }>(
	clips: Iterable<Named>,
	digit: string
): readonly Named[] =>
	[...clips].filter(({ id }) => id.startsWith(digit)).sort((one, two) => (one.id < two.id ? -1 : 1));

/**
 * The sound of `clips`, all those of `locale`, by their names. `sums`: digit → SHA-256 as the list has it. Clips whose pack is
 * missing or not as it was written are left out.
 */
export function readPacks(
	locale: string,
	clips: Iterable<MadeClip>,
	sums: Readonly<Record<string, string>>
): ReadonlyMap<string, Uint8Array> {
	const all = [...clips];
	return new Map(
		digits.flatMap((digit) => {
			const file = addressOf(locale, digit);
			if (!existsSync(file)) return [];
			const pack = readFileSync(file);
			if (sumOf(pack) !== sums[digit]) return [];
			let at = 0;
			return inOrder(all, digit).map(({ id, bytes }) => {
				at += bytes;
				return [id, pack.subarray(at - bytes, at)] as const;
			});
		})
	);
}

/** Writes all packs of `locale` from the sound of each of its clips, and answers with their sums. Files that stay as they are are left alone. */
export function writePacks(locale: string, sounds: ReadonlyMap<string, Uint8Array>): Record<string, string> {
	mkdirSync(folder, { recursive: true });
	const named = [...sounds].map(([id, sound]) => ({ id, sound }));
	return Object.fromEntries(
		digits.map((digit) => {
			const pack = Buffer.concat(inOrder(named, digit).map(({ sound }) => sound));
			const file = addressOf(locale, digit);
			if (!existsSync(file) || !readFileSync(file).equals(pack)) writeFileSync(file, pack);
			return [digit, sumOf(pack)];
		})
	);
}
