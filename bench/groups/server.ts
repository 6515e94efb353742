/**
 * Submissions that the server verifies and stores durably in a second, beside bare inserts of the same size, one in each
 * commit, into the same kind of file on the same disk.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../src/lib/base/bytes.ts';
import { newId, type ViewId } from '../../src/lib/base/ids.ts';
import { canonicalJson } from '../../src/lib/envelope/canonical.ts';
import { submissionText } from '../../src/lib/envelope/wire.ts';
import { longAnswers } from '../../tests/fixtures/answers.ts';
import { ChildDevice, type Submission } from '../../tests/fixtures/child.ts';
import { median, type Figure } from '../figure.ts';
import { startForBench, type BenchProduct } from '../product.ts';

/** Submissions in a round; an invitation takes a hundred a day. */
const many = 1500;
const perInvitation = 100;
/** Children sending at once. */
const connections = 64;

/** `first` under another view id: as large and as well signed, without sealing each anew. */
async function again(device: ChildDevice, first: Submission): Promise<string> {
	const vid = newId<ViewId>();
	const header = JSON.parse(fromUtf8(fromBase64url(first.envelope.protected))) as object;
	const envelope = { ...first.envelope, protected: toBase64url(utf8(canonicalJson({ ...header, vid }))) };
	return submissionText(await device.submit(vid, envelope));
}

/** The bodies of `many` submissions, spread over invitations, and the bytes that the server keeps of each. */
async function prepare(product: BenchProduct): Promise<{ bodies: string[]; bytes: number }> {
	const bodies: string[] = [];
	let bytes = 0;
	while (bodies.length < many) {
		const device = await ChildDevice.enrol(product.origin, await product.invite());
		const first = await device.seal(longAnswers(20 * 1024), await product.readers());
		bytes = canonicalJson(first.envelope).length;
		for (let at = 0; at < perInvitation && bodies.length < many; at++)
			bodies.push(await again(device, first));
	}
	return { bodies, bytes };
}

/** `body` as the octets of one request, made before the clock runs: the children's devices are not what is measured. */
const requestOf = ({ host }: URL, body: string): Buffer =>
	Buffer.from(
		`POST /api/submissions HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
			`content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
	);

/** One connection that is kept open: each request leaves once the answer before it is whole. */
class Line {
	readonly #socket: Socket;
	#heard = '';
	#resolve: (status: number) => void = () => undefined;
	#reject: (reason: Error) => void = () => undefined;
	constructor({ hostname, port }: URL) {
		this.#socket = connect(Number(port), hostname).setNoDelay();
		this.#socket.on('data', (part) => this.#hear(part.toString('latin1')));
		this.#socket.on('error', (reason) => this.#reject(reason));
		this.#socket.on('close', () => this.#reject(new Error('the server hung up')));
	}
	/** Posts `request`; its status. */
	post(request: Buffer): Promise<number> {
		return new Promise((resolve, reject) => {
			[this.#resolve, this.#reject] = [resolve, reject];
			this.#socket.write(request);
		});
	}
	close(): void {
		this.#socket.destroy();
	}
	#hear(part: string): void {
		this.#heard += part;
		const head = this.#heard.indexOf('\r\n\r\n') + 4;
		if (head < 4) return;
		const length = /\r\ncontent-length: (\d+)\r\n/i.exec(this.#heard.slice(0, head))?.[1];
		// Without a length the answer comes in chunks, the last of them empty (RFC 9112 §7.1).
		const whole = length
			? this.#heard.length === head + Number(length)
			: this.#heard.endsWith('\r\n0\r\n\r\n');
		if (!whole) return;
		const status = Number(this.#heard.slice(9, 12));
		this.#heard = '';
		this.#resolve(status);
	}
}

/** Submissions a second. Throws where one is not stored: a fast refusal is no speed. */
async function submissions(origin: string, bodies: readonly string[]): Promise<number> {
	const url = new URL(origin);
	const queue = bodies.map((body) => requestOf(url, body));
	const lines = Array.from({ length: connections }, () => new Line(url));
	const began = performance.now();
	await Promise.all(
		lines.map(async (line) => {
			for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
				const status = await line.post(next);
				if (status !== 201) throw new Error(`a submission was answered with ${status}`);
			}
		})
	);
	const rate = bodies.length / ((performance.now() - began) / 1000);
	for (const line of lines) line.close();
	return rate;
}

/** Bare inserts a second of `bytes` each, one per commit, as durable as the server's. */
function inserts(bytes: number): number {
	const folder = mkdtempSync(join(tmpdir(), 'my-say-bench-inserts-'));
	const database = new DatabaseSync(join(folder, 'bare.db'));
	database.exec(
		'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE s (id TEXT PRIMARY KEY, e TEXT)'
	);
	const insert = database.prepare('INSERT INTO s VALUES (?, ?)');
	const envelope = 'e'.repeat(bytes);
	const began = performance.now();
	for (let at = 0; at < many; at++) insert.run(newId(), envelope);
	const rate = many / ((performance.now() - began) / 1000);
	database.close();
	rmSync(folder, { recursive: true, force: true });
	return rate;
}

/** Measures `rounds` of both, in turn. */
export async function measure(rounds: number): Promise<Figure[]> {
	const product = await startForBench();
	const rates: { ours: number; bare: number }[] = [];
	try {
		for (let round = 0; round < rounds; round++) {
			const { bodies, bytes } = await prepare(product);
			const bare = inserts(bytes);
			rates.push({ bare, ours: await submissions(product.origin, bodies) });
		}
	} finally {
		await product.stop();
	}
	const ours = median(rates.map((rate) => rate.ours));
	const bare = median(rates.map((rate) => rate.bare));
	return [
		{
			name: 'submissions stored, to bare inserts',
			value: median(rates.map((rate) => rate.ours / rate.bare)),
			unit: '×',
			target: 0.5,
			bound: 'at least',
			note: `${ours.toFixed(0)} to ${bare.toFixed(0)} a second`
		}
	];
}
