import { build, type InlineConfig } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'
import { resolve } from 'node:path'

/** Where the compiled parts of this benchmark lie. */
export const partsDir = resolve('.cache/bench-map')

const usual = {
  ...{ configFile: false, logLevel: 'error' },
  plugins: [tsconfigPaths({ projects: [resolve('tsconfig.json')] })],
} satisfies InlineConfig

/** Compiles the full catalogue for the server and the page of the plain map, as the product is compiled. */
export async function buildParts(): Promise<void> {
  await build({
    ...usual,
    build: { ssr: 'bench/map/catalogue.ts', outDir: `${partsDir}/server`, emptyOutDir: true, target: 'es2022' },
  })
  await build({
    ...usual,
    root: 'bench/map/plain-page',
    publicDir: false,
    build: { outDir: `${partsDir}/page`, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  })
}
