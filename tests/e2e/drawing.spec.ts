/**
 * The picture studio in the product: five ways to the very same picture, hands and palms, keys, taking back; and the chair
 * sees what the child saw.
 */
import { expect, test } from '../fixtures/test.ts';
import { pixelsOf, unlike } from '../fixtures/pixels.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';
import { keyboard, type Hand } from './pages/hand.ts';
import { StudioPage } from './pages/studio.ts';

test.use({ viewport: { width: 1024, height: 768 } });

/** A child's studio, open, with what it keeps being watched. */
async function openStudio(
	page: ConstructorParameters<typeof ChildPage>[0],
	link: string,
	hand?: Hand
): Promise<StudioPage> {
	const child = new ChildPage(page, hand ? { hand } : {});
	const studio = new StudioPage(child);
	await studio.watch();
	await child.openAtQuestions(link);
	await studio.open();
	return studio;
}

const sticker = { what: 'House' };

/** A house of middling size in the middle of a garden, by each of the ways. The garden is chosen the same way in all. */
const ways: Readonly<Record<string, (studio: StudioPage) => Promise<void>>> = {
	'by hand, with a stamp': async (studio) => {
		await studio.tab('draw');
		await studio.press('drawing:stamp');
		await studio.press('drawing:group.places');
		await studio.press('drawing:sticker.house');
		await studio.page.mouse.click(...(await studio.at([0.5, 0.5])));
	},
	'by keys': async (studio) => {
		await studio.tab('draw');
		await studio.press('drawing:stamp');
		await studio.press('drawing:group.places');
		await studio.press('drawing:sticker.house');
		await studio.paper.focus();
		for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'Space'])
			await studio.page.keyboard.press(key);
	},
	'as a scene': async (studio) => {
		await studio.press('drawing:group.places');
		await studio.press('drawing:sticker.house');
		await studio.press('drawing:put', { ...sticker, where: studio.child.say('drawing:place.middle') });
	},
	'through the list': async (studio) => {
		await studio.press('drawing:group.places');
		await studio.press('drawing:sticker.house');
		await studio.press('drawing:size.small');
		await studio.press('drawing:put', { ...sticker, where: studio.child.say('drawing:place.top') });
		await studio.tab('list');
		await studio.list.getByRole('button').click();
		for (let at = 0; at < 5; at++) await studio.press('drawing:list.down');
		await studio.press('drawing:list.bigger');
		await studio.press('drawing:list.bigger');
	},
	'by telling, in symbols': async (studio) => {
		await studio.tab('tell');
		await studio.press('drawing:group.places');
		await studio.press('drawing:sticker.house');
	}
};

test('each of the five ways makes the same picture', async ({ visit, authority }) => {
	const kept: Record<string, string> = {};
	for (const [name, way] of Object.entries(ways)) {
		const page = await visit({ viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' });
		const studio = await openStudio(page, (await authority.invite({ look: '8-11' })).link);
		await studio.tab('put');
		await studio.press('drawing:background.garden');
		await way(studio);
		await studio.expectItems(1);
		const wanted = { kind: 'sticker', picture: 'house', x: 2000, y: 1500, size: 800 };
		await expect
			.poll(async () => (await studio.kept())?.pages[0]?.items[0], { message: name })
			.toEqual(wanted);
		kept[name] = JSON.stringify(await studio.kept());
		await page.context().close();
	}
	expect(new Set(Object.values(kept)).size, JSON.stringify(kept, null, 1)).toBe(1);
});

test('one finger draws: a second finger and a palm beside the pen do nothing; what counts is lifting', async ({
	visit,
	authority
}) => {
	const page = await visit({
		viewport: { width: 1024, height: 768 },
		hasTouch: true,
		reducedMotion: 'reduce'
	});
	const studio = await openStudio(page, (await authority.invite({ look: '8-11' })).link);
	const cdp = await page.context().newCDPSession(page);
	const points = async (...places: (readonly [number, number])[]) =>
		(await Promise.all(places.map((place) => studio.at(place)))).map(([x, y], id) => ({ x, y, id }));
	const touch = async (
		type: 'touchStart' | 'touchMove' | 'touchEnd',
		...places: (readonly [number, number])[]
	) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: await points(...places) });

	await touch('touchStart', [0.2, 0.2]);
	await touch('touchMove', [0.3, 0.3]);
	await expect(studio.button('drawing:undo'), 'nothing counts before it is lifted').toBeDisabled();
	// The second finger comes, moves, and goes.
	await touch('touchStart', [0.3, 0.3], [0.8, 0.8]);
	await touch('touchMove', [0.4, 0.3], [0.6, 0.6]);
	await touch('touchMove', [0.5, 0.3], [0.5, 0.9]);
	await touch('touchEnd');
	await studio.expectItems(1);
	const line = (await studio.kept())?.pages[0]?.items[0];
	const reach =
		line?.kind === 'stroke' ? line.points.filter((_, at) => at % 2).reduce((sum, y) => sum + y, 0) : NaN;
	// Of 3000: the line ends where the first finger was, not the second.
	expect(reach).toBeLessThan(1200);

	// A pen draws; the hand that holds it touches the glass.
	const pen = async (
		type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
		place: readonly [number, number]
	) => {
		const [x, y] = await studio.at(place);
		await cdp.send('Input.dispatchMouseEvent', {
			type,
			x,
			y,
			button: 'left',
			buttons: type === 'mouseReleased' ? 0 : 1,
			clickCount: 1,
			pointerType: 'pen',
			force: 0.8
		});
	};
	await pen('mousePressed', [0.2, 0.6]);
	await pen('mouseMoved', [0.4, 0.7]);
	await pen('mouseReleased', [0.5, 0.7]);
	await touch('touchStart', [0.9, 0.9]);
	await touch('touchEnd');
	await studio.expectItems(2);
	const inked = (await studio.kept())?.pages[0]?.items[1];
	expect(inked?.kind === 'stroke' && inked.force?.length, 'what the pen pressed is kept').toBeGreaterThan(1);
});

