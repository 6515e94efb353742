/**
 * The picture studio, view by view, examined as every other screen is; and the layer for those who do not see the canvas:
 * everything on it stands in a list with a name and a place.
 */
import { colourIds } from '../../src/lib/drawing/picture-model.ts';
import { colours } from '../../src/lib/drawing/paint/colours.ts';
import { ChildPage } from '../e2e/pages/child.ts';
import { StudioPage } from '../e2e/pages/studio.ts';
import type { Locator } from '@playwright/test';
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
		await child.openAtQuestions((await authority.invite({ look, locale })).link);
		if (await child.button('player:topics.send').isVisible()) await child.fromTopics();
		await studio.open();
		await studio.draw([
			[0.3, 0.3],
			[0.7, 0.4]
		]);
		await studio.press('drawing:stamp');
		// Where few things stand at a time, what is needed less is one press further.
		if (look === 'easy') await page.getByText(child.say('drawing:moreTools'), { exact: true }).click();
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

test('the picture studio in the colours that a device forces: lines carry it, and what is a colour keeps it', async ({
	visit,
	authority
}) => {
	const page = await visit({ ...deviceFor('dark', 'phone'), forcedColors: 'active' });
	const child = new ChildPage(page, { look: '8-11' });
	const studio = new StudioPage(child);
	await studio.watch();
	await child.openAtQuestions((await authority.invite({ look: '8-11' })).link);
	await studio.open();
	await studio.press('drawing:colour.orange');
	const seen = (of: Locator, what: string) =>
		of.evaluate((it, property) => getComputedStyle(it).getPropertyValue(property), what);
	const hex = (rgb: string) =>
		`#${(rgb.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
	for (const id of colourIds)
		expect(hex(await seen(studio.button(`drawing:colour.${id}`).locator('circle'), 'fill')), id).toBe(
			colours[id]
		);
	expect(await seen(studio.paper, 'background-color'), 'paper is paper').toBe('rgb(255, 255, 255)');
	const [pen, felt] = [studio.button('drawing:brush.pen'), studio.button('drawing:brush.felt')];
	const ground = await seen(pen, 'background-color');
	for (const mark of [
		await seen(pen, 'outline-color'),
		await seen(felt, 'border-block-start-color'),
		await seen(felt.locator('path').first(), 'stroke'),
		await seen(felt.locator('.word'), 'color')
	])
		expect(mark, 'lines and words stand out from what they are on').not.toBe(ground);
	expect([await seen(pen, 'outline-style'), await seen(felt, 'outline-style')]).toEqual(['solid', 'none']);
	await studio.draw([
		[0.2, 0.2],
		[0.8, 0.3]
	]);
	await studio.expectItems(1);
	await examine(page, '8-11', 'drawing in forced colours');
	await studio.tab('put');
	await studio.press('drawing:put', {
		what: child.say('drawing:sticker.face-good'),
		where: child.say('drawing:place.middle')
	});
	await studio.expectItems(2);
	await examine(page, '8-11', 'a scene in forced colours');
});
