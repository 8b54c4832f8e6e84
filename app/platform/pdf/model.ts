import type { Content } from 'pdfmake/interfaces'

/** Piece of a paper: text, table, image, picture in SVG, QR code. Data only, since it crosses to another thread. */
export type PdfPart = Content

/** A document of A4 pages. Table layouts: `rows`, `framed`, `plain`. Images are named in `images`. */
export type PdfPaper = {
  content: PdfPart[]
  /** On every page. */
  header: PdfPart
  /** On every page; `{page}` and `{pages}` in its texts become numbers. */
  footer: PdfPart
  /** JPEG or PNG as data URLs. */
  images: Record<string, string>
  title: string
  subject: string
  author: string
  /** BCP 47, for readers aloud. */
  language: string
  /** Points: left, top, right, bottom. */
  margins: [number, number, number, number]
  /** Only a test that looks into the file switches it off. */
  isCompressed: boolean
}

/** `busy`: too many are waiting; `too_slow`: it took longer than one paper may. */
export type PdfAnswer = { ok: true; bytes: Uint8Array } | { ok: false; code: 'busy' | 'too_slow' }