test('press, move, press draws a line without anything held', async ({ page, authority }) => {
	const studio = await openStudio(page, (await authority.invite({ look: '8-11' })).link);
	await studio.press('drawing:hold');
	await page.mouse.click(...(await studio.at([0.2, 0.2])));
	await page.mouse.move(...(await studio.at([0.7, 0.6])), { steps: 10 });
	await expect(studio.button('drawing:undo')).toBeDisabled();
	await page.mouse.click(...(await studio.at([0.7, 0.6])));
	await studio.expectItems(1);
	await page.mouse.move(...(await studio.at([0.1, 0.9])), { steps: 5 });
	const line = (await studio.kept())?.pages[0]?.items[0];
	expect(line?.kind === 'stroke' && line.points.length).toBeGreaterThan(12);
});

test('by keyboard alone: a line, a scene, changes from the list, taking back; everything is said', async ({
	page,
	authority
}) => {
	const studio = await openStudio(page, (await authority.invite({ look: '8-11' })).link, keyboard);
	await studio.press('drawing:colour.blue');
	await studio.paper.focus();
	await page.keyboard.press('Space');
	await studio.expectSaid('drawing:paper.penDown');
	for (let at = 0; at < 4; at++) await page.keyboard.press('ArrowRight');
	await studio.expectSaid('drawing:paper.at', {
		where: studio.child.say('drawing:place.middle'),
		across: '60',
		down: '50'
	});
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('Space');
	await studio.expectItems(1);
	const line = (await studio.kept())?.pages[0]?.items[0];
	expect(line?.kind === 'stroke' && line.colour).toBe('blue');
	expect(line?.kind === 'stroke' && line.points).toEqual([2000, 1500, 100, 0, 100, 0, 100, 0, 100, 0, 0, 20]);
	await studio.press('drawing:undo');
	await studio.expectSaid('drawing:undone');
	await studio.press('drawing:redo');

	await studio.tab('put');
	await studio.press('drawing:group.things');
	await studio.press('drawing:sticker.pet');
	await studio.press('drawing:put', { what: 'Pet', where: studio.child.say('drawing:place.top-left') });
	await studio.expectItems(2);
	await studio.tab('list');
	await keyboard.press(studio.list.getByRole('button', { name: /^Pet/ }));
	for (const act of ['right', 'bigger', 'back'] as const) await studio.press(`drawing:list.${act}`);
	await studio.expectSaid('drawing:list.changed', {
		what: 'Pet',
		where: studio.child.say('drawing:place.top-left')
	});
	await expect
		.poll(async () => (await studio.kept())?.pages[0]?.items.map(({ kind }) => kind))
		.toEqual(['sticker', 'stroke']);
	await studio.press('drawing:list.remove');
	await studio.expectItems(1);

	await studio.press('drawing:newPage');
	await studio.expectSaid('drawing:newPageHere');
	await studio.press('drawing:undo');
	await expect.poll(async () => (await studio.kept())?.pages.length).toBe(1);

	// Whoever would rather tell it goes to the recorder from here; the picture stays in the answer.
	const { child } = studio;
	await studio.tab('tell');
	await child.act(() => studio.press('drawing:tell.aloud'));
	await expect(child.button('made:talk.start')).toBeVisible();
	await child.act(() => child.press('common:back'));
	await expect(page.locator('.shown canvas[data-painted]')).toBeVisible();
});

