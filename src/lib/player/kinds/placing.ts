/**
 * Answers that put cards in places, as they are while somebody is at it, and as values: `places`, `boxes`, `day`, `body`.
 * Own words are cards of their own, called `own:<number>`; a card that has no words yet is on the screen and in no value.
 */
import type { Place, Value } from '../../journey/answer.ts';
import { put, type Placed } from '../../ui/sort/put.ts';

/** The kinds that put cards in places with the help of this file. */
export type PlacingKind = 'places' | 'boxes' | 'day' | 'body';

/** How things stand on the screen. */
export interface Placing {
	/** Card and place, in the order in which they were put. */
	readonly placed: Placed;
	/** Own words by card. */
	readonly own: Readonly<Record<string, string>>;
	/** How a card is, where the kind asks that (`day`). */
	readonly feels: Readonly<Record<string, Place>>;
}

/** Nothing put. */
export const nothingPlaced: Placing = { placed: [], own: {}, feels: {} };

/** Whether `card` is one of own words. No option is called so: a colon stands in no id. */
export const isOwn = (card: string): boolean => card.startsWith('own:');

/** A name for one more card of own words. */
export function newOwn({ own }: Placing): string {
	const numbers = Object.keys(own).map((id) => Number(id.slice('own:'.length)));
	return `own:${Math.max(0, ...numbers) + 1}`;
}

interface Entry {
	readonly place: string;
	readonly card?: string;
	readonly words?: string;
	readonly feel?: Place;
}

function entriesOf(value: Value | undefined): readonly Entry[] {
	switch (value?.kind) {
		case 'places':
			return [
				...value.placed.map(([card, place]) => ({ card, place })),
				...(value.own ?? []).map(({ name, place }) => ({ words: name, place }))
			];
		case 'boxes':
			return value.put.map(({ box, ...rest }) => ({ place: box, ...rest }));
		case 'day':
			return value.moments.map(({ part, ...rest }) => ({ place: part, ...rest }));
		case 'body':
			return value.marks.map(([card, place]) => ({ card, place }));
		default:
			return [];
	}
}

/** `value` as it stands on the screen: the same own words in several places are one card. */
export function placingOf(value: Value | undefined): Placing {
	let state = nothingPlaced;
	for (const { place, card, words, feel } of entriesOf(value)) {
		const known = Object.entries(state.own).find(([, said]) => said === words)?.[0];
		const id = card ?? known ?? newOwn(state);
		state = {
			placed: [...state.placed, [id, place]],
			own: words === undefined ? state.own : { ...state.own, [id]: words },
			feels: feel ? { ...state.feels, [id]: feel } : state.feels
		};
	}
	return state;
}

/** What `state` says, as a value of `kind`. Own cards without words are left out. */
export function valueOf(kind: PlacingKind, { placed, own, feels }: Placing): Value {
	const entries = placed.flatMap(([card, place]): readonly (Entry & { readonly place: never })[] => {
		const feel = feels[card] ? { feel: feels[card] } : {};
		// The screen offers this kind's own places alone, so that each place is one of them.
		if (!isOwn(card)) return [{ place: place as never, card, ...feel }];
		const words = own[card] ?? '';
		return words.trim() === '' ? [] : [{ place: place as never, words, ...feel }];
	});
	switch (kind) {
		case 'places': {
			const named = entries.flatMap(({ words: name, place }) =>
				name === undefined ? [] : [{ name, place }]
			);
			return {
				kind,
				placed: entries.flatMap(({ card, place }) => (card === undefined ? [] : [[card, place] as const])),
				...(named.length > 0 ? { own: named } : {})
			};
		}
		case 'boxes':
			return { kind, put: entries.map(({ place, feel: _none, ...rest }) => ({ box: place, ...rest })) };
		case 'day':
			return { kind, moments: entries.map(({ place, ...rest }) => ({ part: place, ...rest })) };
		case 'body':
			return { kind, marks: entries.flatMap(({ card, place }) => (card ? [[card, place] as const] : [])) };
	}
}

/** `state` with a new card of own words in `place`, without words as yet. */
export function withOwn(state: Placing, place: string): { readonly state: Placing; readonly card: string } {
	const card = newOwn(state);
	return {
		card,
		state: { ...state, placed: put(state.placed, card, place), own: { ...state.own, [card]: '' } }
	};
}

/** `state` with how `card` is; said again: taken back. */
export function withFeel(state: Placing, card: string, feel: Place): Placing {
	const { [card]: before, ...others } = state.feels;
	return { ...state, feels: before === feel ? others : { ...others, [card]: feel } };
}

/** `state` with `placed`; own words and feelings of cards that are nowhere go with them. */
export function withPlaced(state: Placing, placed: Placed): Placing {
	const kept = new Set(placed.map(([card]) => card));
	const only = <Each>(all: Readonly<Record<string, Each>>): Readonly<Record<string, Each>> =>
		Object.fromEntries(Object.entries(all).filter(([card]) => kept.has(card)));
	return { placed, own: only(state.own), feels: only(state.feels) };
}
