/** The picture studio, empty and full, and a picture as others see it. */
import type { Examples } from '../ui/example.ts';
import ShownExample from './ShownExample.svelte';
import StudioExample from './StudioExample.svelte';

export const examples: Examples = () => [
	{ name: 'studio', show: StudioExample, screen: true },
	{ name: 'full', show: StudioExample, props: { full: true }, screen: true },
	{ name: 'shown', show: ShownExample }
];
