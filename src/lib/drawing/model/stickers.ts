/** The stickers: pictures of the set that a child can put into their own. Add to them; what was drawn once must open for ever. */
import type { PictureName } from '../../picture/names.ts';

/** Stickers in the groups in which they are offered. */
export const stickerGroups = {
	people: [
		'me',
		'mum',
		'dad',
		'brother-sister',
		'baby',
		'gran',
		'grandad',
		'family',
		'friend',
		'foster-carer',
		'worker',
		'teacher',
		'doctor',
		'police-officer'
	],
	feelings: [
		'face-good',
		'face-calm',
		'face-excited',
		'face-middle',
		'face-sad',
		'face-worried',
		'face-scared',
		'face-cross',
		'face-lonely',
		'face-tired'
	],
	places: ['house', 'bedroom', 'school', 'playground', 'park', 'car', 'bus', 'road'],
	things: [
		'pet',
		'food',
		'sleep',
		'play',
		'book',
		'game',
		'music',
		'sport',
		'phone',
		'clothes',
		'money',
		'medicine',
		'clock'
	],
	signs: [
		'heart',
		'wish-star',
		'morning',
		'night',
		'safe',
		'not-safe',
		'worry',
		'shouting',
		'yes',
		'no',
		'question',
		'help'
	]
} as const satisfies Readonly<Record<string, readonly PictureName[]>>;

/** A group of stickers. */
export type StickerGroup = keyof typeof stickerGroups;
/** A sticker. */
export type StickerId = (typeof stickerGroups)[StickerGroup][number];

/** Every group, in the order in which they are offered. */
export const stickerGroupIds = Object.keys(stickerGroups) as StickerGroup[];
/** Every sticker. */
export const stickerIds: readonly StickerId[] = Object.values(stickerGroups).flat();
