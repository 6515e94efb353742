/**
 * A slow line: a proxy on this machine with a round-trip time and a shared rate in each direction. In the network and not
 * in the browser, because emulation there does not reach a service worker, and every page must meet the same line.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

/** A line: round-trip time in milliseconds, rates in bits a second. */
export interface Line {
	readonly roundTrip: number;
	readonly down: number;
	readonly up: number;
}

/** "Slow 4G" as page-speed tools have it. */
export const slow4G: Line = { roundTrip: 150, down: 1.6e6, up: 750e3 };

const segment = 1460;
const header = 40;

/** When the next `bytes` have passed a link of `rate` bits a second that all connections share, in ms from now. */
function link(rate: number) {
	let free = 0;
	return (bytes: number): number => {
		const now = performance.now();
		free = Math.max(free, now) + (bytes * 8000) / rate;
		return free - now;
	};
}

/** Passes what arrives from `a` on to `b`, one segment at a time, late by half a round trip and the link's queue. */
function pass(a: Socket, b: Socket, delay: (bytes: number) => number, half: number): void {
	a.on('data', (data) => {
		for (let at = 0; at < data.length; at += segment) {
			const part = data.subarray(at, at + segment);
			setTimeout(() => b.writable && b.write(part), delay(part.length + header) + half);
		}
	});
	a.on('end', () => setTimeout(() => b.end(), delay(0) + half + 5));
	a.on('error', () => b.destroy());
}

/** A slow line to `target` (`http://localhost:PORT`). The address to open instead, and how to take the line down. */
export async function shape(target: string, line = slow4G): Promise<{ url: string; close: () => void }> {
	const to = new URL(target);
	const down = link(line.down);
	const up = link(line.up);
	const half = line.roundTrip / 2;
	const sockets = new Set<Socket>();
	const server = createServer((client) => {
		sockets.add(client);
		client.on('close', () => sockets.delete(client));
		client.on('error', () => client.destroy());
		client.pause();
		// The handshake costs a round trip before the first byte.
		setTimeout(() => {
			const upstream = connect(Number(to.port), '127.0.0.1', () => {
				client.resume();
				pass(client, upstream, up, half);
				pass(upstream, client, down, half);
			});
			upstream.on('error', () => client.destroy());
			client.on('close', () => upstream.destroy());
		}, line.roundTrip);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://localhost:${port}`,
		close: () => {
			for (const socket of sockets) socket.destroy();
			server.close();
		}
	};
}
