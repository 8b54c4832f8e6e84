import { create } from 'qrcode'

/** A QR code of dark squares: `path` for an SVG whose view box is `side` wide and high, its quiet margin included. */
export type QrDrawing = { side: number; path: string }

/** Light squares around the code, without which cameras do not find it (ISO/IEC 18004). */
const margin = 4

/** The code of a text, at the level that still reads with a tenth of it dirty (M). */
export function drawQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!data[row * size + column]) continue
      const start = column
      while (column + 1 < size && data[row * size + column + 1]) column += 1
      path += `M${start + margin} ${row + margin}h${column - start + 1}v1h-${column - start + 1}z`
    }
  }
  return { side: size + 2 * margin, path }
}
