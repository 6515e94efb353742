/** The desk trusts the root it saw first, and no older directory than it has seen. */
import { beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, type Organisation } from '../../../tests/fixtures/sealed-views.ts';
import type { Instant } from '../base/brand.ts';
import { signDirectory } from '../envelope/directory.ts';
import { knowDirectory, type RootStore } from './known-directory.ts';

let organisation: Organisation;
let other: Organisation;

beforeAll(async () => {
	[organisation, other] = await Promise.all([makeOrganisation(), makeOrganisation()]);
});

function memory(): RootStore {
	const kept = new Map<string, string>();
	return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

const again = (seq: number) => {
	const { organisation: about, keys } = organisation.directory.directory;
	const issued = '2026-02-01T00:00:00.000Z' as Instant;
	return signDirectory({ organisation: about, seq, issued, keys }, organisation.root);
};

describe('the directory that a desk knows', () => {
	it('is trusted at first sight, and again', async () => {
		const store = memory();
		for (const jws of [organisation.directoryJws, organisation.directoryJws, await again(2)])
			expect(await knowDirectory(jws, store)).toMatchObject({
				ok: true,
				value: { root: organisation.root.thumbprint }
			});
	});

	it('is refused with another root, or older than one seen', async () => {
		const store = memory();
		await knowDirectory(await again(5), store);
		expect(await knowDirectory(other.directoryJws, store)).toMatchObject({ reason: 'directory-root' });
		expect(await knowDirectory(await again(4), store)).toMatchObject({ reason: 'directory-old' });
		expect(await knowDirectory(await again(5), store)).toMatchObject({ ok: true });
	});

	it('is refused when its bytes were changed, with or without a store', async () => {
		const [head, payload, signature] = organisation.directoryJws.split('.');
		const spoilt = `${head}.${payload}.${signature?.replace(/^./, (char) => (char === 'A' ? 'B' : 'A'))}`;
		expect(await knowDirectory(spoilt, null)).toMatchObject({ reason: 'directory-signature' });
		expect(await knowDirectory('nonsense', null)).toMatchObject({ ok: false });
	});
});
