/** The worker that seals what was made for one sending, and is then ended by whoever started it. */
import { sealParcels, type SealAsked } from './seal-parcels.ts';

addEventListener('message', (event: MessageEvent<SealAsked>) => {
	void sealParcels(event.data).then((sealed) => postMessage(sealed));
});
