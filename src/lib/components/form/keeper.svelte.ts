import type { Queue } from '../kept/queue.svelte.ts';

/** Who keeps answers on this device: there once somebody is signed in and its code has arrived. */
export const keeper = $state<{ queue: Queue | undefined }>({ queue: undefined });
