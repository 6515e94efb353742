/** Reads the vectors and opens what they hold, as an exported file is opened: text in, views or a named reason out. */
import { readdirSync, readFileSync } from 'node:fs';
import { fromBase64url } from '../../src/lib/base/bytes.ts';
import type { Bytes } from '../../src/lib/base/bytes.ts';
import type { InvitationId, MeetingId } from '../../src/lib/base/ids.ts';
import { openBlob } from '../../src/lib/envelope/blob.ts';
import { parseJson } from '../../src/lib/envelope/canonical.ts';
import { verifyDirectory } from '../../src/lib/envelope/directory.ts';
import { importUnwrappingKey } from '../../src/lib/envelope/keys.ts';
import { openEnvelope } from '../../src/lib/envelope/open.ts';
import type { OpenedViews } from '../../src/lib/envelope/open.ts';
import { checked, need, checkedAsync } from '../../src/lib/envelope/refusal.ts';
import type { Checked, RefusalReason } from '../../src/lib/envelope/refusal.ts';

/** A vector that must be refused: a good one with some members set anew (`[path, value]`; no value takes it away). */
export interface RefusedVector {
	readonly name: string;
	readonly about: string;
	readonly reason: RefusalReason;
	/** The name of the good one. */
	readonly base: string;
	readonly set: readonly (readonly [string, unknown?])[];
	/** Replaced in the text of the export, once, after `set`: for what JSON itself cannot hold. */
	readonly replace?: readonly [string, string];
}

const folder = new URL('./', import.meta.url);

/** The text of a good vector, an export. */
export const goodText = (name: string): string => readFileSync(new URL(`good/${name}.json`, folder), 'utf8');

/** The names of all good vectors. */
export const goodNames = (): string[] =>
	readdirSync(new URL('good/', folder))
		.map((file) => file.replace(/\.json$/, ''))
		.sort();

/** Every vector that must be refused. */
export const refusedVectors = (): RefusedVector[] =>
	JSON.parse(readFileSync(new URL('refused.json', folder), 'utf8')) as RefusedVector[];

/** The export that a vector stands for, as text. */
export function refusedText({ base, set, replace }: RefusedVector): string {
	const whole = JSON.parse(goodText(base)) as Record<string, unknown>;
	for (const [path, ...values] of set) {
		const names = path.split('.');
		const last = names.pop() as string;
		const at = names.reduce((node, name) => node[name] as Record<string, unknown>, whole);
		if (values.length) at[last] = values[0];
		else delete at[last];
	}
	const text = JSON.stringify(whole);
	if (replace && text.split(replace[0]).length !== 2) throw new Error(`Not once in the text: ${replace[0]}`);
	return replace ? text.replace(replace[0], () => replace[1]) : text;
}

/** What an exported envelope holds. */
interface ReadExport {
	readonly root: string;
	readonly atLeast?: number;
	readonly meeting: MeetingId;
	readonly invitation: InvitationId;
	readonly expectedSeq?: number;
	readonly reader: unknown;
	readonly chunks?: Readonly<Record<string, string>>;
	readonly [part: string]: unknown;
}

/** Opens an export: the directory, the envelope, then every blob chunk that came with it. */
export const openExport = (text: string): Promise<Checked<OpenedViews>> =>
	checkedAsync(async () => {
		const whole = need(checked(() => parseJson(text))) as ReadExport;
		const { submit, envelope, receipt, device, proof, meeting, invitation, expectedSeq, chunks } = whole;
		const directory = need(await verifyDirectory(whole['directory'], whole.root, whole.atLeast));
		const enc = need(await importUnwrappingKey(whole.reader));
		const input = { submit, envelope, receipt, device, proof, directory, meeting, invitation };
		const opened = need(await openEnvelope({ ...input, expectedSeq }, { enc }));
		const fetchChunk = (hash: string): Promise<Bytes> => Promise.resolve(fromBase64url(chunks?.[hash] ?? ''));
		for (const blob of chunks ? opened.views.blobs : [])
			need(await openBlob(blob, opened.views.vid, fetchChunk));
		return opened;
	});