test('fifty-five acts are taken back one by one, and put back, to the very same pictures', async ({
	page,
	authority
}) => {
	const studio = await openStudio(page, (await authority.invite({ look: '8-11' })).link);
	const acts = 55;
	await studio.press('drawing:stamp');
	await studio.paper.focus();
	for (let at = 0; at < acts; at++) {
		await page.keyboard.press(at % 11 ? 'ArrowRight' : 'ArrowDown');
		await page.keyboard.press('Space');
	}
	await studio.expectItems(acts);
	const full = await studio.kept();
	for (let left = acts - 1; left >= 0; left--) {
		await studio.press('drawing:undo');
		// An empty paper is no answer: it is not kept at all.
		if (left > 0 && left % 11 === 0) await studio.expectItems(left);
	}
	await expect(studio.button('drawing:undo')).toBeDisabled();
	for (let at = 0; at < acts; at++) await studio.press('drawing:redo');
	await expect(studio.button('drawing:redo')).toBeDisabled();
	await expect.poll(() => studio.kept()).toEqual(full);
});

test('the chair sees what the child drew, and reads what they told', async ({ page, authority, visit }) => {
	const invited = await authority.invite({ look: '8-11' });
	const studio = await openStudio(page, invited.link);
	const { child } = studio;
	await studio.tab('put');
	await studio.press('drawing:background.beach');
	await studio.press('drawing:group.feelings');
	await studio.press('drawing:sticker.face-sad');
	await studio.press('drawing:put', { what: 'Sad', where: child.say('drawing:place.left') });
	await studio.tab('draw');
	for (const [at, brush] of (['pen', 'felt', 'crayon'] as const).entries()) {
		await studio.press(`drawing:brush.${brush}`);
		await studio.press(`drawing:colour.${(['purple', 'red', 'green'] as const)[at] ?? 'black'}`);
		const down = 0.25 + at * 0.2;
		await studio.draw([
			[0.45, down],
			[0.6, down - 0.12],
			[0.7, down + 0.1],
			[0.9, down]
		]);
	}
	await studio.press('drawing:form.star');
	await studio.draw([
		[0.5, 0.75],
		[0.65, 0.95]
	]);
	await studio.press('drawing:fill');
	await studio.press('drawing:colour.yellow');
	await page.mouse.click(...(await studio.at([0.575, 0.85])));
	await studio.tab('tell');
	await page
		.getByRole('textbox', { name: child.say('drawing:tell.label') })
		.fill('I am on the beach on my own');
	await studio.press('drawing:tell.toPaper');
	await studio.expectItems(6);
	await page.getByText(child.say('drawing:tell.adult')).click();
	await page
		.getByRole('textbox', { name: child.say('drawing:tell.adultLabel') })
		.fill('J. drew this quietly.');
	await expect.poll(async () => (await studio.kept())?.described).toBe('J. drew this quietly.');
	const drawn = await pixelsOf(studio.paper.locator('canvas').first());

	await child.act(() => child.press('made:talk.done'));
	await child.act(() => child.press('player:myWay.keep'));
	const asked = await child.title.innerText();
	// A reload changes nothing, and the studio opens with it.
	await page.reload();
	await expect(child.title).toHaveText(asked);
	await studio.open();
	expect(unlike(await pixelsOf(studio.paper.locator('canvas').first()), drawn)).toBeLessThan(0.002);
	await child.act(() => child.press('made:talk.done'));
	await child.act(() => child.press('player:myWay.keep'));
	await child.next();
	await child.answerAll();
	const review = page.locator('.shown canvas[data-painted]').first();
	await expect(review).toBeVisible();
	expect(unlike(await pixelsOf(review), drawn), 'the review').toBeLessThan(0.01);
	await child.signAndSend('Jo');
	await child.expectArrived(authority.person('chair').name);

	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited);
	const answer = desk.page.getByRole('article', { name: asked });
	const seen = answer.locator('.shown canvas[data-painted]');
	await expect(seen).toBeVisible();
	expect(unlike(await pixelsOf(seen), drawn), 'the chair’s page').toBeLessThan(0.01);
	await expect(answer.getByText('I am on the beach on my own', { exact: true })).toBeVisible();
	await expect(answer).toContainText('J. drew this quietly.');
	await expect(answer.getByRole('img').first()).toHaveAccessibleName(/Sad: left/);
});
