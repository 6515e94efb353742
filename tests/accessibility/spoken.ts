/**
 * Whether all that a screen says can be heard: each line that is shown is looked up in the banks of whoever meets it, as the
 * narrator does. What may be silent is only what no clip can have: names, and what a child wrote.
 */
import type { Page } from '@playwright/test';
import { Bank, Banks } from '../../src/lib/speech/bank.ts';
import { asSaid } from '../../src/lib/speech/said.ts';
import type { LocaleId, VersionId } from '../../src/lib/journey/version.ts';
import { voiceOf } from '../../src/lib/player/voice.ts';
import { bankFile, banksOf } from '../../tools/narration/banks.ts';
import { expect } from '../fixtures/test.ts';

/** Who meets the screens. */
export interface Meets {
	readonly look: VersionId;
	readonly locale: LocaleId;
	readonly journey: string;
	/** Whether the journey asks a grown-up. */
	readonly grownUp?: boolean;
	/** What is rightly without a clip. */
	readonly names: readonly string[];
}

const opened = new Map<string, Banks>();

function banksFor({ look, locale, journey, grownUp }: Meets): Banks {
	const key = `${locale} ${journey} ${look}`;
	const voice = voiceOf(look);
	const names = [
		...[`around-${voice}`, `${journey}-${look}`, `beside-${voice}`],
		...(grownUp ? ['grown-up'] : [])
	].map((name) => `${locale}/${name}`);
	const banks =
		opened.get(key) ??
		new Banks(
			banksOf(locale)
				.filter(({ name }) => names.includes(name))
				.map((bank) => new Bank(bankFile(bank) as Uint8Array<ArrayBuffer>))
		);
	opened.set(key, banks);
	return banks;
}

/** Looks up every line of the page's main part. */
export async function expectSpoken(page: Page, meets: Meets, where: string): Promise<void> {
	const lines = (await page.getByRole('main').innerText()).split('\n').map(asSaid);
	const banks = banksFor(meets);
	const known = meets.names.flatMap((name) => name.split(' '));
	const silent = lines.flatMap((line) =>
		banks.find(line).flatMap(({ clip, text }) => {
			const rest = text
				.split(' ')
				.filter((word) => !known.some((name) => name !== '' && word.includes(name)));
			return clip || rest.length === 0 ? [] : [`${rest.join(' ')} (in “${line}”)`];
		})
	);
	expect(silent, `what cannot be heard on: ${where}`).toEqual([]);
}
