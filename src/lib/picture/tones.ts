/** The colours of skin, hair and cloth. They are people's own and so stay the same in the light and the dark theme. */
import type { Accent } from './drawing.ts';

/** From lightest to deepest. */
export type SkinTone = 1 | 2 | 3 | 4 | 5 | 6;

/** One skin: its own colour, a deeper one for neck and lines, cheeks, and the colours of what is drawn on it. */
export interface Skin {
	readonly fill: string;
	readonly shade: string;
	readonly blush: string;
	/** Brows, pupils. */
	readonly ink: string;
	/** Mouth: on deep skin lighter than it, so that a feeling stays plain. */
	readonly lip: string;
	readonly deep: boolean;
}

/** Mouth and eyes stand out from every one of them by 3:1 or more; `face.test.ts` computes it. */
export const skinTones: Readonly<Record<SkinTone, Skin>> = {
	1: { fill: '#fde3d0', shade: '#efc3a6', blush: '#fbc4b2', ink: '#33211f', lip: '#5c2a26', deep: false },
	2: { fill: '#f6cba6', shade: '#e0a67c', blush: '#f3ab8b', ink: '#33211f', lip: '#5c2a26', deep: false },
	3: { fill: '#e0aa78', shade: '#c58a58', blush: '#dc8f66', ink: '#2b1a17', lip: '#4d211d', deep: false },
	4: { fill: '#bd8152', shade: '#9b6539', blush: '#b96a45', ink: '#231411', lip: '#3a1613', deep: false },
	5: { fill: '#8f5a38', shade: '#6f4226', blush: '#9a5138', ink: '#160b09', lip: '#f3b6a0', deep: true },
	6: { fill: '#683f28', shade: '#4b2a19', blush: '#783f2d', ink: '#0c0605', lip: '#f0a993', deep: true }
};

/** Hair, by the words people use for it. */
export type HairTone =
	'black' | 'dark' | 'brown' | 'auburn' | 'ginger' | 'blond' | 'grey' | 'white' | 'blue' | 'pink';

/** One hair colour: mass, strands on it, and whether it is dark (then it is ink in high contrast). */
export interface HairColour {
	readonly fill: string;
	readonly strand: string;
	readonly dark: boolean;
}

/** The colours of each tone of hair. */
export const hairTones: Readonly<Record<HairTone, HairColour>> = {
	black: { fill: '#231c20', strand: '#4a3f45', dark: true },
	dark: { fill: '#3e281f', strand: '#634637', dark: true },
	brown: { fill: '#6a4227', strand: '#8d6242', dark: true },
	auburn: { fill: '#8d3f22', strand: '#b3623f', dark: true },
	ginger: { fill: '#d4742e', strand: '#a85318', dark: false },
	blond: { fill: '#ebc15f', strand: '#c7983a', dark: false },
	grey: { fill: '#a9adb8', strand: '#868b98', dark: false },
	white: { fill: '#efedea', strand: '#c6c3bf', dark: false },
	blue: { fill: '#3d63c4', strand: '#7d9bea', dark: true },
	pink: { fill: '#e070a6', strand: '#b34a80', dark: false }
};

/** One cloth: its colour and that of its seams and folds. */
export interface Cloth {
	readonly fill: string;
	readonly trim: string;
}

/** The colours of each tone of cloth: accents, ink and white. */
export const clothTones: Readonly<Record<Accent | 'ink' | 'white', Cloth>> = {
	sun: { fill: '#f4b73a', trim: '#c98a12' },
	coral: { fill: '#ee7f66', trim: '#c4543b' },
	leaf: { fill: '#4fae8b', trim: '#2f8263' },
	sky: { fill: '#5a9de0', trim: '#3574b8' },
	plum: { fill: '#9a80d6', trim: '#7157b0' },
	ink: { fill: '#323c60', trim: '#55618c' },
	white: { fill: '#fbf9f5', trim: '#cfcac0' }
};
