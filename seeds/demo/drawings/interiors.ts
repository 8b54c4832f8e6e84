import type { Palette } from './palettes'
import { canvas, fade, polygon, rect, row, stroke } from './shapes'

const { width, height } = canvas
const floorY = 700

/** Empty hall under a travelling crane, light from high windows. */
export function craneHall(palette: Palette): string {
  const far = { left: 520, right: 1080, top: 330 }
  return (
    room(palette, far) +
    sideWindows(palette, far) +
    rect(far.left + 40, far.top + 60, far.right - far.left - 80, 110, palette.glass) +
    row(6, far.left + 40, 80, (x) => fade(rect(x, far.top + 60, 6, 110, palette.shade), 0.5)) +
    rect(720, floorY - 190, 160, 190, palette.shade) +
    row(4, 752, 32, (x) => fade(rect(x, floorY - 190, 4, 190, palette.wall), 0.7)) +
    columns(palette) +
    polygon(
      [
        [0, 236],
        [560, 372],
        [560, 386],
        [0, 262],
      ],
      palette.roof,
    ) +
    polygon(
      [
        [width, 236],
        [1040, 372],
        [1040, 386],
        [width, 262],
      ],
      palette.roof,
    ) +
    rect(200, 262, 1200, 44, palette.accent) +
    fade(rect(200, 292, 1200, 14, '#2a2118'), 0.25) +
    rect(860, 300, 120, 44, palette.roof) +
    stroke('M900 344 V470 M940 344 V470', palette.roof, 5) +
    rect(892, 470, 56, 30, palette.accent) +
    stroke('M920 500 v26 a18 18 0 1 1 -18 18', palette.roof, 8) +
    floorLight(palette)
  )
}

/** Empty floor of a factory or college: windows on one side, columns, nothing else. */
export function openFloor(palette: Palette): string {
  const far = { left: 560, right: 1180, top: 380 }
  return (
    room(palette, far) +
    row(5, 600, 112, (x) => rect(x, 430, 84, 150, palette.glass) + fade(rect(x + 40, 430, 5, 150, palette.wall), 0.6)) +
    polygon(
      [
        [60, 250],
        [250, 320],
        [250, 620],
        [60, 690],
      ],
      palette.glass,
    ) +
    polygon(
      [
        [300, 338],
        [420, 382],
        [420, 590],
        [300, 604],
      ],
      palette.glass,
    ) +
    polygon(
      [
        [456, 396],
        [534, 424],
        [534, 578],
        [456, 584],
      ],
      palette.glass,
    ) +
    row(3, 740, 190, (x, index) =>
      rect(x + index * 40, 330 - index * 40, 26 + index * 8, 420 + index * 90, palette.shade),
    ) +
    polygon(
      [
        [60, 800],
        [250, 720],
        [640, 760],
        [420, 900],
      ],
      palette.glass,
    ).replace('/>', ' opacity="0.35"/>') +
    polygon(
      [
        [470, 780],
        [560, 720],
        [860, 740],
        [800, 820],
      ],
      palette.glass,
    ).replace('/>', ' opacity="0.28"/>')
  )
}

/** Empty racks of a store. */
export function emptyRacks(palette: Palette): string {
  const far = { left: 600, right: 1000, top: 340 }
  const rack = (near: number, deep: number, side: 1 | -1) => {
    const levels = [0.12, 0.36, 0.6, 0.84].map((part) => {
      const nearY = 210 + part * 640
      const deepY = 390 + part * 300
      return polygon(
        [
          [near, nearY],
          [deep, deepY],
          [deep, deepY + 10],
          [near, nearY + 20],
        ],
        palette.accent,
      )
    })
    const posts = [0, 0.3, 0.56, 0.8, 1].map((part) => {
      const x = near + (deep - near) * part
      return rect(x - 7 * side, 200 + part * 190, 14 - part * 6, 690 - part * 380, palette.roof)
    })
    return [...levels, ...posts].join('')
  }
  return (
    room(palette, far) +
    rect(700, 470, 200, 230, palette.glass) +
    row(4, 740, 40, (x) => fade(rect(x, 470, 4, 230, palette.shade), 0.4)) +
    rack(60, 560, 1) +
    rack(width - 60, width - 560, -1) +
    row(3, 640, 130, (x) => fade(rect(x, 250, 60, 12, '#fffbe8', 6), 0.8)) +
    floorLight(palette)
  )
}

type Far = { left: number; right: number; top: number }

/** Floor, ceiling and walls that run to the far wall. */
function room({ wall, shade, roof, glass, sky: [, light] }: Palette, { left, right, top }: Far): string {
  const foot = height - 40
  const ceiling = [
    [0, 0],
    [width, 0],
    [right, top],
    [left, top],
  ] as const
  const leftWall = [
    [0, 0],
    [left, top],
    [left, floorY],
    [0, foot],
  ] as const
  const rightWall = [
    [width, 0],
    [right, top],
    [right, floorY],
    [width, foot],
  ] as const
  const floor = [
    [0, foot],
    [left, floorY],
    [right, floorY],
    [width, foot],
    [width, height],
    [0, height],
  ] as const
  return (
    rect(0, 0, width, height, light) +
    polygon(ceiling, roof) +
    fade(polygon(ceiling, glass), 0.25) +
    polygon(leftWall, wall) +
    polygon(rightWall, wall) +
    fade(polygon(rightWall, shade), 0.45) +
    rect(left, top, right - left, floorY - top, wall) +
    fade(rect(left, top, right - left, floorY - top, glass), 0.22) +
    polygon(floor, '#b5aa98')
  )
}

function sideWindows({ glass }: Palette, far: Far): string {
  const pane = (from: number, to: number, side: 1 | -1) => {
    const x = (part: number) => (side === 1 ? far.left * part : width - (width - far.right) * part)
    const y = (part: number, edge: number) => edge + (far.top - edge + 90) * part
    return polygon(
      [
        [x(from), y(from, 60)],
        [x(to), y(to, 60)],
        [x(to), y(to, 220)],
        [x(from), y(from, 200)],
      ],
      glass,
    )
  }
  const spans = [
    [0.08, 0.3],
    [0.36, 0.56],
    [0.62, 0.78],
    [0.83, 0.95],
  ] as const
  return spans.map(([from, to]) => pane(from, to, 1) + fade(pane(from, to, -1), 0.75)).join('')
}

function columns({ shade }: Palette): string {
  const places = [
    [36, 0, 980, 46],
    [230, 90, 880, 32],
    [380, 170, 800, 24],
    [480, 230, 750, 18],
  ] as const
  return places
    .map(([x, top, foot, w]) => rect(x, top, w, foot - top, shade) + rect(width - x - w, top, w, foot - top, shade))
    .join('')
}

function floorLight({ glass }: Palette): string {
  return fade(
    polygon(
      [
        [560, 720],
        [760, 720],
        [640, 980],
        [240, 980],
      ],
      glass,
    ),
    0.35,
  )
}
