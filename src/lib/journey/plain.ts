/**
 * Every kind of answer as plain lines of text: for the chair's record, for those who listen, for any place without
 * pictures. Exactly what was said, in the words that were shown and the child's own; nothing is shortened or judged. Pure.
 */
import type { Answer, Help, Place } from './answer.ts';
import type { MadeForm, MyWay } from './made.ts';
import { peopleIn, placedIn, shownOption, type ShownPerson } from './placed.ts';

/** The few words that stand in no answer, in the language of the one who reads. */
export interface PlainWords {
	readonly dontKnow: string;
	readonly skipped: string;
	/** The places of a `sort` question without words of its own, and how a moment of the day is. */
	readonly places: Readonly<Record<Place, string>>;
	readonly elsewhere: string;
	readonly died: string;
	readonly help: Readonly<Record<Help, string>>;
	/** In place of strokes. */
	readonly drawn: string;
	/** In place of what was made: a drawing, a voice, a photo. */
	readonly made: Readonly<Record<MadeForm, string>>;
	/** The name of a picture that somebody signed with. */
	readonly picture: (name: string) => string;
	/** Own words, set apart from words that were shown. */
	readonly quote: (words: string) => string;
}

const placeWords = (answer: Answer, place: string, words: PlainWords): string =>
	answer.asked.places?.[place] ?? words.places[place as Place] ?? place;

function personWords({ person, who }: ShownPerson, words: PlainWords): string {
	const name = person.name === undefined ? undefined : words.quote(person.name);
	const called = who ? (name === undefined ? who.words : `${who.words} ${name}`) : (name ?? '');
	return [called, person.died && words.died, person.elsewhere && words.elsewhere].filter(Boolean).join(', ');
}

/** The lines of one place: `Good: School, Food`; an empty place has none. */
const placeLine = (place: string, items: readonly string[]): readonly string[] =>
	items.length === 0 ? [] : [`${place}: ${items.join('; ')}`];

function valueLines(answer: Answer, words: PlainWords): readonly string[] {
	const { value } = answer;
	const option = (id: string): string => shownOption(answer, id).words;
	switch (value?.kind) {
		case 'pick':
		case 'part':
			return value.chosen.map(option);
		case 'scale':
			return [option(value.chosen)];
		case 'sort':
		case 'places':
		case 'boxes':
		case 'day':
		case 'body':
			return placedIn(answer).flatMap(({ place, items }) =>
				placeLine(
					placeWords(answer, place, words),
					items.map((item) => {
						const said = item.own ? words.quote(item.words) : item.words;
						return item.feel ? `${said} (${words.places[item.feel]})` : said;
					})
				)
			);
		case 'then-now':
			return (['then', 'now'] as const).flatMap((moment) => {
				const step = value[moment];
				return step === undefined ? [] : placeLine(placeWords(answer, moment, words), [option(step)]);
			});
		case 'people':
			return peopleIn(answer).flatMap(({ place, people }) =>
				placeLine(
					placeWords(answer, place, words),
					people.map((person) => personWords(person, words))
				)
			);
		case 'who-does-what':
			return value.rows.map((row) => {
				const who = [
					row.who === null ? undefined : option(row.who),
					row.whoWords && words.quote(row.whoWords)
				]
					.filter(Boolean)
					.join(' ');
				const what = row.what === undefined ? '' : words.quote(row.what);
				const when = row.when === undefined ? '' : ` (${placeWords(answer, row.when, words)})`;
				return `${[who, what].filter(Boolean).join(': ')}${when}`.trim();
			});
		case 'wish':
			return value.wishes.map(words.quote);
		case 'text':
			return [words.quote(value.words)];
		case 'helped':
			return [...value.who.map(option), ...value.how.map((how) => words.help[how])];
		case 'sign':
			return [
				value.mark.form === 'name'
					? words.quote(value.mark.name)
					: value.mark.form === 'picture'
						? words.picture(value.mark.picture)
						: words.drawn
			];
		case undefined:
			return [];
	}
}

function ownWayLines({ words: said, made = [] }: MyWay, words: PlainWords): readonly string[] {
	const things = made.map((each) =>
		each.words === undefined ? words.made[each.form] : `${words.made[each.form]}: ${words.quote(each.words)}`
	);
	return said === undefined ? things : [words.quote(said), ...things];
}

/** What was answered, line by line: the value, then what was said "my way". "I don't know" and "skip" are one line. */
export function plainAnswer(answer: Answer, words: PlainWords): readonly string[] {
	if (answer.state === 'dont-know') return [words.dontKnow];
	if (answer.state === 'skipped') return [words.skipped];
	const lines = valueLines(answer, words);
	return answer.myWay ? [...lines, ...ownWayLines(answer.myWay, words)] : lines;
}

/** Several answers: each question in its words, its lines under it, an empty line between. Ends with a line break. */
export const plainAnswers = (answers: readonly Answer[], words: PlainWords): string =>
	answers.map((answer) => `${[answer.asked.words, ...plainAnswer(answer, words)].join('\n')}\n`).join('\n');
