/**
 * The limit: a picture question in hand-written HTML without a script, served compressed and with nothing in the way.
 * What our own pages are compared with, in the same run.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = join(import.meta.dirname, 'plain');
const media: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml' };

/** One file of the plain page, compressed once. */
function packed(file: string) {
	const body = brotliCompressSync(readFileSync(join(folder, file)), {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11 }
	});
	return { body, type: media[extname(file)] ?? 'application/octet-stream' };
}

/** Serves the plain page on a port of its own. */
export async function servePlain(): Promise<{ url: string; close: () => void }> {
	const files = new Map(
		['index.html', 'second.html', 'happy.svg', 'all-right.svg', 'sad.svg', 'angry.svg'].map((file) => [
			`/${file}`,
			packed(file)
		])
	);
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const found = files.get(pathname === '/' ? '/index.html' : pathname);
		if (!found) return void response.writeHead(404).end();
		response
			.writeHead(200, {
				'content-type': found.type,
				'content-encoding': 'br',
				'content-length': found.body.length,
				'cache-control': pathname.endsWith('.svg') ? 'public, max-age=31536000, immutable' : 'no-cache'
			})
			.end(found.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://localhost:${port}`,
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}
