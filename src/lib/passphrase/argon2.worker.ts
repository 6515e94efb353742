/**
 * The one worker that runs WebAssembly: it stretches a single passphrase and is then ended by whoever started it, so that
 * neither the words nor the 64 MiB stay behind.
 */
import { argon2 } from './argon2.ts';
import type { StretchAsked, StretchDone } from './passphrase.ts';

addEventListener('message', (event: MessageEvent<StretchAsked>) => {
	const { password, salt, length } = event.data;
	argon2(password, salt, length).then(
		(bytes) => postMessage({ bytes } satisfies StretchDone),
		() => postMessage({ bytes: null } satisfies StretchDone)
	);
});
