/** Serves a folder of finished files on a port of its own. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const media: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.svg': 'image/svg+xml'
};

/** Serves `folder`, compressed once and held in memory; `/` is its `index.html`. */
export async function serveFolder(folder: string): Promise<{ url: string; close: () => void }> {
	const packed = new Map<string, Buffer>();
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
		try {
			const body = packed.get(file) ?? brotliCompressSync(readFileSync(file));
			packed.set(file, body);
			response
				.writeHead(200, {
					'content-type': media[extname(file)] ?? 'application/octet-stream',
					'content-encoding': 'br',
					'content-length': body.length,
					'cache-control': file.endsWith('.html') ? 'no-cache' : 'public, max-age=31536000, immutable'
				})
				.end(body);
		} catch {
			response.writeHead(404).end();
		}
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
