/** The face the child made, given to every picture below: feelings and family are drawn from it. */
import { createContext } from 'svelte';
import type { FaceLook } from '../../picture/face.ts';

const [get, set, has] = createContext<() => FaceLook>();

/** Gives the child's own face to every component below. Call while a component is being set up. */
export const provideChild = (child: () => FaceLook): void => void set(child);

/** The child's own face, as a function because it changes; null where nobody gave one. */
export const useChild = (): (() => FaceLook) | null => (has() ? get() : null);
