import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { newId, type ViewId } from '../base/ids.ts';
import { sealBlob } from './blob.ts';
import { chunkSize } from './view.ts';

// A file of its own: what other tests leave behind would be counted.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of all buffers that somebody still holds. */
function held(): number {
	collect();
	return process.memoryUsage().arrayBuffers;
}

test('20 MB are sealed without ever holding more than 8 MB of them', async () => {
	const size = 20 * chunkSize;
	const slice = (from: number, to: number) => ({
		arrayBuffer: () => Promise.resolve(new Uint8Array(Math.min(to, size) - from).buffer)
	});
	const before = held();
	let most = 0;
	await sealBlob(
		{ size, slice },
		{ vid: newId<ViewId>(), media: 'audio/webm;codecs=opus' },
		async ({ octets }) => {
			// As long as a slow disk takes: whatever is read ahead of it is there by now.
			await new Promise((resolve) => setTimeout(resolve, 10));
			most = Math.max(most, held() - before);
			expect(octets.length).toBeGreaterThan(chunkSize);
		}
	);
	expect(most).toBeGreaterThan(chunkSize);
	expect(most).toBeLessThan(8 * chunkSize);
});
