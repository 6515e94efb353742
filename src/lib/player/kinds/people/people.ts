/**
 * My people, as they stand on the screen and as a value. Cards are called by who somebody is: `friend`, then `friend:2`
 * for one more, `own:1` for somebody who is nobody of the list.
 */
import type { Person, Value } from '../../../journey/answer.ts';
import type { KeptFace } from '../../../picture/kept-face.ts';
import type { Placed } from '../../../ui/sort/put.ts';

/** At most this many. */
export const mostPeople = 20;

/** Near, in between, far. */
export type Nearness = Person['place'];

/** One of my people on the screen. */
export interface Known {
	/** An option, or null for somebody else. */
	readonly who: string | null;
	readonly name: string;
	readonly place: Nearness;
	readonly elsewhere: boolean;
	readonly died: boolean;
	readonly face: KeptFace | null;
}

/** The people of `value`. */
export const peopleOf = (value: Value | undefined): readonly Known[] =>
	value?.kind === 'people'
		? value.people.map(({ who, name = '', place, elsewhere = false, died = false, face = null }) => ({
				who,
				name,
				place,
				elsewhere,
				died,
				face
			}))
		: [];

/** What `people` say. Somebody who is nobody of the list and has no name yet is left out. */
export const peopleValue = (people: readonly Known[]): Value => ({
	kind: 'people',
	people: people
		.filter((person) => person.who !== null || person.name.trim() !== '')
		.map(({ who, name, place, elsewhere, died, face }) => ({
			who,
			...(name.trim() === '' ? {} : { name }),
			place,
			...(elsewhere && !died ? { elsewhere: true as const } : {}),
			...(died ? { died: true as const } : {}),
			...(face === null ? {} : { face })
		}))
});

const own = 'own';

/** The card of each of `people`, in their order. */
export function cardsOfPeople(people: readonly Known[]): readonly string[] {
	const counts = new Map<string, number>();
	return people.map(({ who }) => {
		const key = who ?? own;
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		return who === null || count > 1 ? `${key}:${count}` : key;
	});
}

/** The card for one more `who`; for somebody else where `who` is null. */
export function oneMore(people: readonly Known[], who: string | null): string {
	const count = people.filter((person) => person.who === who).length + 1;
	return who === null || count > 1 ? `${who ?? own}:${count}` : who;
}

/** Who stands on `card`: an option's id, or null. */
export const whoIs = (card: string): string | null => {
	const who = card.split(':')[0] ?? '';
	return who === own ? null : who;
};

/** `people` as `placed` says: moved, gone, or new. Everything else about them stays, and so does their order. */
export function moved(people: readonly Known[], placed: Placed): readonly Known[] {
	const at = new Map(placed);
	const cards = cardsOfPeople(people);
	const kept = people.flatMap((person, index) => {
		const place = at.get(cards[index] ?? '');
		return place === undefined ? [] : [{ ...person, place: place as Nearness }];
	});
	const fresh = placed
		.filter(([card]) => !cards.includes(card))
		.map(([card, place]) => ({
			who: whoIs(card),
			name: '',
			place: place as Nearness,
			elsewhere: false,
			died: false,
			face: null
		}));
	return [...kept, ...fresh].slice(0, mostPeople);
}
