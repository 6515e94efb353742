/**
 * Files that hold a private key of the organisation (its root, its recovery key): a JWE compact under a passphrase,
 * Argon2id and A256GCM, as a vault's parts are. Any JOSE tool opens one once the passphrase is stretched.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fromBase64url, fromUtf8, toBase64url, utf8, type Bytes } from '../../src/lib/base/bytes.ts';
import { refused, ok, type Result } from '../../src/lib/base/result.ts';
import { stretch } from '../../src/lib/passphrase/passphrase.ts';
import { openBox, parseBox, sealBox } from '../../src/lib/vault/compact.ts';

/** What a file holds. */
export type Holds = 'root' | 'recovery';

interface KeyFile {
	readonly v: 1;
	readonly holds: Holds;
	/** Made for trying the product out: its passphrase lies beside it. */
	readonly demonstration: boolean;
	/** Of the public key (root: signing; recovery: encryption). */
	readonly thumbprint: string;
	readonly key: string;
}

const typ = 'vv-key-file+jwe';
const how = { m: 65536, t: 3, p: 1 } as const;

const keyOf = (passphrase: string, salt: Bytes): Promise<Bytes> => stretch(passphrase, salt, 32);

/** Writes `secret` (JSON) to `path` under `passphrase`, readable by its owner alone. Throws where the file exists. */
export async function writeKeyFile(
	path: string,
	about: { readonly holds: Holds; readonly demonstration: boolean; readonly thumbprint: string },
	secret: unknown,
	passphrase: string
): Promise<void> {
	const salt = crypto.getRandomValues(new Uint8Array(16));
	const members = { holds: about.holds, how: { kdf: 'argon2id', ...how, salt: toBase64url(salt) } };
	const key = await sealBox(await keyOf(passphrase, salt), typ, members, utf8(JSON.stringify(secret)));
	const file: KeyFile = { v: 1, ...about, key };
	writeFileSync(path, `${JSON.stringify(file, null, '\t')}\n`, { mode: 0o600, flag: 'wx' });
}

/** What lies in the file at `path`, opened with `passphrase`. Throws where there is no such file. */
export async function readKeyFile(
	path: string,
	holds: Holds,
	passphrase: string
): Promise<Result<unknown, 'not-a-key-file' | 'wrong-passphrase'>> {
	const file = JSON.parse(readFileSync(path, 'utf8')) as Partial<KeyFile>;
	const box = parseBox(file.key, typ, ['holds', 'how']);
	const stretching = box?.header['how'] as { salt?: unknown } | undefined;
	if (!box || file.holds !== holds || box.header['holds'] !== holds) return refused('not-a-key-file');
	if (typeof stretching?.salt !== 'string') return refused('not-a-key-file');
	const opened = await openBox(await keyOf(passphrase, fromBase64url(stretching.salt)), box);
	return opened ? ok(JSON.parse(fromUtf8(opened)) as unknown) : refused('wrong-passphrase');
}
