/**
 * The main job: a child's letter is opened, answered, looked through, signed and sent; the chair signs in, unlocks, and reads
 * the very same words. In each version and language, by pointer and by keyboard alone.
 */
import { localeIds, versionIds } from '../../src/lib/journey/version.ts';
import { isFull } from '../fixtures/full.ts';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';
import { keyboard, pointer } from './pages/hand.ts';

for (const [row, look] of versionIds.entries())
	for (const [column, locale] of localeIds.entries())
		for (const hand of [pointer, keyboard]) {
			// Each version in each language and by each hand in every run; all of them with each other in the full one.
			if (!isFull && (row + column) % 2 === Number(hand === keyboard)) continue;
			test(`${look} in ${locale}, by ${hand.by}: the chair reads the very same words`, async ({
				page,
				authority,
				browser
			}) => {
				const invited = await authority.invite({ look, locale });
				const child = new ChildPage(page, { look, locale, hand });
				await child.openAtQuestions(invited.link);
				await child.answerAll();

				const reviewed = await child.reviewed();
				const byQuestion = new Map(child.said.map((said) => [said.asked, said.words]));
				expect(reviewed.map(({ asked }) => asked).sort()).toEqual([...byQuestion.keys()].sort());
				for (const { asked, text } of reviewed)
					for (const words of byQuestion.get(asked) ?? []) expect(text).toContain(words);

				await child.signAndSend('Jo');
				await child.expectArrived(authority.person('chair').name);

				const desk = new DeskPage(await (await browser.newContext()).newPage(), hand);
				await desk.readAsChair(authority, invited);
				const read = await desk.read();
				expect(read.map(({ asked }) => asked)).toEqual(reviewed.map(({ asked }) => asked));
				for (const { asked, words } of read)
					expect([...words].sort(), asked).toEqual([...(byQuestion.get(asked) ?? [])].sort());
				await desk.page.context().close();
			});
		}
