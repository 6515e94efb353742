/**
 * Answers that put things in places, read back: `sort`, `places`, `boxes`, `day`, `body`, and the people of `people`. One
 * reading for the review, the chair's page and the plain text, so that all three say the same. Pure.
 */
import type { Answer, Person, Place } from './answer.ts';
import { ruleOf } from './kind.ts';

/** One thing that was put somewhere. */
export interface PlacedItem {
	/** Unique within its place. */
	readonly id: string;
	/** The option's words as they were shown, or the child's own. */
	readonly words: string;
	readonly picture?: string;
	/** The words are the child's own. */
	readonly own: boolean;
	/** How it is, where that was said (`day`). */
	readonly feel?: Place;
}

/** One place and what was put there, in the order in which it was put. */
export interface PlacedIn {
	readonly place: string;
	readonly items: readonly PlacedItem[];
}

/** The option called `id` as it was shown. An id without words stands for itself: better an odd word than none. */
export const shownOption = (answer: Answer, id: string): Answer['asked']['options'][number] =>
	answer.asked.options.find((option) => option.id === id) ?? { id, words: id };

/** A card or own words, with its place: what every such value comes down to. */
interface Put {
	readonly place: string;
	readonly card?: string;
	readonly words?: string;
	readonly feel?: Place;
}

function puts({ value }: Answer): readonly Put[] {
	switch (value?.kind) {
		case 'sort':
		case 'body':
			return value.kind === 'sort'
				? value.placed.map(([card, place]) => ({ card, place }))
				: value.marks.map(([card, place]) => ({ card, place }));
		case 'places':
			return [
				...value.placed.map(([card, place]) => ({ card, place })),
				...(value.own ?? []).map(({ name, place }) => ({ words: name, place }))
			];
		case 'boxes':
			return value.put.map(({ box, ...rest }) => ({ place: box, ...rest }));
		case 'day':
			return value.moments.map(({ part, ...rest }) => ({ place: part, ...rest }));
		default:
			return [];
	}
}

/** Every place of the answer's kind in its order, empty ones too; none where the kind puts nothing in places. */
export function placedIn(answer: Answer): readonly PlacedIn[] {
	if (!answer.value || !['sort', 'body', 'places', 'boxes', 'day'].includes(answer.value.kind)) return [];
	const all = puts(answer);
	return ruleOf(answer.kind).places.map((place) => ({
		place,
		items: all.flatMap((put, at): readonly PlacedItem[] => {
			if (put.place !== place) return [];
			const feel = put.feel ? { feel: put.feel } : {};
			if (put.card === undefined) return [{ id: `own:${at}`, words: put.words ?? '', own: true, ...feel }];
			const { words, picture } = shownOption(answer, put.card);
			return [{ id: put.card, words, ...(picture ? { picture } : {}), own: false, ...feel }];
		})
	}));
}

/** One of a child's people as they are shown. */
export interface ShownPerson {
	readonly person: Person;
	/** What the child was shown for who it is; absent where they are nobody of the list. */
	readonly who?: Answer['asked']['options'][number];
}

/** Near, in between, far: everyone whom the child put there, in their order. None for other kinds. */
export function peopleIn(
	answer: Answer
): readonly { place: Person['place']; people: readonly ShownPerson[] }[] {
	const { value } = answer;
	if (value?.kind !== 'people') return [];
	return (['near', 'middle', 'far'] as const).map((place) => ({
		place,
		people: value.people
			.filter((person) => person.place === place)
			.map((person) => (person.who === null ? { person } : { person, who: shownOption(answer, person.who) }))
	}));
}
