import { chimney, door, gable, gate, parapet, sawTooth, silo, wall, windows } from './parts'
import type { Palette } from './palettes'
import { fence, foreground, powerLine, shadow, steppe } from './scenery'
import { circle, fade, groundY, polygon, rect, row, stroke } from './shapes'

/** Hall with a saw-tooth roof and a tall chimney. */
export function sawToothPlant(palette: Palette): string {
  const hall = { x: 330, width: 800, height: 210 }
  return (
    steppe(palette, 420) +
    chimney(1196, 600, palette, 68) +
    wall(hall, palette) +
    sawTooth(hall, 4, 120, palette) +
    windows(hall, { y: groundY - 150, count: 6, width: 72, height: 84 }, palette) +
    foreground(palette)
  )
}

/** Gabled hall with one gate and a chimney behind. */
export function gabledPlant(palette: Palette): string {
  const hall = { x: 380, width: 760, height: 250 }
  return (
    steppe(palette, 360) +
    chimney(1040, 560, palette, 60) +
    wall(hall, palette) +
    gable(hall, 130, palette) +
    gate(680, 160, 170, palette) +
    windows({ x: 400, width: 260, height: 0 }, { y: groundY - 176, count: 3, width: 56, height: 76 }, palette) +
    windows({ x: 860, width: 240, height: 0 }, { y: groundY - 176, count: 3, width: 56, height: 76 }, palette) +
    foreground(palette)
  )
}

/** Several halls and three chimneys: a whole mothballed works. */
export function worksComplex(palette: Palette): string {
  const back = { x: 250, width: 520, height: 330 }
  const middle = { x: 720, width: 560, height: 220 }
  const front = { x: 430, width: 470, height: 150 }
  return (
    steppe(palette, 1330) +
    chimney(330, 640, palette, 58) +
    chimney(600, 560, palette, 54) +
    chimney(1150, 520, palette, 54) +
    wall(back, palette) +
    parapet(back, palette) +
    windows(back, { y: groundY - 290, count: 7, width: 44, height: 64 }, palette) +
    wall(middle, palette) +
    sawTooth(middle, 4, 84, palette) +
    windows(middle, { y: groundY - 160, count: 7, width: 48, height: 66 }, palette) +
    wall(front, palette) +
    gable(front, 74, palette) +
    gate(610, 110, 104, palette) +
    fence(190, 410, palette) +
    foreground(palette)
  )
}

/** Long warehouse with gates over a loading ramp. */
export function warehouse(palette: Palette): string {
  const hall = { x: 270, width: 1060, height: 220 }
  return (
    steppe(palette, 1250) +
    wall(hall, palette) +
    gable(hall, 96, palette) +
    row(4, 350, 240, (x) => gate(x, 150, 140, palette)) +
    rect(250, groundY - 30, 1100, 44, palette.roof) +
    fade(rect(250, groundY - 30, 1100, 8, palette.glass), 0.5) +
    foreground(palette)
  )
}

/** Two storage halls beside a siding with a wagon. */
export function warehouseSiding(palette: Palette): string {
  const left = { x: 260, width: 470, height: 240 }
  const right = { x: 790, width: 520, height: 190 }
  return (
    steppe(palette, 300) +
    wall(left, palette) +
    gable(left, 110, palette) +
    gate(420, 150, 150, palette) +
    wall(right, palette) +
    parapet(right, palette) +
    windows(right, { y: groundY - 150, count: 6, width: 50, height: 50 }, palette) +
    foreground(palette) +
    track(900, palette) +
    wagon(860, 900, palette) +
    wagon(1150, 900, palette)
  )
}

/** Garages of a motor depot in a row, a lorry before them. */
export function depot(palette: Palette): string {
  const hall = { x: 240, width: 980, height: 210 }
  const office = { x: 1180, width: 190, height: 290 }
  return (
    steppe(palette, 420) +
    wall(hall, palette) +
    parapet(hall, palette) +
    row(5, 280, 188, (x) => gate(x, 140, 136, palette)) +
    wall(office, palette) +
    parapet(office, palette) +
    windows(office, { y: groundY - 240, count: 2, width: 50, height: 60 }, palette) +
    windows(office, { y: groundY - 140, count: 2, width: 50, height: 60 }, palette) +
    foreground(palette) +
    lorry(560, palette)
  )
}

/** Food factory: a block with silos. */
export function foodPlant(palette: Palette): string {
  const hall = { x: 280, width: 620, height: 260 }
  return (
    steppe(palette, 380) +
    chimney(820, 470, palette, 48) +
    wall(hall, palette) +
    parapet(hall, palette) +
    windows(hall, { y: groundY - 218, count: 6, width: 58, height: 60 }, palette) +
    windows(hall, { y: groundY - 116, count: 6, width: 58, height: 60 }, palette) +
    shadow(930, 380) +
    silo(940, 112, 330, palette) +
    silo(1064, 112, 330, palette) +
    silo(1188, 112, 250, palette) +
    stroke(`M800 ${groundY - 268} L1240 ${groundY - 372}`, palette.roof, 12) +
    stroke(`M1240 ${groundY - 372} V${groundY - 262}`, palette.roof, 8) +
    door(560, palette) +
    foreground(palette)
  )
}

