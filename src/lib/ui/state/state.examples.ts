/** State: each kind. */
import type { Examples } from '../example.ts';
import State from './State.svelte';

export const examples: Examples = () =>
	(['waiting', 'empty', 'done', 'offline', 'failed'] as const).map((kind) => ({
		name: kind,
		show: State,
		props: { kind }
	}));
