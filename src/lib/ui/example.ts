/** What an example of a component is: the one list that feeds the gallery, and through it the tests in the browser. */
import type { Component } from 'svelte';
import type { Words } from '../i18n/words.svelte.ts';

/** One way a component can stand. */
export interface Example {
	/** Unique within its component. */
	readonly name: string;
	/** What is shown. */
	readonly show: Component<never>;
	readonly props?: Readonly<Record<string, unknown>>;
	/** Words within it, for components that take children. */
	readonly text?: string;
	/** A whole screen: shown alone. */
	readonly screen?: boolean;
}

/** The examples of one component, in the language of `t`. */
export type Examples = (t: Words['t']) => readonly Example[];
