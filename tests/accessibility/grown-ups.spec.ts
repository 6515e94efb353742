/** What a parent or carer, and whoever watches a child, meet: every screen of their way, and the chair's page of it. */
import type { LocaleId } from '../../src/lib/journey/version.ts';
import type { ForGrownUp } from '../../src/lib/desk/meeting/meeting-line.ts';
import { ChildPage, written } from '../e2e/pages/child.ts';
import { DeskPage } from '../e2e/pages/desk.ts';
import { test } from '../fixtures/test.ts';
import { expectAccessible } from './axe.ts';
import { examine } from './examine.ts';
import { expectFits, expectStill } from './fit.ts';
import { deviceFor, type Setting, type Theme } from './settings.ts';
import { expectSpoken } from './spoken.ts';

const ways: readonly (readonly [ForGrownUp, LocaleId, Theme, Setting['size']])[] = [
	['parent-before', 'cy', 'dark', 'phone'],
	['observation', 'en', 'light', 'upright']
];

for (const [journey, locale, theme, size] of ways)
	test(`${journey}, ${locale}, ${theme}, ${size}`, async ({ visit, authority }) => {
		test.setTimeout(300_000);
		const look = '16-17';
		const page = await visit(deviceFor(theme, size));
		const invited = await authority.invite({ look, locale, journey, label: 'Mum of AB' });
		const grownUp = new ChildPage(page, { look, locale, whom: 'grown-up' });
		const chair = authority.person('chair').name;
		const names = [
			...[chair, authority.person('deputy').name, written(locale), 'Jo', 'Brook County (demonstration)']
		];
		const seen = async (where: string) => {
			await examine(page, look, where);
			await expectSpoken(page, { look, locale, journey, names, grownUp: true }, where);
		};
		await grownUp.open(invited.link);
		for (const screen of ['readers', 'device']) {
			await seen(screen);
			await grownUp.next();
		}
		do await seen(await grownUp.title.innerText());
		while (await grownUp.step());
		await grownUp.press('player:bar.menu');
		await seen('menu');
		await grownUp.press('player:close');
		await grownUp.signAndSend('Jo');
		await grownUp.expectArrived(chair);
		await seen('sent');

		const desk = new DeskPage(await visit(deviceFor(theme, size)));
		await desk.readAsChair(authority, invited);
		await desk.read();
		const where = `the chair's page, ${theme}`;
		await expectAccessible(desk.page, where);
		await expectStill(desk.page, where);
		await expectFits(desk.page, where);
	});
