import type { Palette } from './palettes'
import { canvas, circle, ellipse, fade, groundY, path, polygon, rect, row, stroke } from './shapes'

const { width, height } = canvas

/** Sky with a low sun, as a gradient that the page's other drawings do not share. */
function sky({ sky: [top, bottom], sun }: Palette, sunX: number): string {
  return (
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/>` +
    `<stop offset="0.8" stop-color="${bottom}"/></linearGradient></defs>` +
    rect(0, 0, width, height, 'url(#sky)') +
    fade(circle(sunX, 300, 74, sun), 0.4) +
    fade(circle(sunX, 300, 46, sun), 0.75)
  )
}

/** Low hills of the steppe to the horizon; the ground begins a little above the feet of the buildings. */
export function steppe(palette: Palette, sunX = 1180): string {
  return (
    sky(palette, sunX) +
    path(`M0 640 C260 560 470 600 760 634 S1310 560 ${width} 622 V${height} H0Z`, palette.far) +
    path(`M0 716 C300 612 520 690 820 706 S1360 640 ${width} 676 V${height} H0Z`, palette.middle) +
    path(`M0 788 C420 748 900 796 ${width} 752 V${height} H0Z`, palette.near)
  )
}

/** Ranges of the Altai behind the same steppe. */
export function mountains(palette: Palette, sunX = 420): string {
  const range = (base: number, peaks: readonly (readonly [number, number])[], fill: string) =>
    polygon([[0, base + 60], ...peaks, [width, base + 40], [width, height], [0, height]], fill)
  const far = [
    [160, 470],
    [330, 360],
    [480, 450],
    [690, 290],
    [860, 430],
    [1010, 350],
    [1200, 470],
    [1390, 380],
    [1540, 480],
  ] as const
  const snow = polygon(
    [
      [628, 335],
      [690, 290],
      [762, 350],
      [716, 342],
      [692, 366],
      [662, 338],
    ],
    '#f4f4ef',
  )
  return (
    sky(palette, sunX) +
    fade(range(520, far, palette.shade), 0.32) +
    fade(snow, 0.8) +
    path(`M0 650 C220 560 420 640 700 610 S1200 540 ${width} 640 V${height} H0Z`, palette.far) +
    path(`M0 730 C300 650 620 720 900 700 S1380 660 ${width} 700 V${height} H0Z`, palette.middle) +
    path(`M0 790 C420 752 900 800 ${width} 756 V${height} H0Z`, palette.near)
  )
}

/** A lake between the far shore and the meadow. */
export function lake(palette: Palette, sunX = 1120): string {
  return (
    sky(palette, sunX) +
    path(`M0 560 C300 500 640 548 920 528 S1380 490 ${width} 540 V680 H0Z`, palette.far) +
    rect(0, 604, width, 200, '#8fb4c2') +
    fade(rect(0, 604, width, 26, '#ffffff'), 0.25) +
    fade(
      row(9, 60, 180, (x, index) => rect(x + (index % 3) * 40, 650 + (index % 4) * 30, 120, 5, '#ffffff', 2)),
      0.35,
    ) +
    path(`M0 770 C340 706 900 800 ${width} 726 V${height} H0Z`, palette.near)
  )
}

/** The ground in front, over the feet of what stands there, with a few tufts of feather grass. */
export function foreground({ ground, shade }: Palette): string {
  const tuft = (x: number, y: number) =>
    stroke(`M${x} ${y} q-6 -26 -20 -38 M${x} ${y} q0 -30 2 -46 M${x} ${y} q8 -24 22 -34`, shade, 4)
  return (
    path(`M0 ${groundY + 8} C380 ${groundY - 14} 980 ${groundY + 14} ${width} ${groundY - 6} V${height} H0Z`, ground) +
    fade(tuft(150, 930) + tuft(470, 900) + tuft(690, 965) + tuft(1010, 915) + tuft(1290, 960) + tuft(1475, 895), 0.26)
  )
}

/** Soft shadow at the foot of a building. */
export function shadow(x: number, w: number): string {
  return fade(ellipse(x + w / 2 + 24, groundY + 4, w / 2 + 30, 16, '#2a2118'), 0.16)
}

export function poplar(x: number, tall: number, { near }: Palette): string {
  const leaf = near.startsWith('#e') ? '#aeb8b2' : '#6f7f56'
  return rect(x - 5, groundY - 40, 10, 46, '#5b4a3a') + ellipse(x, groundY - tall / 2 - 24, tall / 7, tall / 2, leaf)
}

/** Wooden posts of a fence along the ground. */
export function fence(from: number, to: number, { shade }: Palette): string {
  const posts = row(Math.floor((to - from) / 70) + 1, from, 70, (x) => rect(x, groundY - 46, 8, 60, shade))
  return fade(
    posts + rect(from, groundY - 36, to - from, 6, shade) + rect(from, groundY - 12, to - from, 6, shade),
    0.7,
  )
}

/** Lattice pylons with three wires sagging between them. */
export function powerLine(xs: readonly number[], top: number, colour: string): string {
  const pylon = (x: number) =>
    stroke(`M${x - 34} ${groundY} L${x} ${top} L${x + 34} ${groundY}`, colour, 7) +
    stroke(`M${x - 70} ${top + 60} H${x + 70} M${x - 52} ${top + 120} H${x + 52}`, colour, 7) +
    stroke(
      `M${x - 24} ${groundY - 120} L${x + 16} ${groundY - 250} M${x + 24} ${groundY - 120} L${x - 16} ${groundY - 250}`,
      colour,
      5,
    )
  const wire = (dx: number, dy: number) =>
    xs
      .slice(1)
      .map((x, index) => {
        const before = xs[index] ?? 0
        return stroke(
          `M${before + dx} ${top + dy} Q${(before + x) / 2 + dx} ${top + dy + 70} ${x + dx} ${top + dy}`,
          colour,
          3,
        )
      })
      .join('')
  return xs.map(pylon).join('') + wire(-70, 60) + wire(70, 60) + wire(52, 120)
}
