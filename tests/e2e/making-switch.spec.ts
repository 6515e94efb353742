/** Drawing and talking by switches alone: a scene, told in symbols, and a recording; nothing is pointed at, nothing typed. */
import { isFull } from '../fixtures/full.ts';
import { expect, test } from '../fixtures/test.ts';
import { fakeDevices, toneFile } from '../fixtures/tone.ts';
import { oneSwitch, twoSwitches } from './pages/hand.ts';
import { MakingPage } from './pages/making.ts';
import { StudioPage } from './pages/studio.ts';
import { bySwitches } from './pages/switches.ts';

const executablePath = process.env['CHROMIUM_PATH'];

test.use({
	viewport: { width: 1024, height: 768 },
	launchOptions: {
		...(executablePath ? { executablePath } : {}),
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...fakeDevices(toneFile(523))]
	}
});

/** Waiting for the light takes its time: one switch in the full run alone. */
const hands = [
	['two switches', twoSwitches],
	...(isFull ? ([['one switch', oneSwitch]] as const) : [])
] as const;

for (const [name, hand] of hands)
	test(`by ${name}: a picture from symbols, taken back and made again, and a recording, both kept with the answer`, async ({
		page,
		authority
	}) => {
		test.setTimeout(600_000);
		const { child } = await bySwitches(page, authority, { look: '8-11', hand });
		const studio = new StudioPage(child);
		await studio.watch();
		await page.reload();
		await child.toQuestions();
		const asked = await child.title.innerText();
		await studio.open();
		await studio.tab('tell');
		await studio.press('drawing:group.places');
		await studio.press('drawing:sticker.house');
		await studio.expectItems(1);
		await studio.press('drawing:undo');
		await studio.expectSaid('drawing:undone');
		await studio.press('drawing:redo');
		await studio.expectItems(1);
		await child.act(() => child.press('made:talk.done'));
		const making = new MakingPage(child);
		await making.way('talk');
		await child.press('made:talk.start');
		await expect(page.getByRole('status').getByText(child.say('made:talk.recording'))).toBeVisible({
			timeout: 20_000
		});
		await child.press('made:talk.stop');
		await expect(page.getByText(child.say('made:talk.kept'))).toBeVisible();
		await making.done();
		await expect(child.title).toHaveText(asked);
		const main = page.getByRole('main');
		await expect(making.recordings(main)).toHaveCount(1);
		await expect(main.getByRole('img', { name: /House/ })).toBeVisible();
	});
