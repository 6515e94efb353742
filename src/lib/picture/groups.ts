/** How each group of drawings is fetched: a chunk of its own. `core` comes with the code. */
import type { Drawing } from './drawing.ts';

type Fetched = () => Promise<Readonly<Record<string, Drawing>>>;

/** Each group of pictures, core at once and the others fetched when first asked for. */
export const groups = {
	core: () => import('./pictures/core.ts').then((module) => module.core),
	marks: () => import('./pictures/marks.ts').then((module) => module.marks),
	places: () => import('./pictures/places.ts').then((module) => module.places),
	days: () => import('./pictures/days.ts').then((module) => module.days),
	lives: () => import('./pictures/lives.ts').then((module) => module.lives),
	talks: () => import('./pictures/talks.ts').then((module) => module.talks)
} as const satisfies Readonly<Record<string, Fetched>>;

/** A group of drawings that are fetched together. */
export type Group = keyof typeof groups;
