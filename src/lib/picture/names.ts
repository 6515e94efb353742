/**
 * Every picture by name, and where it comes from: a group of drawings, or the parametric head (`face-…` shows a feeling,
 * the others somebody). Journeys name their pictures from this list.
 */
import type { Feeling } from './features.ts';
import type { Group } from './groups.ts';
import type { PersonName } from './people.ts';

const drawn = {
	core: [
		'leave',
		'next',
		'back',
		'tick',
		'hear',
		'advocate',
		'dont-know',
		'skip',
		'draw',
		'talk',
		'type',
		'language',
		'settings',
		'lock',
		'put-away'
	],
	marks: [
		'good',
		'middle',
		'not-good',
		'wish-star',
		'kept',
		'sent',
		'on-its-way',
		'arrived',
		'opened',
		'waiting',
		'offline',
		'failed',
		'empty',
		'done',
		'send',
		'letter',
		'look',
		'step-away',
		'pen',
		'name',
		'mark',
		'sign',
		'picture',
		'copy',
		'change-answer',
		'key',
		'box',
		'add',
		'remove',
		'start',
		'stop',
		'pause',
		'photo',
		'switch',
		'point'
	],
	places: [
		'house',
		'bedroom',
		'school',
		'playground',
		'outside',
		'park',
		'club',
		'road',
		'car',
		'bus',
		'meeting',
		'safe',
		'not-sure',
		'not-safe',
		'help',
		'phone',
		'online',
		'family-time',
		'faith',
		'seat',
		'door',
		'hand-up',
		'break-card'
	],
	days: [
		'morning',
		'night',
		'sleep',
		'food',
		'wash',
		'clothes',
		'play',
		'book',
		'learning',
		'pet',
		'sport',
		'music',
		'game',
		'money',
		'work',
		'tooth',
		'health',
		'medicine',
		'clock',
		'calendar',
		'dream',
		'body'
	],
	lives: [
		'near',
		'between',
		'far',
		'somebody',
		'elsewhere',
		'remember',
		'basket-good',
		'basket-worries',
		'basket-dreams',
		'midday',
		'evening',
		'hurts',
		'itches',
		'no-touch',
		'body-head',
		'body-eyes-ears',
		'body-mouth',
		'body-tummy',
		'body-arms',
		'body-legs',
		'body-skin',
		'body-back',
		'body-inside'
	],
	talks: [
		'document',
		'worry',
		'worry-small',
		'worry-none',
		'unkind',
		'shouting',
		'private',
		'listen',
		'breathe',
		'break',
		'better',
		'same',
		'harder',
		'more',
		'less',
		'just-right',
		'yes',
		'a-bit',
		'no',
		'come',
		'come-a-bit',
		'video',
		'stay-away',
		'plan',
		'report',
		'question',
		'rules',
		'promise',
		'nobody',
		'share',
		'reply',
		'heart'
	]
} as const satisfies Readonly<Record<Group, readonly string[]>>;

const felt = [
	'good',
	'middle',
	'not-good',
	'worried',
	'cross',
	'scared',
	'calm',
	'sad',
	'tired',
	'poorly',
	'excited',
	'shy',
	'lonely',
	'dont-know'
] as const satisfies readonly Feeling[];
const known = [
	'me',
	'mum',
	'dad',
	'gran',
	'grandad',
	'baby',
	'friend',
	'worker',
	'chair',
	'teacher',
	'foster-carer',
	'doctor',
	'police-officer',
	'helper',
	'parents',
	'brother-sister',
	'grandparent',
	'family',
	'everybody'
] as const satisfies readonly PersonName[];

/** A drawing of a group. */
export type DrawnName = (typeof drawn)[Group][number];
/** A head: the child's with a feeling, or somebody. */
export type HeadName = `face-${(typeof felt)[number]}` | (typeof known)[number];
/** Any picture. */
export type PictureName = DrawnName | HeadName;

const groupByName = new Map<string, Group>(
	(Object.keys(drawn) as Group[]).flatMap((group) => drawn[group].map((name) => [name, group] as const))
);

/** Every drawing's name. */
export const drawnNames: readonly DrawnName[] = Object.values(drawn).flat();
/** Every head's name. */
export const headNames: readonly HeadName[] = [...felt.map((feel) => `face-${feel}` as const), ...known];
/** Every picture's name. */
export const pictureNames: readonly PictureName[] = [...drawnNames, ...headNames];

/** The group that `name` is fetched with; null for a head, which is not fetched as a drawing. */
export const groupOf = (name: PictureName): Group | null => groupByName.get(name) ?? null;

/** Whether `name` is in the set, as data from elsewhere must be checked. */
export const isPictureName = (name: string): name is PictureName =>
	groupByName.has(name) || headNames.some((head) => head === name);

const turning: ReadonlySet<PictureName> = new Set<PictureName>([
	'next',
	'back',
	'leave',
	'skip',
	'hear',
	'send',
	'on-its-way',
	'come',
	'come-a-bit',
	'reply',
	'same',
	'better',
	'harder'
]);

/** Whether `name` points along the line of reading, and so is turned over where that runs from right to left. */
export const turnsWithReading = (name: PictureName): boolean => turning.has(name);
