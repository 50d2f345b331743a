/** The keys beside a number field on a phone. */
export const FIELD_KEYS = {
  sign: 'change the sign',
  fraction: 'over: a fraction',
} as const;
