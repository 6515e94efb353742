/**
 * Padding: spaces after view.jws up to the next step, so that an envelope's size tells only the step. Spaces are never
 * part of a JWS, so every outside tool can drop them.
 */
import { utf8 } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import { demand } from './refusal.ts';
import { steps } from './wire.ts';

const space = 0x20;

/** `text` (ASCII) followed by spaces up to the next step. Refuses what is longer than the last. */
export function pad(text: string): Bytes {
	const step = steps.find((size) => size >= text.length);
	demand(step !== undefined, 'too-large', 'views');
	const padded = new Uint8Array(step).fill(space);
	padded.set(utf8(text));
	return padded;
}

/** The text before the spaces of `padded`. Refuses padding that `pad` does not make. */
export function unpad(padded: Bytes): string {
	let end = padded.length;
	while (end > 0 && padded[end - 1] === space) end--;
	const step = steps.find((size) => size >= end);
	demand(step === padded.length && end > 0, 'wrong-padding');
	const text = new TextDecoder().decode(padded.subarray(0, end));
	demand(/^[\w.-]+$/.test(text), 'wrong-padding', 'Something else than a JWS and spaces');
	return text;
}
