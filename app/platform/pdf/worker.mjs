import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'

/**
 * Thread that lays out documents: that is seconds of one processor at worst, which the web server must not wait for.
 * Plain JavaScript, because a worker is not part of the server bundle.
 * Understands `{ paper: PdfPaper }` (see model.ts), answers `{ bytes }` or `{ fault: text }`.
 */
const require = createRequire(import.meta.url)
const pdfmake = require('pdfmake')

/** The whole typeface in two weights: one file per weight holds Kazakh, Russian and English letters and the signs. */
const weightFile = (file) => require.resolve(`@expo-google-fonts/noto-sans/${file}.ttf`)
const normal = weightFile('400Regular/NotoSans_400Regular')
const bold = weightFile('600SemiBold/NotoSans_600SemiBold')
pdfmake.setFonts({ Noto: { normal, bold, italics: normal, bolditalics: bold } })

// Whatever a document says: nothing is fetched, and no other file of this machine is read into it.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold)

const LINE = '#d9d4ca'
const rowsOnly = {
  hLineWidth: (index, { table }) => (index === 0 || index === table.body.length ? 0 : 0.6),
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingLeft: (index) => (index === 0 ? 0 : 4),
  paddingRight: (index, { table }) => (index === table.widths.length - 1 ? 0 : 4),
  paddingTop: () => 3.5,
  paddingBottom: () => 3.5,
}
const framed = {
  hLineWidth: () => 0.6,
  vLineWidth: (index, { table }) => (index === 0 || index === table.widths.length ? 0.6 : 0),
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingLeft: () => 9,
  paddingRight: () => 9,
  paddingTop: () => 7,
  paddingBottom: () => 7,
}
const plain = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}
pdfmake.setTableLayouts({ rows: rowsOnly, framed, plain })

/** A heading in the last part of a page, or with nothing below it there, begins the next one. */
const lastPart = 0.9

parentPort.on('message', async ({ paper }) => {
  try {
    const bytes = await pdfmake.createPdf(layOut(paper)).getBuffer()
    const own = new Uint8Array(bytes)
    parentPort.postMessage({ bytes: own }, [own.buffer])
  } catch (error) {
    parentPort.postMessage({ fault: String(error?.stack ?? error) })
  }
})

function layOut({ content, header, footer, images, title, subject, author, language, margins, isCompressed }) {
  return {
    content,
    images,
    language,
    header: () => header,
    footer: (page, pages) => number(footer, page, pages),
    info: { title, subject, author, creator: author, producer: author },
    displayTitle: true,
    compress: isCompressed,
    pageSize: 'A4',
    pageMargins: margins,
    defaultStyle: { font: 'Noto', fontSize: 9, lineHeight: 1.15, color: '#1b2430' },
    pageBreakBefore: ({ headlineLevel, startPosition }, { getFollowingNodesOnPage }) =>
      headlineLevel === 1 && (startPosition.verticalRatio > lastPart || getFollowingNodesOnPage().length === 0),
  }
}

/** A copy of the footer with the numbers of the page in it. */
function number(part, page, pages) {
  if (typeof part === 'string') return part.replace('{page}', String(page)).replace('{pages}', String(pages))
  if (Array.isArray(part)) return part.map((item) => number(item, page, pages))
  if (part === null || typeof part !== 'object') return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, number(value, page, pages)]))
}
