/** The words of the copy buttons. */
export const COPY = {
  line: 'Copy this line',
  formats: {
    latex: 'as LaTeX',
    text: 'as text',
  },
  copied: 'Copied',
} as const;
