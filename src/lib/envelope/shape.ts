/**
 * The small checks that all formats are made of: objects with exactly these members, ids, hashes, times, numbers.
 * Every one throws a named `Refusal`.
 */
import type { Instant } from '../base/brand.ts';
import { isId } from '../base/ids.ts';
import { fromBase64url, isBase64url } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import { demand } from './refusal.ts';

/** An object of JSON, not yet checked. */
export type Loose = Readonly<Record<string, unknown>>;

/** `value` as an object of JSON, neither null nor an array. */
export function asObject(value: unknown, what: string): Loose {
	demand(
		typeof value === 'object' && value !== null && !Array.isArray(value),
		'malformed',
		`${what}: no object`
	);
	return value as Loose;
}

/** `value` as an object that has all of `names` and no other member. */
export function exactly(value: unknown, names: readonly string[], what: string): Loose {
	const object = asObject(value, what);
	for (const name of names) demand(Object.hasOwn(object, name), 'malformed', `${what}: ${name} is missing`);
	demand(Object.keys(object).length === names.length, 'extra-member', what);
	return object;
}

/** `value` as an array of at most `most` entries. */
export function asArray(value: unknown, most: number, what: string): readonly unknown[] {
	demand(Array.isArray(value), 'malformed', `${what}: no list`);
	demand(value.length <= most, 'too-large', what);
	return value as readonly unknown[];
}

/** `value` as a string of at most `most` UTF-16 units. */
export function asText(value: unknown, most: number, what: string): string {
	demand(typeof value === 'string', 'malformed', `${what}: no text`);
	demand(value.length <= most, 'too-large', what);
	return value;
}

/** `value` as a whole number from `least` to 2^53 - 1. */
export function asCount(value: unknown, least: number, what: string): number {
	demand(Number.isSafeInteger(value) && (value as number) >= least, 'malformed', `${what}: no such number`);
	return value as number;
}

/** `value` as an id: 128 bits in base64url. */
export function asId<Id extends string>(value: unknown, what: string): Id {
	demand(isId(value), 'malformed', `${what}: no id`);
	return value as Id;
}

/** `value` as a moment, ISO 8601 UTC with milliseconds, that the calendar has. */
export function asInstant(value: unknown, what: string): Instant {
	demand(
		typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
		'malformed',
		what
	);
	const milliseconds = Date.parse(value);
	demand(!Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === value, 'malformed', what);
	return value as Instant;
}

/** `value` as strict base64url of `length` bytes, or of any number of them; looks at the text alone. */
export function asBase64url(value: unknown, what: string, length?: number): string {
	demand(typeof value === 'string', 'malformed', `${what}: no text`);
	demand(isBase64url(value), 'not-base64url', what);
	demand(length === undefined || byteLength(value) === length, 'not-base64url', `${what}: wrong length`);
	return value;
}

/** How many bytes strict base64url `text` spells. */
export const byteLength = (text: string): number => Math.floor((text.length * 3) / 4);

/** The bytes of strict base64url `value`, `length` of them where given. */
export const asBytes = (value: unknown, what: string, length?: number): Bytes =>
	fromBase64url(asBase64url(value, what, length));

/** `value` as a SHA-256 in base64url: 43 characters, the last without stray bits. */
export function asHash(value: unknown, what: string): string {
	return asBase64url(value, `${what}: no hash`, 32);
}
