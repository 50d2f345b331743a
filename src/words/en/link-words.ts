/** The words about a link that can't be copied, or read. */
export const LINK = {
  copyByHand: 'Your browser doesn’t let this page copy. Here is the link:',
  broken: 'This link is broken.',
  openChapter: 'Open the starting network',
  close: 'Close',
} as const;
