/** Drawn at build time; no script of ours runs on it. */
export const prerender = true;
export const csr = false;
