/**
 * The picture studio, view by view, examined as every other screen is; and the layer for those who do not see the canvas:
 * everything on it stands in a list with a name and a place.
 */
import { ChildPage } from '../e2e/pages/child.ts';
import { StudioPage } from '../e2e/pages/studio.ts';
import { expect, test } from '../fixtures/test.ts';
import { examine } from './examine.ts';
import { deviceFor, settings } from './settings.ts';

for (const { look, locale, theme, size } of settings) {
	const name = `${look}, ${locale}, ${theme}, ${size}`;
	test(`the picture studio: ${name}`, async ({ visit, authority }) => {
		test.setTimeout(300_000);
		const page = await visit(deviceFor(theme, size));
		const child = new ChildPage(page, { look, locale });
		const studio = new StudioPage(child);
		await child.open((await authority.invite({ look, locale })).link);
		await child.toQuestions();
		if (await child.button('player:topics.send').isVisible()) await child.fromTopics();
		await studio.open();
		await studio.draw([
			[0.3, 0.3],
			[0.7, 0.4]
		]);
		await studio.press('drawing:stamp');
		await studio.press('drawing:hold');
		await examine(page, look, `drawing with a stamp, ${name}`);

		await studio.tab('put');
		await examine(page, look, `a scene, ${name}`);
		const where = child.say('drawing:place.top-left');
		await studio.press('drawing:put', { what: child.say('drawing:sticker.face-good'), where });

		await studio.tab('list');
		const listed = studio.list.getByRole('button');
		await expect(listed).toHaveCount(2);
		await expect(listed.first()).toHaveAccessibleName(
			child.say('drawing:list.what', { what: child.say('drawing:sticker.face-good'), where })
		);
		await listed.first().click();
		await examine(page, look, `the list, one chosen, ${name}`);

		await studio.tab('tell');
		await page.getByText(child.say('drawing:tell.adult')).click();
		await examine(page, look, `telling, ${name}`);
		await studio.press('drawing:newPage');
		await studio.tab('list');
		await examine(page, look, `a second page with nothing on it, ${name}`);
	});
}
