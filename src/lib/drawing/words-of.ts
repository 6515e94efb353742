/**
 * A picture in plain words: what is on it and where, in the order in which it lies. Made from the items alone; nothing is
 * read into a drawing. Wants the words of `drawing:` in `t`.
 */
import type { Words } from '../i18n/words.svelte.ts';
import { boxOf, placeOf } from './model/place.ts';
import type { Item, Page, PageShape, Picture } from './picture-model.ts';

/** What one item is called: a sticker's name, a form, a line of ink, the words themselves. */
export function nameOf(item: Item, t: Words['t']): string {
	switch (item.kind) {
		case 'sticker':
			return t(`drawing:sticker.${item.picture}`);
		case 'form':
			return t('drawing:said.of', {
				what: t(`drawing:form.${item.form}`),
				colour: t(`drawing:colour.${item.colour}`)
			});
		case 'written':
			return t('drawing:said.written', { words: item.words });
		case 'stroke':
			return t('drawing:said.of', {
				what: t(`drawing:brush.${item.brush}`),
				colour: t(`drawing:colour.${item.colour}`)
			});
	}
}

/** Where an item is, in words. */
export const whereIs = (item: Item, shape: PageShape, t: Words['t']): string =>
	t(`drawing:place.${placeOf(boxOf(item), shape)}`);

function pageWords(page: Page, shape: PageShape, t: Words['t']): string[] {
	const said: string[] = [];
	if (page.background !== 'plain')
		said.push(t('drawing:said.behind', { what: t(`drawing:background.${page.background}`) }));
	if (page.paper) said.push(t('drawing:said.paper', { colour: t(`drawing:colour.${page.paper}`) }));
	const lines = new Map<string, number>();
	for (const item of page.items) {
		if (item.kind === 'stroke') {
			const colour = t(`drawing:colour.${item.colour}`);
			lines.set(colour, (lines.get(colour) ?? 0) + 1);
		} else said.push(t('drawing:said.item', { what: nameOf(item, t), where: whereIs(item, shape, t) }));
	}
	for (const [colour, count] of lines) said.push(t('drawing:said.lines', { count, colour }));
	return said;
}

/** The items of `picture` in words. The child's own words for it (`picture.words`) stand apart: these are never theirs. */
export function wordsOf(picture: Picture, t: Words['t']): string {
	const pages = picture.pages.map((page) => pageWords(page, picture.shape, t));
	if (pages.every((said) => said.length === 0)) return t('drawing:said.nothing');
	if (pages.length === 1) return (pages[0] ?? []).join(' ');
	return pages
		.map((said, at) =>
			[t('drawing:said.page', { at: at + 1 }), ...(said.length ? said : [t('drawing:said.nothing')])].join(
				' '
			)
		)
		.join(' ');
}
