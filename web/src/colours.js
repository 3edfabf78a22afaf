// The colours and sizes of the page, where pictures need them as values.

/** @param {string} name */
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export const colours = () => ({
  ink: colour('ink'),
  soft: colour('soft'),
  line: colour('line'),
  grid: colour('grid'),
  paper: colour('paper'),
  bar: colour('bar'),
  barEdge: colour('bar-edge'),
  barMore: colour('bar-more'),
  cold: colour('cold'),
  warm: colour('warm'),
  yours: colour('accent'),
});

/** The size of the page's letters [px]: larger on a projector. */
export const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The letters of charts. @param {number} [scale] */
export const font = (scale = 1) => `${0.76 * rem() * scale}px ${getComputedStyle(document.body).fontFamily}`;
