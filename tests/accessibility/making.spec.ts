/** The pages of "say it my way" that talk and photograph, in every state that they have, examined in every chosen setting. */
import type { Page } from '@playwright/test';
import type { VersionId } from '../../src/lib/journey/version.ts';
import { ChildPage } from '../e2e/pages/child.ts';
import { MakingPage } from '../e2e/pages/making.ts';
import { expect, test } from '../fixtures/test.ts';
import { fakeDevices, toneFile } from '../fixtures/tone.ts';
import { expectAccessible } from './axe.ts';
import { expectFits, expectStill } from './fit.ts';
import { deviceFor, settings } from './settings.ts';
import { expectTargets } from './targets.ts';

const executablePath = process.env['CHROMIUM_PATH'];
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
test.use({
	launchOptions: {
		...(executablePath ? { executablePath } : {}),
		args: [...args, ...fakeDevices(toneFile(440))]
	}
});

async function examine(page: Page, look: VersionId, where: string): Promise<void> {
	await expectAccessible(page, where);
	await expectTargets(page, look, where);
	await expectStill(page, where);
	await expectFits(page, where);
}

for (const { look, locale, theme, size } of settings) {
	const name = `${look}, ${locale}, ${theme}, ${size}`;
	test(`talking and photographing: ${name}`, async ({ visit, authority }) => {
		test.slow();
		const page = await visit(deviceFor(theme, size));
		const { link } = await authority.invite({ look, locale });
		const child = new ChildPage(page, { look, locale });
		const making = new MakingPage(child);
		await child.openAtQuestions(link);
		if (await child.button('player:topics.send').isVisible()) await child.fromTopics();
		await making.open();
		await making.way('talk');
		await examine(page, look, `before talking, ${name}`);
		await child.press('made:talk.start');
		await child.press('made:talk.now');
		await expect(making.length).toHaveText(/0:0[1-9]/);
		await examine(page, look, `talking, ${name}`);
		await child.press('made:talk.stop');
		await expect(page.getByText(child.say('made:talk.kept'))).toBeVisible();
		await examine(page, look, `after talking, ${name}`);
		await child.act(() => child.press('made:talk.done'));
		await making.way('photo');
		await examine(page, look, `before the photo, ${name}`);
		await child.press('made:photo.open');
		await expect(child.button('made:photo.take')).toBeEnabled();
		await expectAccessible(page, `the camera, ${name}`);
		await expectTargets(page, look, `the camera, ${name}`);
		await child.press('made:photo.take');
		const photo = page.getByRole('img', { name: child.say('made:shown.photo') });
		await expect(photo).toBeVisible();
		await examine(page, look, `after the photo, ${name}`);
		await child.act(() => child.press('made:talk.done'));
		await expect(photo).toBeVisible();
		await examine(page, look, `both made, ${name}`);
	});
}
