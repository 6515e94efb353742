/** The views of the vectors: short, long, Welsh, in signs and emoji. Shaped as `src/lib/journey/answer.ts` says. */
import type { Answer, Views } from '../../src/lib/journey/answer.ts';
import { cast, ids, times } from './cast.ts';
import type { Player } from './cast.ts';

const answer = (question: string, ask: string, words: string, locale: string): Answer => ({
	question,
	version: 1,
	kind: 'text',
	asked: { words: ask, options: [] },
	locale,
	look: '8-11',
	state: 'answered',
	value: { kind: 'text', words },
	ways: ['type'],
	help: ['alone'],
	share: 'chair',
	wish: false,
	at: times.said
});

/** The thumbprints of `readers`, sorted. */
export const readersFor = (readers: readonly Player[]): string[] =>
	readers.map(({ thumbprint }) => thumbprint).sort();

/** Views with one answer of these words. */
export const viewsOf = (words: string, locale = 'en', readers = [cast.chair, cast.deputy]): Views => ({
	v: 1,
	vid: ids.vid,
	meeting: ids.meeting,
	invitation: ids.invitation,
	seq: 1,
	prev: null,
	readers: readersFor(readers),
	at: times.said,
	journey: { id: 'review-conference', version: 1, locale, look: '8-11' },
	answers: [
		answer('home', locale === 'cy' ? 'Sut mae pethau gartref?' : 'What is it like at home?', words, locale)
	],
	mark: { form: 'name', name: 'Non' },
	device: 'own',
	present: { who: [], how: ['alone'], steppedAway: true },
	blobs: [],
	build: 'vectors'
});

/** Welsh, with every letter that wears a circumflex or diaeresis. */
export const welsh =
	'Dw i’n hoffi’r tŷ a’r ardd, a dŵr y môr. Mae’r gath yn cysgu ar fy ngwely i. ' +
	'Dydw i ddim yn hoffi pan mae pawb yn gweiddi. Â ê î ô û ŵ ŷ ä ë ï ö ẅ Ŵ Ŷ Ẁ ỳ';

/** Signs that JSON escapes, letters from other planes, families of joined emoji, text from right to left. */
export const signs =
	'👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🐕‍🦺 "quote" \\ back / slash \b\f\n\r\t \u0000\u001f \u2028\u2029 \u007f é (e + ´) 𝒲 שלום <script>alert(1)</script>';

/** Words enough for the third step. */
export const long = 'I want to see my brother every week, not every month. '.repeat(700);