/** Boiler house: a tall block, two stacks, a pipe on supports. */
export function boilerHouse(palette: Palette): string {
  const block = { x: 420, width: 480, height: 340 }
  const wing = { x: 880, width: 320, height: 190 }
  return (
    steppe(palette, 1300) +
    chimney(1010, 650, palette, 58) +
    chimney(1110, 600, palette, 54) +
    wall(wing, palette) +
    parapet(wing, palette) +
    wall(block, palette) +
    parapet(block, palette) +
    windows(block, { y: groundY - 296, count: 4, width: 62, height: 150 }, palette) +
    gate(600, 130, 110, palette) +
    windows(wing, { y: groundY - 150, count: 3, width: 56, height: 60 }, palette) +
    stroke(`M180 ${groundY - 110} H420`, palette.glass, 26) +
    row(3, 200, 84, (x) => rect(x, groundY - 100, 10, 106, palette.roof)) +
    foreground(palette)
  )
}

/** Oilfield service base: shed, tanks, a pump jack. */
export function oilfieldBase(palette: Palette): string {
  const shed = { x: 640, width: 560, height: 230 }
  return (
    steppe(palette, 1300) +
    shadow(270, 250) +
    pumpJack(palette) +
    wall(shed, palette) +
    gable(shed, 84, palette) +
    gate(700, 130, 150, palette) +
    gate(870, 130, 150, palette) +
    windows({ x: 1020, width: 160, height: 0 }, { y: groundY - 150, count: 2, width: 48, height: 52 }, palette) +
    silo(1236, 130, 170, palette) +
    foreground(palette)
  )
}

/** Yard of a plant with its transformer station and the line that feeds it. */
export function substation(palette: Palette): string {
  const hut = { x: 880, width: 300, height: 180 }
  const transformer = (x: number) =>
    rect(x, groundY - 120, 130, 124, palette.shade) +
    row(6, x + 8, 20, (left) => fade(rect(left, groundY - 108, 8, 96, palette.glass), 0.4)) +
    row(
      3,
      x + 22,
      40,
      (left) => rect(left, groundY - 166, 10, 48, palette.glass) + circle(left + 5, groundY - 168, 10, palette.accent),
    )
  return (
    steppe(palette, 260) +
    fade(powerLine([140, 620, 1180, 1700], 250, palette.shade), 0.85) +
    wall(hut, palette) +
    parapet(hut, palette) +
    door(940, palette) +
    windows({ x: 1010, width: 170, height: 0 }, { y: groundY - 128, count: 2, width: 46, height: 46 }, palette) +
    shadow(460, 330) +
    transformer(460) +
    transformer(640) +
    fence(380, 860, palette) +
    foreground(palette)
  )
}

export function track(y: number, palette: Palette): string {
  return (
    row(24, -20, 72, (x) => fade(rect(x, y - 2, 40, 16, palette.shade), 0.55)) +
    rect(0, y - 10, 1600, 8, palette.roof) +
    fade(rect(0, y - 10, 1600, 3, palette.glass), 0.6)
  )
}

export function wagon(x: number, y: number, palette: Palette): string {
  return (
    rect(x, y - 128, 260, 96, palette.accent) +
    row(5, x + 18, 50, (left) => fade(rect(left, y - 120, 8, 80, '#2a2118'), 0.25)) +
    rect(x - 8, y - 34, 276, 12, palette.roof) +
    row(2, x + 46, 168, (left) => circle(left, y - 22, 16, palette.roof) + circle(left, y - 22, 6, palette.glass))
  )
}

function lorry(x: number, palette: Palette): string {
  const y = groundY + 66
  return (
    fade(rect(x - 10, y + 6, 360, 12, '#2a2118', 6), 0.2) +
    rect(x, y - 116, 230, 96, palette.glass) +
    polygon(
      [
        [x + 240, y - 92],
        [x + 300, y - 92],
        [x + 334, y - 50],
        [x + 334, y - 18],
        [x + 240, y - 18],
      ],
      palette.accent,
    ) +
    polygon(
      [
        [x + 266, y - 82],
        [x + 294, y - 82],
        [x + 316, y - 52],
        [x + 266, y - 52],
      ],
      '#dfe9ec',
    ) +
    rect(x - 4, y - 22, 340, 12, palette.roof) +
    [x + 56, x + 128, x + 284]
      .map((left) => circle(left, y - 8, 24, palette.roof) + circle(left, y - 8, 9, palette.glass))
      .join('')
  )
}

function pumpJack(palette: Palette): string {
  const base = groundY
  return (
    stroke(`M360 ${base} L420 ${base - 250} L480 ${base}`, palette.roof, 14) +
    stroke(`M270 ${base - 214} L560 ${base - 290}`, palette.accent, 22) +
    polygon(
      [
        [246, base - 250],
        [292, base - 244],
        [300, base - 160],
        [262, base - 150],
      ],
      palette.accent,
    ) +
    stroke(`M268 ${base - 160} V${base}`, palette.roof, 6) +
    circle(540, base - 110, 46, palette.shade) +
    stroke(`M556 ${base - 288} L548 ${base - 110}`, palette.roof, 10) +
    rect(480, base - 60, 150, 66, palette.shade)
  )
}
