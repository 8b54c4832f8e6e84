import type { Palette } from './palettes'
import { ellipse, fade, groundY, path, polygon, rect, row } from './shapes'
import { shadow } from './scenery'

type Box = { x: number; width: number; height: number }

/** A wall with its plinth and a shaded right end. */
export function wall({ x, width, height }: Box, palette: Palette): string {
  const top = groundY - height
  return (
    shadow(x, width) +
    rect(x, top, width, height + 10, palette.wall) +
    fade(rect(x + width * 0.86, top, width * 0.14, height + 10, palette.shade), 0.5) +
    fade(rect(x, groundY - 16, width, 26, palette.shade), 0.7)
  )
}

/** Windows in one row; every fourth-or-so pane is dark, because nobody is in. */
export function windows(
  { x, width }: Box,
  row_: { y: number; count: number; width: number; height: number },
  palette: Palette,
): string {
  const gap = (width - row_.count * row_.width) / (row_.count + 1)
  return row(row_.count, x + gap, row_.width + gap, (left, index) => {
    const isDark = (index * 7 + Math.round(row_.y / 9)) % 5 === 3
    const pane = rect(left, row_.y, row_.width, row_.height, isDark ? palette.shade : palette.glass)
    const bar = fade(rect(left + row_.width / 2 - 2, row_.y, 4, row_.height, palette.wall), 0.7)
    return pane + (isDark ? '' : bar)
  })
}

/** Saw-tooth roof with glazed north lights over a hall. */
export function sawTooth({ x, width, height }: Box, teeth: number, rise: number, palette: Palette): string {
  const top = groundY - height
  const step = width / teeth
  return row(teeth, x, step, (left) => {
    const tooth = polygon(
      [
        [left, top + 1],
        [left + step, top - rise],
        [left + step, top + 1],
      ],
      palette.wall,
    )
    const light = polygon(
      [
        [left + step - 14, top - 10],
        [left + step - 14, top - rise + 34],
        [left + step - 4, top - rise + 26],
        [left + step - 4, top - 10],
      ],
      palette.glass,
    )
    return tooth + fade(light, 0.75)
  })
}

export function gable({ x, width, height }: Box, rise: number, palette: Palette): string {
  const top = groundY - height
  return (
    polygon(
      [
        [x, top + 4],
        [x, top - 6],
        [x + width / 2, top - rise - 18],
        [x + width, top - 6],
        [x + width, top + 4],
      ],
      palette.wall,
    ) +
    polygon(
      [
        [x - 18, top + 8],
        [x + width / 2, top - rise - 14],
        [x + width + 18, top + 8],
        [x + width + 18, top - 8],
        [x + width / 2, top - rise - 34],
        [x - 18, top - 8],
      ],
      palette.roof,
    )
  )
}

/** Flat roof edge, a little wider than the wall. */
export function parapet({ x, width, height }: Box, palette: Palette): string {
  return rect(x - 8, groundY - height - 18, width + 16, 20, palette.roof)
}

/** Chimney of brick, narrowing upwards, with a band below its mouth. */
export function chimney(x: number, height: number, palette: Palette, width = 62): string {
  const top = groundY - height
  const inset = width * 0.14
  return (
    polygon(
      [
        [x, groundY + 6],
        [x + inset, top],
        [x + width - inset, top],
        [x + width, groundY + 6],
      ],
      palette.wall,
    ) +
    fade(
      polygon(
        [
          [x + width * 0.68, groundY + 6],
          [x + width * 0.66, top],
          [x + width - inset, top],
          [x + width, groundY + 6],
        ],
        palette.shade,
      ),
      0.6,
    ) +
    rect(x + inset - 4, top - 4, width - 2 * inset + 8, 14, palette.shade) +
    fade(rect(x + inset - 1, top + 44, width - 2 * inset + 2, 20, palette.glass), 0.55)
  )
}

/** Double gate with a lintel. */
export function gate(x: number, width: number, height: number, palette: Palette): string {
  const top = groundY - height
  return (
    rect(x - 6, top - 8, width + 12, 10, palette.roof) +
    rect(x, top, width, height + 8, palette.roof) +
    row(3, x + width * 0.25, width * 0.25, (left) => fade(rect(left - 2, top, 4, height + 8, palette.wall), 0.7))
  )
}

export function door(x: number, palette: Palette): string {
  return (
    rect(x - 14, groundY - 130, 94, 12, palette.roof) +
    rect(x, groundY - 118, 66, 126, palette.shade) +
    rect(x + 10, groundY - 106, 46, 40, palette.glass)
  )
}

/** Standing tank or silo with a domed top. */
export function silo(x: number, width: number, height: number, palette: Palette): string {
  const top = groundY - height
  return (
    ellipse(x + width / 2, top, width / 2, width * 0.22, palette.glass) +
    rect(x, top, width, height + 6, palette.glass) +
    fade(rect(x + width * 0.66, top, width * 0.34, height + 6, palette.shade), 0.28) +
    fade(
      rect(x, top + height * 0.32, width, 5, palette.shade) + rect(x, top + height * 0.66, width, 5, palette.shade),
      0.3,
    )
  )
}

/** Cooling tower of a power station. */
export function coolingTower(x: number, width: number, height: number, colour: string): string {
  const top = groundY - height
  const waist = width * 0.29
  return (
    path(
      `M${x} ${groundY} C${x + waist} ${groundY - height * 0.45} ${x + waist} ${top + height * 0.3} ${x + width * 0.2} ${top} ` +
        `H${x + width * 0.8} C${x + width - waist} ${top + height * 0.3} ${x + width - waist} ${groundY - height * 0.45} ${x + width} ${groundY}Z`,
      colour,
    ) + fade(ellipse(x + width / 2, top, width * 0.3, width * 0.045, '#ffffff'), 0.5)
  )
}
