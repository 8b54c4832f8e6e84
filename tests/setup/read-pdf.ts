/** The text of an uncompressed PDF in its order on the pages, lines joined, and the number of pages. */
export function readPdf(bytes: Uint8Array): { text: string; pages: number; raw: string } {
  const raw = Buffer.from(bytes).toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id, body)
  const letters = new Map<string, string[]>()
  for (const body of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1]
      if (map !== undefined) letters.set(name, readLetters(objects.get(map) ?? ''))
    }
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body))
  const texts = pages.map((page) => {
    const stream = /\/Contents (\d+) 0 R/.exec(page)?.[1]
    return readStream(objects.get(stream ?? '') ?? '', letters)
  })
  return { text: texts.join('\n'), pages: pages.length, raw }
}

function readLetters(map: string): string[] {
  const ranges = [...map.matchAll(/<[\da-f]+> <[\da-f]+> \[([^\]]*)\]/g)]
  return ranges.flatMap(([, list = '']) =>
    [...list.matchAll(/<([\da-f ]*)>/g)].map(([, hex = '']) =>
      Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    ),
  )
}

function readStream(stream: string, letters: Map<string, string[]>): string {
  let font: string[] = []
  const pieces: string[] = []
  for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = letters.get(name) ?? []
    else pieces.push([...(shown ?? '').matchAll(/<([\da-f]*)>/g)].map(([, hex = '']) => decode(hex, font)).join(''))
  }
  return pieces.join('')
}

function decode(hex: string, font: readonly string[]): string {
  return (hex.match(/.{4}/g) ?? []).map((glyph) => font[parseInt(glyph, 16)] ?? '\ufffd').join('')
}
