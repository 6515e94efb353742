/**
 * What a child may say with a request, one thing at a time and each of it optional: pictures to choose from and room for own
 * words. The words stand in `locales/<language>/asking.json` under `items.<id>`.
 */
import type { PictureName } from '../../picture/names.ts';
import type { Wanted } from './asking.ts';

/** One thing that may be said. */
export interface AskItem {
	readonly id: string;
	/** Cards to choose from: the last part of their key, and a picture. */
	readonly cards: readonly (readonly [string, PictureName])[];
	readonly many: boolean;
	/** Whether there is room for own words beside the cards. */
	readonly own: boolean;
	/** Nothing goes without own words here. */
	readonly needed?: true;
}

const advocate: readonly AskItem[] = [
	{
		id: 'about',
		cards: [
			['home', 'house'],
			['school', 'school'],
			['family', 'family-time'],
			['meeting', 'meeting'],
			['else', 'question']
		],
		many: true,
		own: true
	},
	{
		id: 'reach',
		cards: [
			['letter', 'letter'],
			['school', 'school'],
			['phone', 'phone']
		],
		many: true,
		own: true
	},
	{
		id: 'message',
		cards: [
			['yes', 'yes'],
			['no', 'no'],
			['dontKnow', 'dont-know']
		],
		many: false,
		own: false
	},
	{ id: 'not-know', cards: [], many: false, own: true },
	{
		id: 'when',
		cards: [
			['morning', 'morning'],
			['afterSchool', 'school'],
			['evening', 'night']
		],
		many: true,
		own: true
	},
	{
		id: 'how',
		cards: [
			['talk', 'talk'],
			['write', 'type'],
			['draw', 'draw'],
			['pictures', 'picture'],
			['helper', 'share']
		],
		many: true,
		own: true
	},
	{
		id: 'language',
		cards: [
			['en', 'language'],
			['cy', 'language']
		],
		many: true,
		own: true
	},
	{ id: 'words', cards: [], many: false, own: true }
];

const notSafe: readonly AskItem[] = [
	{
		id: 'now',
		cards: [
			['now', 'clock'],
			['notNow', 'calendar']
		],
		many: false,
		own: false
	},
	{
		id: 'with',
		cards: [
			['nobody', 'nobody'],
			['parents', 'parents'],
			['carer', 'foster-carer'],
			['siblings', 'brother-sister'],
			['friend', 'friend'],
			['teacher', 'teacher'],
			['else', 'somebody']
		],
		many: true,
		own: true
	},
	{ id: 'words', cards: [], many: false, own: true }
];

/** Without a letter nobody knows who asks: how to be found has to be said, a name may be. */
const found: readonly AskItem[] = [
	{ id: 'find', cards: [], many: false, own: true, needed: true },
	{ id: 'name', cards: [], many: false, own: true }
];

/** What may be said with `what`, in the order in which it is offered; `letter`: whether one is open. */
export function itemsOf(what: Wanted, letter: boolean): readonly AskItem[] {
	const items = what === 'advocate' ? advocate : notSafe;
	return letter ? items : [...found, ...items.filter(({ id }) => id !== 'reach')];
}
