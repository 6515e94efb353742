/**
 * What comes in: bodies read up to a limit, of the agreed kind, checked by a schema before anything looks at them.
 * Everything wrong is a `Refusal`; nothing of a body is ever repeated in it.
 */
import * as v from 'valibot';
import { Refusal } from './problem.ts';

/** 128 bits in base64url. */
export const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/));
/** 256 bits in base64url: hashes, thumbprints, keys. */
export const hashSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/));
/** A public P-256 key (RFC 7518 §6.2.1); what else stands in it is dropped, a private part refused. */
export const publicKeySchema = v.pipe(
	v.looseObject({}),
	v.check((key) => !('d' in key)),
	v.object({ kty: v.literal('EC'), crv: v.literal('P-256'), x: hashSchema, y: hashSchema })
);
/** A compact JWS, not yet looked into. */
export const jwsSchema = v.pipe(
	v.string(),
	v.maxLength(32 * 1024),
	v.regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/)
);
/** A compact JWS that may be long: a directory of two thousand keys. */
export const longJwsSchema = v.pipe(
	v.string(),
	v.regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/)
);
/** A line that somebody typed: some characters, no control characters. */
export const lineSchema = (longest: number) =>
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest), v.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** Whether `text` is spelled like an id; ids in addresses that are not so are simply missing. */
export function idIn<Id extends string>(text: string | undefined): Id {
	if (!v.is(idSchema, text)) throw new Refusal('missing');
	return text as Id;
}

/** A hash in an address; anything else is missing. */
export function hashIn(text: string | undefined): string {
	if (!v.is(hashSchema, text)) throw new Refusal('missing');
	return text;
}

/**
 * The body's bytes, at most `limit` of them. Refuses `too-large`, and `malformed` where the body breaks off. A body that is
 * too long is read to its end all the same: to stop in the middle would cut the connection before the answer is out. `broken`
 * hears what came of a body that breaks off.
 */
export async function readBytes(
	request: Request,
	limit: number,
	broken: (came: Uint8Array) => void = () => undefined
): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const part of request.body ?? []) {
			length += part.length;
			if (length <= limit) parts.push(part);
		}
	} catch (thrown) {
		// SvelteKit breaks off what is beyond any limit.
		const { status } = thrown as { status?: unknown };
		if (status === 413) throw new Refusal('too-large');
		broken(Buffer.concat(parts));
		throw new Refusal('malformed');
	}
	if (length > limit) throw new Refusal('too-large');
	return Buffer.concat(parts, length);
}

/** Refuses `wrong-kind` unless the body is of media type `kind`. */
export function demandKind(request: Request, kind: string): void {
	const said = request.headers.get('content-type') ?? '';
	if (said.split(';', 1)[0]?.trim().toLowerCase() !== kind) throw new Refusal('wrong-kind');
}

/** The place of the body's first byte in what it is part of: 0 where it is the whole (RFC 9110 §14.5). Refuses `malformed`. */
export function beginOf(request: Request): number {
	const range = request.headers.get('content-range');
	if (range === null) return 0;
	const from = /^bytes (\d{1,9})-\d{1,9}\/\d{1,9}$/.exec(range)?.[1];
	if (from === undefined) throw new Refusal('malformed');
	return Number(from);
}

/** The JSON body as `schema` describes it. Refuses `wrong-kind`, `too-large`, `malformed`. */
export async function readJson<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema,
	limit: number
): Promise<v.InferOutput<Schema>> {
	demandKind(request, 'application/json');
	return parseJson(await readBytes(request, limit), schema);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text that `bytes` spell. Refuses `malformed` where they are not UTF-8. */
export function textOf(bytes: Uint8Array): string {
	try {
		return utf8.decode(bytes);
	} catch {
		throw new Refusal('malformed');
	}
}

/** The JSON that `bytes` spell, as `schema` describes it. Refuses `malformed`. */
export function parseJson<Schema extends v.GenericSchema>(
	bytes: Uint8Array,
	schema: Schema
): v.InferOutput<Schema> {
	let value: unknown;
	try {
		value = JSON.parse(utf8.decode(bytes));
	} catch {
		throw new Refusal('malformed');
	}
	const checked = v.safeParse(schema, value);
	if (!checked.success) throw new Refusal('malformed');
	return checked.output;
}
