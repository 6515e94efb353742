/** How words are found, filled and changed. */
import { describe, expect, it } from 'vitest';
import { pseudo } from './pseudo.ts';
import type { Key } from './keys.ts';
import { createWords } from './words.svelte.ts';

describe('words', () => {
	it('speaks the language it was asked for', async () => {
		const words = await createWords('cy', ['common']);
		expect(words.t('common:next')).toBe('Nesaf');
		expect(words.locale).toBe('cy');
		expect(words.dir).toBe('ltr');
	});

	it('shows a hole instead of another language', async () => {
		const words = await createWords('cy', ['common']);
		expect(words.t('common:nothing.here' as Key)).toBe('⟦nothing.here⟧');
		expect(words.t('gallery:title')).toBe('⟦title⟧');
	});

	it('changes the language of all that was loaded', async () => {
		const words = await createWords('en', ['common']);
		await words.need(['gallery']);
		await words.setLocale('cy');
		expect(words.t('gallery:title')).not.toContain('⟦');
		expect(words.t('common:back')).toBe('Yn ôl');
	});

	it('stays as it was when a language has no words', async () => {
		const words = await createWords('en', ['common']);
		await expect(words.setLocale('fr')).rejects.toThrow('locales/fr/common.json');
		expect(words.t('common:next')).toBe('Next');
	});

	it('fills places and leaves what was typed as it is', async () => {
		const words = await createWords('en', ['common']);
		expect(words.t('common:stones.here', { at: 2, total: 8 })).toBe('Screen 2 of 8');
		expect(words.t('common:chosenWords', { words: '<b> & "x" $t(common:next)' })).toContain(
			'<b> & "x" $t(common:next)'
		);
	});

	it('speaks to a grown-up in other words, in every language, and to a child again', async () => {
		const words = await createWords('cy', ['common', 'player']);
		expect(words.t('common:optional')).toBe('os wyt ti eisiau');
		await words.speakTo('grown-up');
		expect(words.t('common:optional')).toBe('os dymunwch');
		expect(words.t('common:next')).toBe('Nesaf');
		await words.setLocale('en');
		expect(words.t('player:readers.act.full')).toContain('If a child is not safe');
		await words.need(['helper']);
		expect(words.t('helper:near.full', { by: 'Monday' })).toContain('whoever gave you the letter');
		await words.speakTo('child');
		await words.setLocale('cy');
		expect(words.t('common:optional')).toBe('os wyt ti eisiau');
	});

	it('has made-up languages for trying layouts', async () => {
		const long = await createWords('en-XA', ['common']);
		expect(long.t('common:stones.here', { at: 2, total: 8 }).length).toBeGreaterThan(13 * 1.4);
		expect((await createWords('ar-XB', ['common'])).dir).toBe('rtl');
		expect(pseudo('Hi {{name}}', 'long')).toContain('{{name}}');
	});
});
