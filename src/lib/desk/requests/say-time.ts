/** How long something has waited, in the largest unit that says enough. */
import type { Words } from '../../i18n/words.svelte.ts';

/** `minutes` in words: minutes, then hours. */
export const duration = (words: Words, minutes: number): string =>
	minutes < 120
		? words.t('requests:minutes', { count: minutes })
		: words.t('requests:hours', { count: Math.floor(minutes / 60) });
