/**
 * The format VV1: types of every object that crosses from one part to another, and their strict checks without any key.
 * Safe for the server: pulls in no crypto. Source: docs/wire.md, decision 0004.
 */
import type { Instant } from '../base/brand.ts';
import type { InvitationId, StaffId, ViewId } from '../base/ids.ts';
import { parseCanonical, parseJson } from './canonical.ts';
import { asJwk } from './jwk.ts';
import type { PublicJwk } from './jwk.ts';
import { asUtf8, refuseForbidden, splitJws } from './jws.ts';
import type { ReadJws } from './jws.ts';
import { checked, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import {
	asArray,
	asBase64url,
	byteLength,
	asBytes,
	asCount,
	asHash,
	asId,
	asInstant,
	asObject,
	asText,
	exactly
} from './shape.ts';

/** One reader's wrapped content key. */
export interface Recipient {
	readonly header: {
		readonly alg: 'ECDH-ES+A256KW';
		/** Thumbprint of the reader's encryption key. */
		readonly kid: string;
		/** The key made for this one sealing. */
		readonly epk: PublicJwk;
	};
	readonly encrypted_key: string;
}

/** The sealed views: JWE General JSON (RFC 7516 §7.2.1). */
export interface Envelope {
	readonly protected: string;
	/** In ascending order of `kid`, at least two, at most 16. */
	readonly recipients: readonly Recipient[];
	readonly iv: string;
	readonly ciphertext: string;
	readonly tag: string;
}

/** The protected header of an envelope. */
export interface OuterHeader {
	readonly enc: 'A256GCM';
	/** Key commitment: SHA-256 of `vv1 kc ` and the content key. */
	readonly kc: string;
	/** SHA-256 of the canonical JSON of the sorted reader thumbprints. */
	readonly rset: string;
	readonly typ: 'vv-envelope+jwe';
	readonly vid: ViewId;
	readonly vv: 1;
}

/** Payload of submit.jws. */
export interface Submit {
	readonly v: 1;
	readonly vid: ViewId;
	readonly invitation: InvitationId;
	/** SHA-256 of the envelope's canonical JSON. */
	readonly envelope: string;
	/** Bytes of the envelope's canonical JSON. */
	readonly length: number;
	/** SHA-256 of every blob chunk, in the order of the views. */
	readonly blobs: readonly string[];
	/** The device's time: a claim. */
	readonly at: Instant;
}

/** Payload of the authorisation of one blob chunk. */
export interface BlobAuthorisation {
	readonly v: 1;
	readonly hash: string;
	readonly length: number;
	readonly invitation: InvitationId;
}

/** The log's state when the receipt was made. */
export interface Checkpoint {
	readonly size: number;
	readonly root: string;
}

/** Payload of receipt.jws. */
export interface Receipt {
	readonly v: 1;
	readonly vid: ViewId;
	readonly envelope: string;
	/** Bytes of the envelope's canonical JSON. */
	readonly bytes: number;
	/** The server's time of the durable commit. */
	readonly at: Instant;
	readonly index: number;
	/** 128 random bits, base64url. */
	readonly salt: string;
	/** Holds this envelope: `index` < `size`. */
	readonly checkpoint: Checkpoint;
}

/** Where in the log of a receipt's checkpoint an envelope stands. */
export interface InclusionProof {
	readonly index: number;
	readonly size: number;
	/** SHA-256 nodes from the leaf upwards (RFC 9162 §2.1.3). */
	readonly path: readonly string[];
	readonly root: string;
}

/** One key of the directory. */
export interface DirectoryKey {
	readonly use: 'reader' | 'server';
	readonly staff: StaffId | null;
	/** `chair`, `recovery`, `server` … */
	readonly role: string;
	/** Shown to the child. */
	readonly name: string;
	readonly enc: PublicJwk | null;
	readonly sig: PublicJwk | null;
	readonly from: Instant;
	readonly until: Instant | null;
}

/** Payload of directory.jws. */
export interface Directory {
	readonly v: 1;
	readonly organisation: { readonly name: string };
	readonly root: PublicJwk;
	readonly seq: number;
	readonly issued: Instant;
	readonly keys: readonly DirectoryKey[];
}

/** What is posted to the server. */
export interface Submission {
	readonly submit: string;
	readonly envelope: Envelope;
}

/** An envelope whose form holds, with its protected header. */
export interface ReadEnvelope {
	readonly envelope: Envelope;
	readonly outer: OuterHeader;
}

/** A signed object whose form holds; its signature is not yet verified. */
export interface Unverified<Content> {
	readonly jws: ReadJws;
	readonly content: Content;
}

/** Most bytes of an object: views in clear, an envelope, a submission, a receipt, a directory. */
export const limits = {
	view: 256 * 1024,
	envelope: 384 * 1024,
	submit: 64 * 1024,
	receipt: 4 * 1024,
	directory: 1024 * 1024,
	readers: 16,
	blobs: 512
} as const;

/** The steps to which views are padded before sealing, in bytes: all that an envelope's size tells. */
export const steps = [16, 32, 64, 128, 256].map((kib) => kib * 1024) as readonly number[];

const version = (v: unknown, what: string): 1 => {
	demand(v === 1, 'wrong-version', what);
	return 1;
};

function asRecipient(value: unknown): Recipient {
	const { header: loose, encrypted_key: wrapped } = exactly(value, ['header', 'encrypted_key'], 'recipient');
	refuseForbidden(asObject(loose, 'recipient'));
	const { alg, kid, epk } = exactly(loose, ['alg', 'kid', 'epk'], 'recipient');
	demand(alg === 'ECDH-ES+A256KW', 'wrong-algorithm', 'recipient');
	return {
		header: { alg, kid: asHash(kid, 'kid'), epk: asJwk(epk, 'epk') },
		encrypted_key: asBase64url(wrapped, 'encrypted_key', 40)
	};
}

function asOuter(text: string): OuterHeader {
	const loose = asObject(parseCanonical(text), 'protected');
	refuseForbidden(loose);
	demand(loose['typ'] === 'vv-envelope+jwe', 'wrong-type', 'protected');
	demand(loose['enc'] === 'A256GCM', 'wrong-algorithm', 'protected');
	version(loose['vv'], 'protected');
	const header = exactly(loose, ['enc', 'kc', 'rset', 'typ', 'vid', 'vv'], 'protected');
	return {
		enc: 'A256GCM',
		kc: asHash(header['kc'], 'kc'),
		rset: asHash(header['rset'], 'rset'),
		typ: 'vv-envelope+jwe',
		vid: asId(header['vid'], 'vid'),
		vv: 1
	};
}

/** `value` as an envelope. Throws `Refusal`. */
export function asEnvelope(value: unknown): ReadEnvelope {
	const whole = asObject(value, 'envelope');
	const ciphertext = asText(whole['ciphertext'], limits.envelope, 'ciphertext');
	const protectedHeader = asText(whole['protected'], 1024, 'protected');
	const outer = asOuter(asUtf8(asBytes(protectedHeader, 'protected'), 'protected'));
	// A shared unprotected header or further authenticated data are for other formats.
	exactly(whole, ['protected', 'recipients', 'iv', 'ciphertext', 'tag'], 'envelope');
	const list = asArray(whole['recipients'], limits.readers, 'recipients');
	demand(list.length >= 2, 'too-few-readers');
	const recipients = list.map(asRecipient);
	const kids = recipients.map(({ header }) => header.kid);
	demand(new Set(kids).size === kids.length, 'duplicate-reader');
	demand(
		kids.every((kid, at) => at === 0 || (kids[at - 1] as string) < kid),
		'unsorted-readers'
	);
	const iv = asBase64url(whole['iv'], 'iv', 12);
	const tag = asBase64url(whole['tag'], 'tag', 16);
	const size = byteLength(asBase64url(ciphertext, 'ciphertext'));
	demand(steps.includes(size), 'wrong-padding', 'Not the size of a step');
	return { envelope: { protected: protectedHeader, recipients, iv, ciphertext, tag }, outer };
}

/** The envelope that `value` (JSON, already parsed) is, checked in everything that needs no key. */
export const readEnvelope = (value: unknown): Checked<ReadEnvelope> => checked(() => asEnvelope(value));

const asHashes = (value: unknown, what: string): string[] =>
	asArray(value, limits.blobs, what).map((hash) => asHash(hash, what));

/** `jws` as submit.jws. Throws `Refusal`. */
export function asSubmit(text: unknown): Unverified<Submit> {
	const jws = splitJws(text, 'vv-submit+jws', limits.submit);
	version(asObject(jws.payload, 'submit')['v'], 'submit');
	const it = exactly(jws.payload, ['v', 'vid', 'invitation', 'envelope', 'length', 'blobs', 'at'], 'submit');
	const content: Submit = {
		v: 1,
		vid: asId(it['vid'], 'vid'),
		invitation: asId(it['invitation'], 'invitation'),
		envelope: asHash(it['envelope'], 'envelope'),
		length: asCount(it['length'], 1, 'length'),
		blobs: asHashes(it['blobs'], 'blobs'),
		at: asInstant(it['at'], 'at')
	};
	return { jws, content };
}

/** The submit.jws that `jws` is; its signature is not verified. */
export const readSubmit = (jws: unknown): Checked<Unverified<Submit>> => checked(() => asSubmit(jws));

/** `jws` as the authorisation of a blob chunk. Throws `Refusal`. */
export function asBlobAuthorisation(text: unknown): Unverified<BlobAuthorisation> {
	const jws = splitJws(text, 'vv-blob+jws', limits.receipt);
	version(asObject(jws.payload, 'blob')['v'], 'blob');
	const it = exactly(jws.payload, ['v', 'hash', 'length', 'invitation'], 'blob');
	const content: BlobAuthorisation = {
		v: 1,
		hash: asHash(it['hash'], 'hash'),
		length: asCount(it['length'], 1, 'length'),
		invitation: asId(it['invitation'], 'invitation')
	};
	return { jws, content };
}

/** The authorisation that `jws` is; its signature is not verified. */
export const readBlobAuthorisation = (jws: unknown): Checked<Unverified<BlobAuthorisation>> =>
	checked(() => asBlobAuthorisation(jws));

function asCheckpoint(value: unknown): Checkpoint {
	const { size, root } = exactly(value, ['size', 'root'], 'checkpoint');
	return { size: asCount(size, 1, 'size'), root: asHash(root, 'root') };
}

/** `jws` as receipt.jws. Throws `Refusal`. */
export function asReceipt(text: unknown): Unverified<Receipt> {
	const jws = splitJws(text, 'vv-receipt+jws', limits.receipt);
	version(asObject(jws.payload, 'receipt')['v'], 'receipt');
	const names = ['v', 'vid', 'envelope', 'bytes', 'at', 'index', 'salt', 'checkpoint'];
	const it = exactly(jws.payload, names, 'receipt');
	const content: Receipt = {
		v: 1,
		vid: asId(it['vid'], 'vid'),
		envelope: asHash(it['envelope'], 'envelope'),
		bytes: asCount(it['bytes'], 1, 'bytes'),
		at: asInstant(it['at'], 'at'),
		index: asCount(it['index'], 0, 'index'),
		salt: asId(it['salt'], 'salt'),
		checkpoint: asCheckpoint(it['checkpoint'])
	};
	demand(content.index < content.checkpoint.size, 'malformed', 'receipt: outside its checkpoint');
	return { jws, content };
}

/** The receipt that `jws` is; its signature is not verified. */
export const readReceipt = (jws: unknown): Checked<Unverified<Receipt>> => checked(() => asReceipt(jws));

/** `value` as an inclusion proof. Throws `Refusal`. */
export function asProof(value: unknown): InclusionProof {
	const it = exactly(value, ['index', 'size', 'path', 'root'], 'proof');
	const size = asCount(it['size'], 1, 'size');
	const path = asArray(it['path'], 53, 'path').map((node) => asHash(node, 'path'));
	return { index: asCount(it['index'], 0, 'index'), size, path, root: asHash(it['root'], 'root') };
}

const names = ['use', 'staff', 'role', 'name', 'enc', 'sig', 'from', 'until'];

function asDirectoryKey(value: unknown): DirectoryKey {
	const it = exactly(value, names, 'directory key');
	const { use } = it;
	demand(use === 'reader' || use === 'server', 'malformed', 'directory key: use');
	const role = asText(it['role'], 32, 'role');
	demand(/^[a-z][a-z-]*$/.test(role), 'malformed', 'directory key: role');
	const key: DirectoryKey = {
		use,
		staff: it['staff'] === null ? null : asId(it['staff'], 'staff'),
		role,
		name: asText(it['name'], 200, 'name'),
		enc: it['enc'] === null ? null : asJwk(it['enc'], 'enc'),
		sig: it['sig'] === null ? null : asJwk(it['sig'], 'sig'),
		from: asInstant(it['from'], 'from'),
		until: it['until'] === null ? null : asInstant(it['until'], 'until')
	};
	demand((use === 'reader' ? key.enc : key.sig) !== null, 'malformed', 'directory key: none for its use');
	return key;
}

/** `jws` as directory.jws. Throws `Refusal`. */
export function asDirectory(text: unknown): Unverified<Directory> {
	const jws = splitJws(text, 'vv-directory+jws', limits.directory);
	version(asObject(jws.payload, 'directory')['v'], 'directory');
	const it = exactly(jws.payload, ['v', 'organisation', 'root', 'seq', 'issued', 'keys'], 'directory');
	const content: Directory = {
		v: 1,
		organisation: {
			name: asText(exactly(it['organisation'], ['name'], 'organisation')['name'], 200, 'name')
		},
		root: asJwk(it['root'], 'root'),
		seq: asCount(it['seq'], 1, 'seq'),
		issued: asInstant(it['issued'], 'issued'),
		keys: asArray(it['keys'], 2000, 'keys').map(asDirectoryKey)
	};
	return { jws, content };
}

/** The directory that `jws` is; its signature is not verified. */
export const readDirectory = (jws: unknown): Checked<Unverified<Directory>> =>
	checked(() => asDirectory(jws));

const recipientText = ({ header: { alg, epk, kid }, encrypted_key: wrapped }: Recipient): string =>
	`{"encrypted_key":"${wrapped}","header":{"alg":"${alg}","epk":` +
	`{"crv":"${epk.crv}","kty":"${epk.kty}","x":"${epk.x}","y":"${epk.y}"},"kid":"${kid}"}}`;

/**
 * The envelope in the one spelling over which its hash and length are taken (RFC 8785). Every value in it is base64url or
 * a fixed name, so joining is enough: no letter needs escaping.
 */
export const envelopeText = (envelope: Envelope): string =>
	`{"ciphertext":"${envelope.ciphertext}","iv":"${envelope.iv}","protected":"${envelope.protected}",` +
	`"recipients":[${envelope.recipients.map(recipientText).join(',')}],"tag":"${envelope.tag}"}`;

const postedText = (envelope: string, submit: string): string =>
	`{"envelope":${envelope},"submit":"${submit}"}`;

/** The body of `POST /api/submissions`: canonical, which is also what the server reads quickest. */
export const submissionText = ({ submit, envelope }: Submission): string =>
	postedText(envelopeText(envelope), submit);

/** A posted submission whose form holds; no signature is verified. */
export interface ReadSubmission extends ReadEnvelope {
	readonly submit: Unverified<Submit>;
	readonly submitJws: string;
	/** `envelopeText` of the envelope. */
	readonly text: string;
}

/** What was posted, as text: `{submit, envelope}` in which no member comes twice. Verifies no signature. */
export const readSubmission = (text: string): Checked<ReadSubmission> =>
	checked(() => {
		demand(text.length <= limits.envelope + limits.submit, 'too-large', 'submission');
		let value: unknown;
		try {
			value = JSON.parse(text);
		} catch {
			demand(false, 'malformed', 'submission: not JSON');
		}
		const { submit, envelope } = exactly(value, ['submit', 'envelope'], 'submission');
		const [read, submitJws] = [asEnvelope(envelope), submit as string];
		const canonical = envelopeText(read.envelope);
		const posted = { submit: asSubmit(submit), submitJws, text: canonical, ...read };
		// Canonical text cannot name a member twice; any other is searched for it.
		if (postedText(canonical, submitJws) !== text) parseJson(text);
		return posted;
	});
