/**
 * Makes the vectors anew: `node tests/vectors/make.ts`. Keys, ids, times and words are always the same; signatures, IVs and
 * content keys are random by nature, so made vectors are committed and made again only when the format changes.
 * The golden file is never made again: `node tests/vectors/make.ts golden` writes it where there is none.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { sealBlob } from '../../src/lib/envelope/blob.ts';
import type { SealedChunk } from '../../src/lib/envelope/blob.ts';
import { toBase64url } from '../../src/lib/base/bytes.ts';
import type { RefusalReason } from '../../src/lib/envelope/refusal.ts';
import { viewHash } from '../../src/lib/envelope/view.ts';
import { cast, ids } from './cast.ts';
import { flipped, forge } from './forge.ts';
import type { Bends, Loose, Made } from './forge.ts';
import type { RefusedVector } from './read.ts';
import { innerRefused } from './refused-inner.ts';
import { outerRefused } from './refused-outer.ts';
import { long, readersFor, signs, viewsOf, welsh } from './words.ts';

/** One way to go wrong: name, reason, what it is about, how to bend. */
export type Bent = readonly [name: string, reason: RefusalReason, about: string, bends: Bends];

const at = (path: string): URL => new URL(path, import.meta.url);

async function write(path: string, value: unknown): Promise<void> {
	const file = at(path);
	const style = await resolveConfig(file);
	writeFileSync(file, await format(JSON.stringify(value), { ...style, parser: 'json' }));
}

const isObject = (value: unknown): value is Loose =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What has to be set in `before` to come to `after`. */
function difference(before: Loose, after: Loose, path = ''): [string, unknown?][] {
	return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
		const [a, b] = [before[name], after[name]];
		if (!Object.hasOwn(after, name)) return [[path + name] as [string]];
		if (JSON.stringify(a) === JSON.stringify(b)) return [];
		return isObject(a) && isObject(b) ? difference(a, b, `${path}${name}.`) : [[path + name, b]];
	});
}

/** Views with 20,000 bytes of voice, and its chunk as it is stored. */
async function withVoice() {
	const stored: SealedChunk[] = [];
	const voice = new Blob([Uint8Array.from({ length: 20000 }, (_, byte) => byte % 251)]);
	const media = 'audio/webm;codecs=opus';
	const blob = await sealBlob(voice, { vid: ids.vid, media }, (chunk) =>
		Promise.resolve(void stored.push(chunk))
	);
	const chunks = Object.fromEntries(stored.map(({ hash, octets }) => [hash, toBase64url(octets)]));
	const views = { ...viewsOf('Listen to this.'), blobs: [blob] };
	return { views, blob, made: await forge(views, { export: (it) => ({ ...it, chunks }) }) };
}

async function makeAll(): Promise<void> {
	const three = [cast.chair, cast.deputy, cast.recovery];
	const plain = viewsOf('I like my room. I want to see my nan on Sundays.');
	const base = await forge(plain);
	const second = { ...viewsOf('I changed my mind.'), seq: 2, prev: await viewHash(base.viewJws) };
	const voice = await withVoice();
	const asDeputy: Bends = { export: (it) => ({ ...it, reader: cast.deputy.secret }) };
	const good: Record<string, Made> = {
		'two-readers': base,
		deputy: await forge(plain, asDeputy, base),
		'three-readers': await forge(viewsOf('I want my dog there.', 'en', three), { readers: three }),
		recovery: await forge(viewsOf('For later.', 'en', three), {
			readers: three,
			export: (it) => ({ ...it, reader: cast.recovery.secret })
		}),
		welsh: await forge(viewsOf(welsh, 'cy')),
		signs: await forge(viewsOf(signs)),
		long: await forge(viewsOf(long)),
		second: await forge(second, { export: (it) => ({ ...it, expectedSeq: 2 }) }),
		answerable: await forge({ ...viewsOf('Please answer me.'), reply: cast.stranger.jwk }),
		voice: voice.made
	};
	for (const [name, { whole }] of Object.entries(good)) await write(`good/${name}.json`, whole);

	const refused: RefusedVector[] = [];
	for (const [name, reason, about, bends] of [...outerRefused, ...innerRefused]) {
		const { whole } = await forge(plain, bends, base);
		refused.push({ name, about, reason, base: 'two-readers', set: difference(base.whole, whole) });
	}
	const fromVoice = async (
		name: string,
		reason: RefusalReason,
		about: string,
		bends: Bends,
		views?: unknown
	) => {
		const { whole } = await forge(
			views ?? voice.views,
			{ export: (it) => ({ ...it, chunks: voice.made.whole['chunks'] }), ...bends },
			views ? undefined : voice.made
		);
		refused.push({ name, about, reason, base: 'voice', set: difference(voice.made.whole, whole) });
	};
	const [hash = ''] = voice.blob.chunks;
	const octets = (voice.made.whole['chunks'] as Record<string, string>)[hash] ?? '';
	const bitten = { [hash]: flipped(octets, 500) };
	const other = { ...voice.blob, id: ids.otherVid };
	const blobs = (blob: unknown) => ({ ...voice.views, blobs: [blob] });
	await fromVoice('chunk-bit', 'blob-hash', 'One bit of a chunk', {
		export: (it) => ({ ...it, chunks: bitten })
	});
	await fromVoice('chunk-gone', 'blob-hash', 'A chunk that is not there', {
		export: (it) => ({ ...it, chunks: {} })
	});
	await fromVoice('chunk-place', 'blob-failed', 'The chunk of another blob', {}, blobs(other));
	await fromVoice(
		'chunk-key',
		'blob-failed',
		'Another key',
		{},
		blobs({ ...voice.blob, key: cast.root.jwk.x })
	);
	await fromVoice(
		'chunk-step',
		'blob-failed',
		'Cut within a larger step',
		{},
		blobs({ ...voice.blob, bytes: 9 })
	);
	await fromVoice(
		'blob-media',
		'malformed',
		'A script for a recording',
		{},
		blobs({ ...voice.blob, media: 'text/html;x' })
	);
	const twice: readonly [string, string][] = [
		['"recipients":', '"tag":"AAAAAAAAAAAAAAAAAAAAAA","recipients":'],
		['"meeting":', `"meeting":"${ids.otherMeeting}","meeting":`]
	];
	for (const [number, replace] of twice.entries())
		refused.push({
			name: `twice-${number + 1}`,
			about: 'A member twice in the file: two programs could see two envelopes',
			reason: 'duplicate-member',
			base: 'two-readers',
			set: [],
			replace
		});
	await write('refused.json', refused);
	process.stdout.write(`${Object.keys(good).length} good, ${refused.length} refused\n`);
}

/** The file that every later version must still open. */
async function makeGolden(): Promise<void> {
	if (existsSync(at('golden/vv1.json')))
		throw new Error('The golden file stands; a format is changed beside it, not in it');
	const three = [cast.chair, cast.deputy, cast.recovery];
	const views = { ...viewsOf(`${welsh} ${signs}`, 'cy', three), readers: readersFor(three), build: '0.1.0' };
	const { whole } = await forge(views, { readers: three });
	await write('golden/vv1.json', { ...whole, readers: three.map(({ secret }) => secret), views });
}

if (process.argv[1] === import.meta.filename) await (process.argv[2] === 'golden' ? makeGolden() : makeAll());
