import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const COMPRESSIBLE = /\.(css|js|json|mjs|svg)$/
/** Below this a compressed answer saves less than the headers that announce it. */
const SMALLEST_BYTES = 400

const compressors: Record<string, (bytes: Buffer) => Promise<Buffer>> = {
  '.br': (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  '.gz': (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
}

/**
 * Writes `<file>.br` and `<file>.gz` beside every text file of a directory, as small as they get, unless that saves
 * nothing. Runs on all cores; resolves to the number of files that have a compressed sibling.
 */
export async function compressAssets(directory: string): Promise<number> {
  const names = (await readdir(directory)).filter((name) => COMPRESSIBLE.test(name))
  const compressed = await Promise.all(names.map((name) => compressFile(join(directory, name))))
  return compressed.filter(Boolean).length
}

async function compressFile(path: string): Promise<boolean> {
  const bytes = await readFile(path)
  if (bytes.length < SMALLEST_BYTES) return false
  for (const [suffix, compress] of Object.entries(compressors)) {
    const small = await compress(bytes)
    if (small.length < bytes.length) await writeFile(path + suffix, small)
  }
  return true
}
