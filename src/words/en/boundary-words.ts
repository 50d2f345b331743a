/** What stands in the place of a part that failed. */
export const BOUNDARY = {
  failed: 'This part of the page has failed. The rest still works, and your network is safe if you reload the page.',
  again: 'Try again',
} as const;
