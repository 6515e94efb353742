import { describe, expect, it } from 'vitest';
import { createWords } from '../i18n/words.svelte.ts';
import { examplePicture } from './model/example-picture.ts';
import { stickerIds } from './model/stickers.ts';
import { emptyPicture } from './picture-model.ts';
import { wordsOf } from './words-of.ts';

describe.each(['en', 'cy'])('in %s', async (locale) => {
	const { t } = await createWords(locale, ['drawing']);

	it('every sticker has a word', () => {
		expect(stickerIds.map((id) => t(`drawing:sticker.${id}`)).filter((said) => said.includes('⟦'))).toEqual(
			[]
		);
	});

	it('says what is on the page and where, and no more', () => {
		const said = wordsOf(examplePicture, t);
		expect(said).not.toContain('⟦');
		expect(said).toContain('Bela');
		// The child's own words are theirs; these are made from the items.
		expect(said).not.toContain('Me and my dog');
		expect(said).toMatchSnapshot();
	});

	it('says that an empty picture is empty, and tells pages apart', () => {
		expect(wordsOf(emptyPicture('wide'), t)).toBe(t('drawing:said.nothing'));
		const two = { ...examplePicture, pages: [...examplePicture.pages, ...emptyPicture('wide').pages] };
		expect(wordsOf(two, t)).toContain(t('drawing:said.page', { at: 2 }));
	});
});
