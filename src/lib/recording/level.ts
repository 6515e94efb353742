/** How loud a microphone is now, for a meter: eight steps, told only when the step changes. */

/** Steps of the meter. */
export const levelSteps = 8;

/** The step for samples between -1 and 1: by their power, over the 48 decibels in which a voice lies. */
export function stepOf(samples: Float32Array): number {
	let sum = 0;
	for (const sample of samples) sum += sample * sample;
	const decibels = 10 * Math.log10(sum / Math.max(1, samples.length) + 1e-9);
	return Math.max(0, Math.min(levelSteps, Math.round(((decibels + 54) / 48) * levelSteps)));
}

/** Listens to `stream` until the returned function is called. Hears nothing where the browser cannot. */
export function watchLevel(stream: MediaStream, tell: (step: number) => void): () => void {
	let audio: AudioContext;
	try {
		audio = new AudioContext();
	} catch {
		return () => undefined;
	}
	const analyser = audio.createAnalyser();
	analyser.fftSize = 1024;
	audio.createMediaStreamSource(stream).connect(analyser);
	const samples = new Float32Array(analyser.fftSize);
	let last = -1;
	const timer = setInterval(() => {
		analyser.getFloatTimeDomainData(samples);
		const step = stepOf(samples);
		if (step === last) return;
		last = step;
		tell(step);
	}, 100);
	return () => {
		clearInterval(timer);
		void audio.close();
	};
}
