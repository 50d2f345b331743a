/** The words about a link that can't be copied, or read. */
export const LINK = {
  copyByHand: 'This browser does not let the page copy. Here is the link:',
  broken: 'This link is broken.',
  openChapter: 'Open the starting network',
  close: 'Close',
} as const;
