import { translator } from '#app/platform/i18n/i18n.server'
import { makeFormat } from '#app/platform/i18n/format'
import type { PdfAnswer } from '#app/platform/pdf/model'
import { pdfMaker } from '#app/platform/pdf/pdf-maker.server'
import { writeBriefPaper } from './brief-document'
import type { BriefSheet } from './model'

/** The brief and its answer as a PDF. Says no when too many are being made. */
export function makeBriefPaper(sheet: BriefSheet): Promise<PdfAnswer> {
  const t = translator(sheet.lang)
  return pdfMaker().make(() => Promise.resolve(writeBriefPaper(sheet, { t, format: makeFormat(sheet.lang, t) })))
}
