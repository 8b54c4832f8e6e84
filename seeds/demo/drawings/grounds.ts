import { track, wagon } from './halls'
import { chimney, coolingTower, gable, parapet, wall, windows } from './parts'
import type { Palette } from './palettes'
import { foreground, mountains, powerLine, shadow, steppe } from './scenery'
import { circle, fade, groundY, path, polygon, rect, row, stroke } from './shapes'

/** Head frame of a mine with its winding house. */
export function headFrame(palette: Palette): string {
  const house = { x: 860, width: 420, height: 220 }
  return (
    steppe(palette, 1330) +
    winding(560, palette) +
    wall(house, palette) +
    gable(house, 80, palette) +
    windows(house, { y: groundY - 160, count: 5, width: 46, height: 70 }, palette) +
    foreground(palette)
  )
}

/** Head frame before its spoil heap, with a siding. */
export function spoilHeap(palette: Palette): string {
  const house = { x: 340, width: 380, height: 180 }
  return (
    steppe(palette, 320) +
    fade(path(`M760 ${groundY} L1090 420 Q1110 404 1132 420 L1500 ${groundY}Z`, palette.shade), 0.55) +
    fade(path(`M1110 412 L1180 ${groundY} H1500 L1132 420Z`, palette.roof), 0.25) +
    winding(700, palette) +
    wall(house, palette) +
    parapet(house, palette) +
    windows(house, { y: groundY - 142, count: 5, width: 44, height: 62 }, palette) +
    foreground(palette) +
    track(904, palette) +
    wagon(1060, 904, palette)
  )
}

/** A plot staked out in the steppe, a power line at its edge. */
export function pegs(palette: Palette): string {
  return steppe(palette, 380) + fade(powerLine([240, 760, 1280, 1800], 330, palette.shade), 0.8) + plot(palette)
}

/** A plot in an industrial zone: road to its border, a first neighbour behind. */
export function zonePlot(palette: Palette): string {
  const neighbour = { x: 930, width: 420, height: 150 }
  return (
    steppe(palette, 300) +
    wall(neighbour, palette) +
    parapet(neighbour, palette) +
    windows(neighbour, { y: groundY - 112, count: 7, width: 36, height: 40 }, palette) +
    chimney(1270, 300, palette, 36) +
    plot(palette) +
    path(`M1440 1000 L1226 816 H1276 L1650 1000Z`, '#8c8a86') +
    fade(stroke(`M1540 996 L1252 822`, '#f4f1e6', 7, 'stroke-dasharray="34 30"'), 0.7)
  )
}

/** A plot for a greenhouse in sight of a power station. */
export function greenhousePlot(palette: Palette): string {
  const tower = (x: number, width: number, height: number) => coolingTower(x, width, height, palette.wall)
  return (
    steppe(palette, 1240) +
    chimney(870, 560, palette, 44) +
    fade(tower(300, 300, 400), 0.92) +
    tower(540, 340, 460) +
    wall({ x: 950, width: 300, height: 130 }, palette) +
    parapet({ x: 950, width: 300, height: 130 }, palette) +
    plot(palette)
  )
}

/** A plot beside a siding. */
export function sidingPlot(palette: Palette): string {
  return (
    steppe(palette, 1200) +
    fade(powerLine([420, 1060, 1700], 420, palette.shade), 0.7) +
    foreground(palette) +
    track(880, palette) +
    row(3, 250, 300, (x) => wagon(x, 880, palette)) +
    stroke(`M1330 ${groundY + 70} V${groundY - 150}`, palette.roof, 12) +
    circle(1330, groundY - 150, 26, palette.roof) +
    circle(1330, groundY - 150, 14, palette.accent)
  )
}

/** A hall in the foothills. */
export function foothillPlant(palette: Palette): string {
  const hall = { x: 420, width: 660, height: 230 }
  return (
    mountains(palette, 1240) +
    chimney(1110, 520, palette, 56) +
    wall(hall, palette) +
    gable(hall, 110, palette) +
    windows(hall, { y: groundY - 168, count: 7, width: 52, height: 90 }, palette) +
    foreground(palette)
  )
}

function plot(palette: Palette): string {
  const peg = (x: number, y: number, tall: number) =>
    rect(x - 5, y - tall, 10, tall, '#f4f1e6') +
    rect(x - 5, y - tall, 10, tall * 0.26, palette.accent) +
    rect(x - 5, y - tall * 0.5, 10, tall * 0.22, palette.accent)
  return (
    foreground(palette) +
    fade(
      polygon(
        [
          [330, 960],
          [520, 834],
          [1120, 834],
          [1330, 960],
        ],
        '#ffffff',
      ),
      0.14,
    ) +
    fade(stroke('M330 930 L520 806 H1120 L1330 930Z', '#f4f1e6', 4, 'stroke-dasharray="22 16"'), 0.9) +
    peg(520, 838, 84) +
    peg(1120, 838, 84) +
    peg(330, 964, 128) +
    peg(1330, 964, 128)
  )
}

function winding(x: number, palette: Palette): string {
  const top = groundY - 520
  const legs = `M${x - 90} ${groundY} L${x - 40} ${top} H${x + 40} L${x + 90} ${groundY} M${x + 40} ${top + 20} L${x + 260} ${groundY}`
  const braces = [0.2, 0.42, 0.64, 0.86]
    .map((part) => {
      const y = top + part * 520
      const half = 40 + part * 50
      return `M${x - half} ${y} H${x + half} M${x - half} ${y} L${x + half + 10} ${y + 104}`
    })
    .join(' ')
  const wheel = (left: number) =>
    circle(left, top - 24, 58, palette.roof) +
    circle(left, top - 24, 46, palette.sky[1]) +
    stroke(`M${left - 46} ${top - 24} H${left + 46} M${left} ${top - 70} V${top + 22}`, palette.roof, 6) +
    circle(left, top - 24, 10, palette.roof)
  return (
    shadow(x - 100, 360) +
    stroke(braces, palette.shade, 7) +
    stroke(legs, palette.roof, 17) +
    rect(x - 70, top - 4, 140, 22, palette.roof) +
    wheel(x) +
    stroke(`M${x + 54} ${top - 40} L${x + 380} ${groundY - 200}`, palette.roof, 4)
  )
}
