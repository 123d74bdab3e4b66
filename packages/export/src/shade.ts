/** A fill of a cell, and the colour of the number on it. */
export interface Shade {
  readonly fill: string
  readonly text: string
}

/** From this depth on, white has more contrast than black; both have 4.5 to 1 here (WCAG 2.2, 1.4.3), which a dark grey has not. */
const whiteFrom = 0.665

/**
 * Shades a share from 0 to 1 in one hue that darkens evenly, so that it keeps its order in black and white; square
 * roots, so that small counts can be told apart.
 */
export function shadeOf(share: number): Shade {
  if (share <= 0) return { fill: '#ffffff', text: '#767676' }
  const depth = Math.sqrt(Math.min(1, share))
  const [from, to] = [
    [234, 242, 249],
    [12, 60, 105],
  ] as const
  const channel = (i: 0 | 1 | 2) =>
    Math.round(from[i] + (to[i] - from[i]) * depth)
      .toString(16)
      .padStart(2, '0')
  return { fill: `#${channel(0)}${channel(1)}${channel(2)}`, text: depth > whiteFrom ? '#ffffff' : '#000000' }
}
