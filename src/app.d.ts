// What the server puts beside each request; see src/hooks.server.ts.
declare global {
	/** The commit or version this was built from, written into every signed view (threat model: targeted code). */
	const __BUILD_ID__: string;
}

export {};
