/** Every way in which keys and unlockers can fail, as words. */
import type { Key } from '../../i18n/keys.ts';

const known = [
	'passphrase-too-short',
	'code-misspelt',
	'passkey-without-secret',
	'passkey-cancelled',
	'passkeys-not-supported',
	'too-few-unlockers',
	'too-many-unlockers',
	'wrong-unlocker',
	'no-such-unlocker',
	'not-a-vault',
	'damaged',
	'other-keys',
	'passphrases-differ',
	'no-signal'
] as const;

/** The words for `reason`; one sentence for whatever has none of its own. */
export const vaultFaultKey = (reason: string): Key =>
	`vault:fault.${known.find((one) => one === reason) ?? 'failed'}`;
