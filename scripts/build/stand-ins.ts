/**
 * Until a text font has come, a local font stands in, scaled so that lines break at the same words and keep their height:
 * `size` is the ratio of the widths of an English paragraph, in percent; `ascent` and `descent` are the web font’s own divided
 * by it. The bold ones are measured at weight 600. Of the faces of one family the last that is on the reader’s system is taken.
 */
const STAND_INS = [
  { of: 'Inter', local: ['DejaVu Sans'], size: 93.7, ascent: 103.4, descent: 25.8 },
  { of: 'Inter', local: ['Roboto'], size: 107.5, ascent: 90.1, descent: 22.4 },
  { of: 'Inter', local: ['Arial', 'Liberation Sans', 'Helvetica'], size: 106.7, ascent: 90.8, descent: 22.6 },
  {
    of: 'Inter',
    local: ['Arial Bold', 'Liberation Sans Bold', 'Helvetica Bold'],
    size: 101.2,
    ascent: 95.7,
    descent: 23.8,
    isBold: true,
  },
  { of: 'Source Serif 4', local: ['DejaVu Serif'], size: 92.3, ascent: 112.2, descent: 36.3 },
  {
    of: 'Source Serif 4',
    local: ['Times New Roman', 'Liberation Serif', 'Times'],
    size: 117.2,
    ascent: 88.4,
    descent: 28.6,
  },
  {
    of: 'Source Serif 4',
    local: ['Times New Roman Bold', 'Liberation Serif Bold', 'Times Bold'],
    size: 112.1,
    ascent: 92.4,
    descent: 29.9,
    isBold: true,
  },
];

/** The `@font-face` rules of the stand-ins. */
export const STAND_IN_FACES = STAND_INS.map(({ of, local, size, ascent, descent, isBold }) => {
  const src = local.map((name) => `local('${name}')`).join(',');
  const weight = isBold ? 'font-weight:600 900;' : '';
  return `@font-face{font-family:'${of} stand-in';src:${src};${weight}size-adjust:${size}%;ascent-override:${ascent}%;descent-override:${descent}%;line-gap-override:0%}`;
}).join('');
