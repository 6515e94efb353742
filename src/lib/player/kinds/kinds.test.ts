/**
 * Every kind of question of every journey, on its screen and in the review: all that is offered is there to press, and
 * the review says every word of what was said.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { createWords } from '../../i18n/words.svelte.ts';
import type { Value } from '../../journey/answer.ts';
import { askQuestion } from '../../journey/engine.ts';
import type { Journey, JourneyText, Question } from '../../journey/journey.ts';
import { ruleOf, type QuestionKind } from '../../journey/kind.ts';
import { versionIds } from '../../journey/version.ts';
import KindExample from './KindExample.svelte';

const folder = new URL('../../journey/journeys/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const ids = readdirSync(folder, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name);

/** Where each kind is asked first, with a version that asks it. */
function found(kind: QuestionKind): readonly [Journey, Question, (typeof versionIds)[number]] | null {
	for (const id of ids) {
		const journey = read(`${id}/journey.json`) as Journey;
		const question = journey.questions.find((each) => each.kind === kind);
		const version = versionIds.find((each) => question?.asked[each]);
		if (question && version) return [journey, question, version];
	}
	return null;
}

/** A value of `kind` that uses `first` and `second`, own words where it takes them, and the words it must show. */
function valueOf(
	kind: QuestionKind,
	first: string,
	second: string
): readonly [Value, readonly string[]] | null {
	switch (kind) {
		case 'then-now':
			return [{ kind, then: first, now: second }, [first, second]];
		case 'people':
			return [
				{
					kind,
					people: [
						{ who: first, name: 'Sal', place: 'near', died: true, face: { hair: 'bob' } },
						{ who: null, name: 'Rex', place: 'far', elsewhere: true }
					]
				},
				[first, 'Sal', 'Rex', 'has died', 'lives somewhere else']
			];
		case 'places':
			return [
				{ kind, placed: [[first, 'not-safe']], own: [{ name: 'The den', place: 'safe' }] },
				[first, 'The den']
			];
		case 'boxes':
			return [
				{
					kind,
					put: [
						{ box: 'worries', card: first },
						{ box: 'dreams', words: 'A dog' }
					]
				},
				[first, 'A dog']
			];
		case 'day':
			return [
				{
					kind,
					moments: [
						{ part: 'night', card: first, feel: 'not-good' },
						{ part: 'day', words: 'Bread' }
					]
				},
				[first, 'Bread', 'Not good']
			];
		case 'body':
			return [
				{
					kind,
					marks: [
						[first, 'hurts'],
						[second, 'no-touch']
					]
				},
				[first, second]
			];
		case 'who-does-what':
			return [
				{
					kind,
					rows: [
						{ who: first, what: 'Ring me', when: 'soon' },
						{ who: null, whoWords: 'Jo' }
					]
				},
				[first, 'Ring me', 'Jo']
			];
		case 'sort':
			return [{ kind, placed: [[first, 'middle']] }, [first]];
		case 'scale':
			return [{ kind, chosen: first }, [first]];
		case 'pick':
		case 'part':
			return [{ kind, chosen: [first] }, [first]];
		default:
			return null;
	}
}

const plain = (html: string): string =>
	html
		.replaceAll(/<!--.*?-->|<style.*?<\/style>/gs, '')
		.replaceAll('&amp;', '&')
		.replaceAll('&#39;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&quot;', '"');

const asked = [
	'sort',
	'scale',
	'then-now',
	'people',
	'places',
	'boxes',
	'day',
	'body',
	'who-does-what'
] as const;

describe.each(asked)('%s', (kind) => {
	it('offers every place, and what it begins with; the review says all that was said', async () => {
		const at = found(kind);
		if (!at) throw new RangeError(`no journey asks ${kind}`);
		const [journey, question, version] = at;
		const text = read(`${journey.id}/text.en.json`) as JourneyText;
		const shown = askQuestion(journey, text, question.id, version, 'seed');
		const words = await createWords('en', ['common', 'kinds', 'player']);
		const props = { question, asked: shown, words };
		const empty = plain(render(KindExample, { props }).body);
		for (const place of Object.values(shown.places ?? {})) expect(empty).toContain(place);
		if (ruleOf(kind).options) expect(empty).toContain(shown.options[0]?.words);
		expect(empty).not.toContain('<hr');
		const [first, second] = shown.options;
		const said = first && second && valueOf(kind, first.id, second.id);
		if (!said) throw new RangeError(`no value of ${kind}`);
		const body = plain(render(KindExample, { props: { ...props, value: said[0] } }).body);
		const review = body.slice(body.indexOf('<hr'));
		for (const each of said[1])
			expect(review).toContain(shown.options.find((option) => option.id === each)?.words ?? each);
	});
});
