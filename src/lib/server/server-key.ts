/**
 * The key with which this server signs receipts: made at first start, kept in the data folder readable by its owner
 * alone, never in the database (a copy of the database then signs nothing). Each server of several has its own; the
 * organisation's root lists them in the directory.
 */
import { generateKeyPairSync } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { PrivateJwk } from '../envelope/jwk.ts';
import { receiptSigner, type ReceiptSigner } from './signature.ts';

/** The signer with the key in `folder`, made there if there is none. Throws where the folder cannot be written or the file is damaged. */
export function serverKey(folder: string): ReceiptSigner {
	const file = join(folder, 'server-key.json');
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (thrown) {
		if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown;
		const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		text = JSON.stringify(privateKey.export({ format: 'jwk' }));
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		writeDurably(folder, file, text);
	}
	return receiptSigner(JSON.parse(text) as PrivateJwk);
}

/** Written beside, synced, renamed, folder synced: after a power cut there is the whole file or none. */
function writeDurably(folder: string, file: string, text: string): void {
	const beside = openSync(`${file}.new`, 'w', 0o600);
	writeSync(beside, text);
	fsyncSync(beside);
	closeSync(beside);
	renameSync(`${file}.new`, file);
	const directory = openSync(folder, 'r');
	fsyncSync(directory);
	closeSync(directory);
}
