import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64url, utf8, type Bytes } from '../base/bytes.ts';
import { newId } from '../base/ids.ts';
import { checkState } from './check-state.ts';
import { checkDeviceKey } from './device-key.ts';
import { checkInvitation } from './kept-invitation.ts';
import { openRecord, recordFormats, sealRecord, type SealedRecord } from './record.ts';

const importKey = (bytes: Bytes) =>
	crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

let key: CryptoKey;
let other: CryptoKey;
beforeAll(async () => {
	key = await importKey(new Uint8Array(32).fill(7));
	other = await importKey(new Uint8Array(32).fill(8));
});

describe('a sealed record', () => {
	it('gives back what was put in, whatever it was', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), fc.integer({ min: 1 }), async (content, rev) => {
				const record = await sealRecord(key, newId(), rev, content);
				expect(await openRecord(key, record)).toEqual({
					ok: true,
					value: JSON.parse(JSON.stringify(content)) as unknown
				});
			})
		);
	});

	it('shows nothing of its content, nor twice the same bytes', async () => {
		const id = newId<string>();
		const one = await sealRecord(key, id, 1, { words: 'Grandad' });
		const two = await sealRecord(key, id, 1, { words: 'Grandad' });
		expect(Buffer.from(one.sealed).includes(Buffer.from(utf8('Grandad')))).toBe(false);
		expect(one.sealed).not.toEqual(two.sealed);
	});

	it('stays shut for another key, in another place, as another revision, or after any change', async () => {
		const record = await sealRecord(key, newId(), 3, { words: 'Grandad' });
		const damaged = { ok: false, reason: 'damaged' };
		expect(await openRecord(other, record)).toEqual(damaged);
		expect(await openRecord(key, { ...record, id: newId() })).toEqual(damaged);
		expect(await openRecord(key, { ...record, rev: 2 })).toEqual(damaged);
		await fc.assert(
			fc.asyncProperty(
				fc.nat(record.sealed.length - 1),
				fc.integer({ min: 1, max: 255 }),
				async (at, flip) => {
					const sealed = record.sealed.slice();
					sealed[at] = (sealed[at] ?? 0) ^ flip;
					expect(await openRecord(key, { ...record, sealed })).toEqual(damaged);
				}
			)
		);
	});

	it('of a newer build is named as such, not as damaged', async () => {
		const record = await sealRecord(key, newId(), 1, {});
		expect(await openRecord(key, { ...record, format: 2 })).toEqual({ ok: false, reason: 'newer-format' });
	});
});

interface Golden {
	readonly format: number;
	readonly key: string;
	readonly records: Record<
		'state' | 'device' | 'invitation',
		{ id: string; rev: number; iv: string; sealed: string }
	>;
}

const golden = import.meta.glob<Golden>('./golden/*.json', { eager: true, import: 'default' });

describe('records of every released format', () => {
	it('are all here', () => {
		expect(Object.values(golden).map(({ format }) => format)).toEqual([...recordFormats]);
	});

	it.each(Object.entries(golden))('still open: %s', async (_, { key: bytes, format, records }) => {
		const kept = await importKey(fromBase64url(bytes));
		const open = async (name: keyof Golden['records']) => {
			const { id, rev, iv, sealed } = records[name];
			const record: SealedRecord = { id, format, rev, iv: fromBase64url(iv), sealed: fromBase64url(sealed) };
			const opened = await openRecord(kept, record);
			return opened.ok ? opened.value : opened.reason;
		};
		const state = checkState(await open('state'));
		expect(state?.answers['wishes']?.value).toEqual({ kind: 'wish', wishes: ['Gweld Taid bob dydd Sul'] });
		expect(state?.sent.seq).toBe(1);
		expect(checkDeviceKey(await open('device'))?.crv).toBe('P-256');
		expect(checkInvitation(await open('invitation'))?.info?.child.label).toBe('B');
	});
});
