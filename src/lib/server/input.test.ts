import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
	demandKind,
	hashIn,
	hashSchema,
	idIn,
	idSchema,
	lineSchema,
	parseJson,
	publicKeySchema,
	readBytes
} from './input.ts';

const request = (body: BodyInit | null, kind = 'application/json'): Request =>
	new Request('http://localhost/', {
		method: 'POST',
		headers: { 'content-type': kind },
		body,
		duplex: 'half'
	} as RequestInit);

/** A body in parts, that may break off. */
const parts = (all: readonly (string | Error)[]): ReadableStream<Uint8Array> =>
	new ReadableStream({
		start(controller) {
			for (const part of all)
				if (typeof part === 'string') controller.enqueue(new TextEncoder().encode(part));
				else return controller.error(part);
			controller.close();
		}
	});

it('reads a body up to its limit, to the last byte', async () => {
	expect(String(await readBytes(request('12345'), 5))).toBe('12345');
	expect(String(await readBytes(request(parts(['123', '45'])), 5))).toBe('12345');
	expect(String(await readBytes(request(null), 5))).toBe('');
	await expect(readBytes(request('123456'), 5)).rejects.toThrow('too-large');
	await expect(readBytes(request(parts(['123', '456'])), 5)).rejects.toThrow('too-large');
	await expect(readBytes(request(parts(['123', new Error('gone')])), 5)).rejects.toThrow('malformed');
});

it('goes by the media type, whatever its spelling', () => {
	expect(() => demandKind(request('', 'Application/JSON; charset=utf-8'), 'application/json')).not.toThrow();
	expect(() => demandKind(request('', 'text/plain'), 'application/json')).toThrow('wrong-kind');
});

it('parses JSON that is UTF-8 and as it should be', () => {
	const schema = v.object({ a: v.number() });
	expect(parseJson(Buffer.from('{"a":1,"b":2}'), schema)).toEqual({ a: 1 });
	for (const wrong of [Buffer.from('{"a":"1"}'), Buffer.from('{'), Buffer.from([0x22, 0xff, 0x22])])
		expect(() => parseJson(wrong, schema)).toThrow('malformed');
});

it('knows ids and hashes by their spelling, stray bits included', () => {
	expect(v.is(idSchema, 'A'.repeat(22))).toBe(true);
	expect(v.is(idSchema, 'A'.repeat(21) + 'B')).toBe(false);
	expect(v.is(hashSchema, 'A'.repeat(43))).toBe(true);
	expect(v.is(hashSchema, 'A'.repeat(42) + 'B')).toBe(false);
	expect(() => idIn('..')).toThrow('missing');
	expect(() => hashIn(undefined)).toThrow('missing');
});

it('takes public keys and never a private one', () => {
	const key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
	expect(v.parse(publicKeySchema, { ...key, kid: 'x' })).toEqual(key);
	expect(v.is(publicKeySchema, { ...key, d: 'A'.repeat(43) })).toBe(false);
});

it('takes a line of text without control characters', () => {
	const line = lineSchema(5);
	expect(v.parse(line, ' Siân ')).toBe('Siân');
	for (const wrong of ['', '   ', '123456', 'a\nb', 'a\u0000', '\ud800'])
		expect(v.is(line, wrong)).toBe(false);
});
