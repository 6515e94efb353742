/** Making the organisation's own keys, and taking the root out of its file. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
	exportPrivateKey,
	exportReaderKeys,
	generateReaderKeys,
	generateSigningKey,
	importSigningKey
} from '../../src/lib/envelope/keys.ts';
import type { PublicJwk } from '../../src/lib/envelope/jwk.ts';
import type { SigningKey } from '../../src/lib/envelope/jws.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';

/** Where the root's and the recovery key's files lie in an authority's folder. */
const rootFile = (folder: string): string => join(folder, 'root.json');
const recoveryFile = (folder: string): string => join(folder, 'recovery.json');

/** Makes root and recovery key in `folder` under `passphrase`. Throws where they exist already. */
export async function makeOrganisationKeys(
	folder: string,
	passphrase: string,
	demonstration: boolean
): Promise<{ root: SigningKey; recovery: PublicJwk }> {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const root = await generateSigningKey(true);
	const about = { demonstration, thumbprint: root.thumbprint };
	await writeKeyFile(rootFile(folder), { holds: 'root', ...about }, await exportPrivateKey(root), passphrase);
	const recovery = await generateReaderKeys();
	await writeKeyFile(
		recoveryFile(folder),
		{ holds: 'recovery', demonstration, thumbprint: recovery.enc.thumbprint },
		await exportReaderKeys(recovery),
		passphrase
	);
	return { root, recovery: recovery.enc.jwk };
}

/** The root in `folder`. Throws Error, saying why, where the file or the passphrase is not right. */
export async function openRoot(folder: string, passphrase: string): Promise<SigningKey> {
	const jwk = await readKeyFile(rootFile(folder), 'root', passphrase);
	if (!jwk.ok) throw new Error(`${rootFile(folder)}: ${jwk.reason}`);
	const key = await importSigningKey(jwk.value);
	if (!key.ok) throw new Error(`${rootFile(folder)}: ${key.reason}`);
	return key.value;
}
