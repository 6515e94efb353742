/**
 * Brands: strings and numbers that must not be mixed up although the machine spells them alike.
 */
declare const brand: unique symbol;

/** `T`, marked as a `Name`. Made with `as` only where the value has just been made or checked. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A duration in milliseconds. */
export type Milliseconds = Branded<number, 'Milliseconds'>;

/** A moment as ISO 8601 in UTC, `2026-11-22T09:30:00.000Z`. */
export type Instant = Branded<string, 'Instant'>;

/** A day as ISO 8601, `2026-12-09`. */
export type Day = Branded<string, 'Day'>;
