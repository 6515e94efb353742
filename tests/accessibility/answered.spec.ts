/** The screens of what was answered, and the desk that answers: axe-core, targets, fit, stillness, and that each can be heard. */
import { ChildPage } from '../e2e/pages/child.ts';
import { DeskPage } from '../e2e/pages/desk.ts';
import { longAnswers } from '../fixtures/answers.ts';
import { ChildDevice, readersFor } from '../fixtures/child.ts';
import { isFull } from '../fixtures/full.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from './axe.ts';
import { examine } from './examine.ts';
import { expectFits, expectStill } from './fit.ts';
import { deviceFor, settings } from './settings.ts';
import { expectSpoken } from './spoken.ts';

/** The screens are few and the same for all: three of the quick choice see each voice, both languages and each set of colours. */
const looked = isFull ? settings : settings.filter(({ look }) => look !== '4-7' && look !== '16-17');

for (const { look, locale, theme, size } of looked) {
	const name = `${look}, ${locale}, ${theme}, ${size}`;
	test(`what was answered: ${name}`, async ({ visit, authority }) => {
		test.slow();
		const { origin, state } = authority;
		const invited = await authority.invite({ look, locale });
		const [chair, deputy] = [authority.person('chair'), authority.person('deputy')];
		const device = await ChildDevice.enrol(origin, invited);
		const answers = longAnswers(300).map((answer) => ({ ...answer, locale, look, wish: true }));
		await device.send(await device.seal(answers, await readersFor(origin, state.root, authority.leads)));

		const desk = new DeskPage(await visit(deviceFor(theme, size)));
		await desk.readAsChair(authority, invited);
		await desk.read();
		await desk.answerWish('later', 'Ŵyn, ask.');
		await expectAccessible(desk.page, `answering at the desk, ${name}`);
		await desk.sendAnswers('Diolch.');
		for (const expecting of [expectAccessible, expectStill, expectFits])
			await expecting(desk.page, `answered at the desk, ${name}`);

		const page = await visit(deviceFor(theme, size));
		const child = new ChildPage(page, { look, locale });
		const who = chair.name.split(' ')[0] ?? '';
		const said = answers.flatMap(({ asked, value }) => [
			asked.words,
			...(value?.kind === 'text' ? [value.words] : [])
		]);
		const names = [
			'Brook County (demonstration)',
			chair.name,
			deputy.name,
			who,
			'Ŵyn, ask.',
			'Diolch.',
			...said
		];
		const seen = async (where: string) => {
			await examine(page, look, `${where}, ${name}`);
			await expectSpoken(page, { look, locale, journey: 'review-conference', names }, where);
		};
		await child.open(invited.link);
		await expect(child.button('answers:read')).toBeVisible();
		await seen('the first screen says so');
		await child.press('answers:read');
		await expect(page.getByText('Diolch.')).toBeVisible();
		await seen('what was answered');
		await child.press('answers:earlier.open');
		await seen('an earlier letter');
	});
}
