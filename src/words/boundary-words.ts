/** What stands in the place of a part that failed. */
export const BOUNDARY = {
  failed: 'This part of the page has failed. The rest goes on, and your network is kept, also if you reload the page.',
  again: 'Try again',
} as const;
