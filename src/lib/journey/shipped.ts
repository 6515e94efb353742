/**
 * What must be known of the journeys that come with the product without loading one: whom each asks, and whether it is of use before
 * the meeting only. Held to the journeys themselves by a test.
 */
import type { Audience } from './journey.ts';

/** One journey from the outside. */
interface Shipped {
	readonly asks: Audience;
	/** It is the meeting's own, or is to be read before it: late after that. Else it may be said at any time. */
	readonly before: boolean;
}

const child = (before: boolean): Shipped => ({ asks: 'child', before });

/** By id. */
const shipped: Readonly<Record<string, Shipped>> = {
	'review-conference': child(true),
	'first-conference': child(true),
	'core-group': child(true),
	'looked-after-review': child(true),
	'first-looked-after-review': child(true),
	'foster-carer-review': child(true),
	'short-breaks': child(true),
	'pathway-review': child(true),
	assessment: child(true),
	'getting-ready': child(true),
	'good-news': child(false),
	worry: child(false),
	'see-someone': child(false),
	'after-meeting': child(false),
	comment: child(false),
	'parent-before': { asks: 'parent', before: true },
	'parent-after': { asks: 'parent', before: false },
	observation: { asks: 'observer', before: true }
};

/** The ids of the journeys that come with the product. */
export const shippedIds: readonly string[] = Object.keys(shipped);

/** Whether a journey of the product is called `id`. */
export const isShipped = (id: string): boolean => Object.hasOwn(shipped, id);

/** Whom the journey `id` asks. An authority's own ask children. */
export const asksOf = (id: string): Audience => (isShipped(id) ? shipped[id]?.asks : null) ?? 'child';

/** Whether a letter about `id`, beside the meeting's own, is for before the meeting. */
export const isBefore = (id: string): boolean => isShipped(id) && shipped[id]?.before === true;
