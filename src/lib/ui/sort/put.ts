/** Putting cards in places, as a pure act on what was put so far. */
import type { PictureName } from '../../picture/names.ts';

/** A card that can be put somewhere. */
export interface SortCard {
	readonly id: string;
	readonly words: string;
	readonly picture?: PictureName;
	/** The words are a child's own: in their letters. */
	readonly own?: boolean;
}

/** Card and place, in the order in which they were put. */
export type Placed<Id extends string = string> = readonly (readonly [string, Id])[];

/** `placed` with `card` in `place`: moved there from anywhere else, at the end. */
export const put = <Id extends string>(placed: Placed<Id>, card: string, place: Id): Placed<Id> => [
	...takeOut(placed, card),
	[card, place]
];

/** `placed` without `card`, wherever it was. */
export const takeOut = <Id extends string>(placed: Placed<Id>, card: string): Placed<Id> =>
	placed.filter(([id]) => id !== card);

/** Whether `card` is in `place`. */
export const isIn = <Id extends string>(placed: Placed<Id>, card: string, place: Id): boolean =>
	placed.some(([id, at]) => id === card && at === place);

/** `placed` with `card` in `place` too, or there no longer: a card that may be in several places. */
export const putToo = <Id extends string>(placed: Placed<Id>, card: string, place: Id): Placed<Id> =>
	isIn(placed, card, place)
		? placed.filter(([id, at]) => id !== card || at !== place)
		: [...placed, [card, place]];
