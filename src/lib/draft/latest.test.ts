import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../base/ids.ts';
import { beginDraft, type DraftState } from '../journey/draft-state.ts';
import { Latest } from './latest.ts';
import { openRecord } from './record.ts';
import { Slot } from './slot.ts';

let key: CryptoKey;
let slot: Slot<DraftState>;
let latest: Latest;
beforeEach(async () => {
	key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
	slot = new Slot(key, newId(), (content) => content as DraftState);
	latest = new Latest(slot);
});

const began = beginDraft(
	{ id: 'review-conference', version: 1 },
	{ look: '8-11', locale: 'en', seed: 'seed', device: 'own' }
);
const at = (screen: string): DraftState => ({ ...began, at: screen });
/** Which screen the state in `record` is at, and its revision. */
async function inside(record: Parameters<typeof openRecord>[1] | null) {
	const opened = record && (await openRecord(key, record));
	return opened?.ok ? [(opened.value as DraftState).at, record?.rev] : null;
}

describe('the newest state', () => {
	it('can be handed over once it is sealed, and no more once it is written', async () => {
		latest.take(at('one'));
		expect(latest.unwritten).toBeNull();
		const record = await latest.next(at('one'));
		expect(await inside(latest.unwritten)).toEqual(['one', 1]);
		slot.kept(record);
		latest.written(record);
		expect(latest.unwritten).toBeNull();
	});

	it('is what is written, where two came before the first was on its way: the second could not follow as the same revision', async () => {
		const [first, second] = [at('one'), at('two')];
		latest.take(first);
		latest.take(second);
		expect(await inside(await latest.next(first))).toEqual(['two', 1]);
	});

	it('follows as the next revision, where it comes while another is on its way', async () => {
		const first = at('one');
		latest.take(first);
		const writing = latest.next(first);
		latest.take(at('two'));
		expect(await inside(await writing)).toEqual(['one', 1]);
		await expect.poll(() => latest.unwritten).not.toBeNull();
		expect(await inside(latest.unwritten)).toEqual(['two', 2]);
	});

	it('is sealed anew where what was taken is not it, or does not follow on the disk any more', async () => {
		latest.take(at('one'));
		latest.pass();
		expect(await inside(await latest.next(at('two')))).toEqual(['two', 1]);
		latest.take(at('three'));
		slot.kept(await slot.seal(at('sent')));
		expect(await inside(await latest.next(at('three')))).toEqual(['three', 2]);
	});
});
