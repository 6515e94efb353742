/** The parts of one made thing, opened in order and in lots: a recording has one for each second, and asking costs more than reading. */
import { openPart, type OpenPart } from './made-part.ts';
import { partsFrom } from './made-rows.ts';

/** Bytes that are fetched at once, about; and the most parts. */
const lot = 512 * 1024;
const mostParts = 256;

/** Lots of opened parts, from the first. Ends before the first that is missing or does not open: what comes after belongs to nothing. */
export async function* openedParts(key: CryptoKey, id: string): AsyncGenerator<readonly OpenPart[], void> {
	// Learnt from the first part how large they are.
	for (let [next, most] = [0, 1]; ;) {
		const sealed = await partsFrom(id, next, most);
		const tried = await Promise.all(sealed.map((part) => openPart(key, part)));
		const opened: OpenPart[] = [];
		for (const [at, part] of tried.entries()) {
			if (!part || sealed[at]?.part !== next) break;
			opened.push(part);
			next += 1;
		}
		if (opened.length > 0) yield opened;
		if (opened.length < most) return;
		const bytes = opened.reduce((sum, part) => sum + part.bytes.length, 0);
		most = Math.max(1, Math.min(mostParts, Math.floor((lot * opened.length) / Math.max(1, bytes))));
	}
}
