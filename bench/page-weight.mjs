import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { startProduct } from '#tests/setup/product'
import { findBrowser } from '../tools/find-browser.mjs'

/** HTML, styles, scripts and fonts of a first visit, with their headers, as they cross the network. */
const BUDGET_KB = 150

/** What is loaded for the map alone: pages are complete without it. */
const OF_MAP = /\/assets\/(search-map|map-canvas|maplibre|noto-sans)|\/map\/|\/api\/map/
const KINDS = { Document: 'html', Stylesheet: 'css', Script: 'js', Font: 'fonts', Image: 'images' }

/**
 * Visits pages of the demo with an empty cache. Arguments: paths inside a language, else the first page, the search and
 * a passport; `--url=` measures a running product instead of starting one.
 */
export async function measure(args) {
  const url = args.find((arg) => arg.startsWith('--url='))?.slice('--url='.length)
  const paths = args.filter((arg) => arg.startsWith('/'))
  return url ? weighAll(url, paths) : withProduct((address) => weighAll(address, paths))
}

async function withProduct(work) {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-bench-'))
  try {
    const product = await startProduct({ DATA_DIR: join(scratch, 'data'), LOG_LEVEL: 'warn' })
    try {
      return await work(product.url)
    } finally {
      await product.stop()
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function weighAll(base, wanted) {
  const paths = wanted.length > 0 ? wanted : ['', '/sites', `/sites/${await firstSite(base)}`]
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
  try {
    const rows = []
    for (const language of ['kk', 'ru'])
      for (const path of paths) rows.push(await weigh(browser, base, `/${language}${path}`))
    return { rows, isWithinBudget: rows.every((row) => row.total <= BUDGET_KB) }
  } finally {
    await browser.close()
  }
}

async function firstSite(base) {
  const answer = await fetch(`${base}/api/sites`)
  return (await answer.json()).items[0].number
}

async function weigh(browser, base, path) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  const kinds = new Map()
  const bytes = { html: 0, css: 0, js: 0, fonts: 0, images: 0, data: 0, map: 0 }
  let requests = 0
  network.on('Network.responseReceived', ({ requestId, response, type }) => {
    kinds.set(requestId, OF_MAP.test(response.url) ? 'map' : (KINDS[type] ?? 'data'))
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    if (kind === undefined) return
    bytes[kind] += encodedDataLength
    requests += 1
  })
  await network.send('Network.enable')
  await page.goto(base + path, { waitUntil: 'networkidle' })
  await context.close()
  const inKb = Object.fromEntries(Object.entries(bytes).map(([kind, count]) => [kind, Math.round(count / 100) / 10]))
  const total = Math.round((bytes.html + bytes.css + bytes.js + bytes.fonts) / 100) / 10
  return { path, total, ...inKb, requests }
}
