import { door, gable, parapet, wall, windows } from './parts'
import type { Palette } from './palettes'
import { fence, foreground, lake, mountains, poplar, steppe } from './scenery'
import { circle, ellipse, fade, groundY, polygon, rect, row, stroke } from './shapes'

/** Three-storey college building with poplars. */
export function college(palette: Palette): string {
  const block = { x: 300, width: 1000, height: 330 }
  return (
    steppe(palette, 1340) +
    poplar(240, 300, palette) +
    poplar(1370, 340, palette) +
    poplar(1440, 260, palette) +
    wall(block, palette) +
    parapet(block, palette) +
    row(3, 0, 1, (_, floor) =>
      windows(block, { y: groundY - 296 + floor * 96, count: 11, width: 52, height: 60 }, palette),
    ) +
    rect(712, groundY - 150, 176, 20, palette.roof) +
    rect(740, groundY - 130, 120, 138, palette.shade) +
    rect(752, groundY - 118, 44, 126, palette.glass) +
    rect(804, groundY - 118, 44, 126, palette.glass) +
    foreground(palette)
  )
}

/** Two-storey kindergarten or hospital under a pitched roof. */
export function pavilion(palette: Palette): string {
  const block = { x: 360, width: 880, height: 220 }
  return (
    steppe(palette, 330) +
    poplar(300, 260, palette) +
    wall(block, palette) +
    polygon(
      [
        [330, groundY - 214],
        [440, groundY - 330],
        [1160, groundY - 330],
        [1270, groundY - 214],
      ],
      palette.roof,
    ) +
    windows(block, { y: groundY - 186, count: 10, width: 46, height: 56 }, palette) +
    windows({ x: 360, width: 380, height: 0 }, { y: groundY - 96, count: 4, width: 46, height: 56 }, palette) +
    windows({ x: 860, width: 380, height: 0 }, { y: groundY - 96, count: 4, width: 46, height: 56 }, palette) +
    polygon(
      [
        [716, groundY - 130],
        [800, groundY - 186],
        [884, groundY - 130],
      ],
      palette.roof,
    ) +
    door(766, palette) +
    poplar(1310, 330, palette) +
    fence(180, 340, palette) +
    foreground(palette)
  )
}

/** Laboratory with ribbon windows and a dish on the roof. */
export function laboratory(palette: Palette): string {
  const block = { x: 360, width: 740, height: 270 }
  const tower = { x: 1060, width: 200, height: 400 }
  const ribbon = (y: number) =>
    rect(396, y, 630, 58, palette.glass) + row(10, 456, 63, (x) => fade(rect(x, y, 5, 58, palette.wall), 0.8))
  return (
    steppe(palette, 300) +
    wall(tower, palette) +
    parapet(tower, palette) +
    rect(1100, groundY - 360, 34, 330, palette.glass) +
    wall(block, palette) +
    parapet(block, palette) +
    ribbon(groundY - 232) +
    ribbon(groundY - 136) +
    stroke(`M560 ${groundY - 288} V${groundY - 340}`, palette.roof, 10) +
    ellipse(560, groundY - 362, 62, 30, palette.glass) +
    fade(ellipse(566, groundY - 356, 44, 18, palette.shade), 0.4) +
    door(880, palette) +
    poplar(300, 230, palette) +
    foreground(palette)
  )
}

/** Four storeys of a sewing factory, all windows. */
export function sewingFactory(palette: Palette): string {
  const block = { x: 340, width: 780, height: 420 }
  const wing = { x: 1090, width: 250, height: 200 }
  return (
    steppe(palette, 1330) +
    wall(wing, palette) +
    parapet(wing, palette) +
    windows(wing, { y: groundY - 150, count: 3, width: 50, height: 70 }, palette) +
    wall(block, palette) +
    parapet(block, palette) +
    row(4, 0, 1, (_, floor) =>
      windows(block, { y: groundY - 388 + floor * 98, count: 8, width: 72, height: 66 }, palette),
    ) +
    door(696, palette) +
    poplar(280, 280, palette) +
    foreground(palette)
  )
}

/** Cabins of a holiday base at a lake. */
export function lakeCabins(palette: Palette): string {
  const cabin = (x: number, width: number, height: number) => {
    const box = { x, width, height }
    return (
      wall(box, palette) +
      gable(box, 110, palette) +
      rect(x + width / 2 - 30, groundY - 96, 60, 104, palette.shade) +
      windows({ x, width: width / 2 - 20, height: 0 }, { y: groundY - 104, count: 1, width: 50, height: 50 }, palette) +
      windows(
        { x: x + width / 2 + 20, width: width / 2 - 20, height: 0 },
        { y: groundY - 104, count: 1, width: 50, height: 50 },
        palette,
      )
    )
  }
  return (
    lake(palette, 1180) +
    rect(1060, 700, 330, 12, palette.shade) +
    row(5, 1080, 70, (x) => rect(x, 706, 9, 70, palette.shade)) +
    cabin(300, 290, 140) +
    cabin(690, 290, 140) +
    poplar(640, 240, palette) +
    poplar(250, 280, palette) +
    stroke(`M1130 690 l40 -150 v150`, palette.roof, 6) +
    polygon(
      [
        [1174, 548],
        [1174, 676],
        [1262, 676],
      ],
      '#f4f1e6',
    ) +
    foreground(palette)
  )
}

/** Sanatorium under the mountains. */
export function sanatorium(palette: Palette): string {
  const block = { x: 400, width: 780, height: 300 }
  return (
    mountains(palette, 420) +
    fir(300, 300) +
    fir(360, 220) +
    wall(block, palette) +
    polygon(
      [
        [372, groundY - 296],
        [470, groundY - 380],
        [1110, groundY - 380],
        [1208, groundY - 296],
      ],
      palette.roof,
    ) +
    row(3, 0, 1, (_, floor) => balconies(block.x, groundY - 268 + floor * 92, palette)) +
    fir(1260, 320) +
    fir(1336, 240) +
    fir(1400, 190) +
    foreground(palette)
  )
}

function balconies(x: number, y: number, palette: Palette): string {
  return row(
    7,
    x + 34,
    104,
    (left) =>
      rect(left, y, 66, 56, palette.glass) +
      rect(left - 8, y + 44, 82, 7, palette.roof) +
      row(5, left - 4, 18, (bar) => rect(bar, y + 44, 4, 26, palette.roof)) +
      rect(left - 8, y + 66, 82, 6, palette.roof),
  )
}

function fir(x: number, tall: number): string {
  const tier = (from: number, half: number) =>
    polygon(
      [
        [x - half, groundY - from],
        [x, groundY - from - tall * 0.42],
        [x + half, groundY - from],
      ],
      '#4f6553',
    )
  return (
    rect(x - 6, groundY - 30, 12, 36, '#5b4a3a') +
    tier(24, tall * 0.2) +
    tier(24 + tall * 0.24, tall * 0.16) +
    tier(24 + tall * 0.48, tall * 0.115) +
    fade(circle(x, groundY - 2, 4, '#2a2118'), 0.2)
  )
}
