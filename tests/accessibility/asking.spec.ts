/** Every screen of asking for an advocate and of "I am not safe", and of the desk that answers: axe-core, targets, fit, stillness. */
import { ArrangingDesk } from '../e2e/pages/arranging.ts';
import { AskingPage } from '../e2e/pages/asking.ts';
import { ChildPage } from '../e2e/pages/child.ts';
import { RequestsDesk } from '../e2e/pages/requests.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from './axe.ts';
import { examine } from './examine.ts';
import { expectFits, expectStill } from './fit.ts';
import { deviceFor, settings } from './settings.ts';
import { expectSpoken } from './spoken.ts';

for (const { look, locale, theme, size } of settings) {
	const name = `${look}, ${locale}, ${theme}, ${size}`;
	test(`asking and answering: ${name}`, async ({ visit, authority }) => {
		test.slow();
		const page = await visit(deviceFor(theme, size));
		const invited = await authority.invite({ look, locale });
		const child = new ChildPage(page, { look, locale });
		await child.openAtQuestions(invited.link);
		const asking = new AskingPage(child, look);
		await asking.openAdvocate();
		await child.act(() => child.press('asking:advocate.say'));
		await examine(page, look, `what it is about, ${name}`);
		await asking.toItem('words');
		const rid = await asking.sending(() => child.press('asking:items.send'));
		await asking.expectAt('advocate', 'arrived');
		await examine(page, look, `an advocate is asked for, ${name}`);
		await child.act(() => child.press('asking:now.mind'));
		await examine(page, look, `changing my mind, ${name}`);
		await child.act(() => child.press('asking:now.mindAsk.no'));
		await child.press('asking:now.close');
		await asking.openNotSafe();
		await child.act(() => child.press('asking:unsafe.go'));
		await examine(page, look, `what will happen, ${name}`);
		await child.act(() => child.press('asking:unsafe.say'));
		await asking.toItem('with');
		await examine(page, look, `who is there, ${name}`);
		const urgent = await asking.sending(() => child.press('asking:items.all'));
		await asking.expectAt('not-safe', 'arrived');
		await examine(page, look, `it has arrived, ${name}`);

		const { state } = authority;
		for (const [part, one] of [
			['advocate', rid],
			['duty reader', urgent]
		] as const) {
			const requests = await RequestsDesk.of(authority, await visit(deviceFor(theme, size)), part);
			const { desk } = requests;
			await requests.open();
			await expect(requests.line(one)).toBeVisible();
			await expectAccessible(desk.page, `the list of the ${part}, ${name}`);
			await expectFits(desk.page, `the list of the ${part}, ${name}`);
			await requests.openOne(one, state.keyPassphrase);
			if (part === 'advocate') await requests.say('requests:take');
			await expectAccessible(desk.page, `a request open, ${part}, ${name}`);
			await expectStill(desk.page, `a request open, ${part}, ${name}`);
			await expectFits(desk.page, `a request open, ${part}, ${name}`);
		}
	});
}

for (const { locale, theme, size } of [
	{ locale: 'en', theme: 'light', size: 'wide' },
	{ locale: 'cy', theme: 'dark', size: 'phone' }
] as const) {
	const name = `without a letter, ${locale}, ${theme}, ${size}`;
	test(`asking ${name}`, async ({ visit, authority }) => {
		const page = await visit(deviceFor(theme, size));
		const child = new ChildPage(page, { locale });
		const asking = new AskingPage(child, '8-11');
		await asking.openWithoutLetter(authority.origin);
		await examine(page, '8-11', `what an advocate is, ${name}`);
		await child.act(() => child.press('asking:advocate.ask'));
		await examine(page, '8-11', `how to be found, ${name}`);
		await child.writeHere('At school');
		await asking.sending(() => child.press('asking:items.all'));
		await asking.expectAt('advocate', 'arrived');
		await examine(page, '8-11', `asked ${name}`);
	});
}

for (const { look, locale, theme, size } of [
	{ look: '8-11', locale: 'cy', theme: 'dark', size: 'phone' },
	{ look: 'easy', locale: 'en', theme: 'contrast', size: 'wide' }
] as const) {
	const name = `${look}, ${locale}, ${theme}, ${size}`;
	test(`an advocate asked for on a child's behalf: ${name}`, async ({ visit, authority }) => {
		const coordinator = new ArrangingDesk(await visit(deviceFor(theme, size)));
		const invited = await coordinator.begin(authority, { look, locale, label: `Robin ${look}` });
		await coordinator.unfold(`Robin ${look}`);
		for (const expectGood of [expectAccessible, expectStill, expectFits])
			await expectGood(coordinator.page, `asking for a child, ${name}`);
		const rid = await coordinator.send('At school');

		const page = await visit(deviceFor(theme, size));
		const child = new ChildPage(page, { look, locale });
		const asking = new AskingPage(child, look);
		const names = ['chair', 'deputy'].map((part) => authority.person(part).name);
		const seen = async (where: string) => {
			await examine(page, look, `${where}, ${name}`);
			const meets = { look, locale, journey: 'first-conference' };
			await expectSpoken(page, { ...meets, names: [...names, 'Brook County (demonstration)'] }, where);
		};
		await child.open(invited.link);
		await seen('told with who will read it');
		await child.act(() => child.press('asking:arranged.more'));
		await seen('what was asked for');
		await child.act(() => child.press('asking:arranged.no'));
		await seen('saying no');
		await asking.sending(() => child.press('asking:arranged.noAsk.yes'));
		await expect(asking.text(asking.voiced('arranged.said.arrived'))).toBeVisible({ timeout: 60_000 });
		await seen('said no');

		const requests = await RequestsDesk.of(authority, await visit(deviceFor(theme, size)), 'advocate');
		await requests.openOne(rid, authority.state.keyPassphrase);
		for (const expectGood of [expectAccessible, expectStill, expectFits])
			await expectGood(requests.desk.page, `what was asked for and refused, ${name}`);
	});
}
