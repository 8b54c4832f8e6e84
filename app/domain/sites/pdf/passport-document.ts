import { languageTags } from '#app/platform/i18n/language'
import type { PdfPaper, PdfPart } from '#app/platform/pdf/model'
import type { TFunction } from 'i18next'
import { colours, heading, innerWidth, muted } from './blocks'
import { commitmentsPart, incentivesPart, papersPart, zonePart } from './decision-part'
import { headPart, photoPart, placePart } from './head-part'
import type { PassportSheet } from './model'
import { buildingsPart, environmentPart, landPart, transportPart } from './premises-part'
import { makePrint, type Print } from './print'
import { rightsPart } from './rights-part'
import { sourcesOf } from './sources'
import { utilitiesPart } from './utilities-part'

/** The passport of a site as a paper. `images`: the photographs of the sheet by `fileId`, as data URLs. */
export function writePassport(sheet: PassportSheet, t: TFunction, images: Record<string, string>): PdfPaper {
  const print = makePrint(sheet, t)
  const name = print.say(sheet.dossier.identity.name)
  return {
    content: contentOf(sheet, print),
    header: pageHeader(sheet, print),
    footer: pageFooter(sheet, print),
    images,
    title: t('facts.meta_title', { name, town: print.say(sheet.town.name), number: sheet.number }),
    subject: t('pdf.title'),
    author: t('ui.product.name'),
    language: languageTags[sheet.lang],
    margins: [42, 56, 42, 46],
    isCompressed: true,
  }
}

function contentOf(sheet: PassportSheet, print: Print): PdfPart[] {
  const { dossier } = sheet
  return [
    ...headPart(sheet, print),
    ...photoPart(sheet.photos),
    placePart(sheet, print),
    ...descriptionPart(sheet, print),
    ...utilitiesPart(dossier, print),
    ...rightsPart(sheet, print),
    ...buildingsPart(dossier, print),
    ...landPart(dossier, print),
    ...transportPart(dossier, print),
    ...environmentPart(dossier, print),
    ...commitmentsPart(sheet, print),
    ...zonePart(sheet, print),
    ...incentivesPart(sheet, print),
    ...papersPart(sheet, print),
    ...townPart(sheet, print),
    ...sourcesPart(sheet, print),
  ]
}

/** On every page: whose paper this is, and that a demonstration is one. */
function pageHeader({ number, isDemo }: PassportSheet, { t }: Print): PdfPart {
  const demo: PdfPart = {
    layout: 'plain',
    table: {
      widths: ['auto'],
      body: [
        [
          {
            text: ` ${t('ui.shell.demo')} `,
            ...{ fontSize: 7.5, color: colours.attention, fillColor: colours.attentionGround },
          },
        ],
      ],
    },
  }
  return {
    margin: [42, 22, 42, 0],
    columns: [
      {
        text: [
          { text: t('ui.product.name'), bold: true, color: colours.accent },
          `  ·  ${t('pdf.title')}  ·  ${number}`,
        ],
        ...{ fontSize: 8.5, width: 'auto', color: colours.muted },
      },
      { text: '', width: '*' },
      ...(isDemo ? [{ ...demo, width: 'auto' as const }] : []),
    ],
  }
}

function pageFooter({ url, today }: PassportSheet, { t, format }: Print): PdfPart {
  return {
    margin: [42, 12, 42, 0],
    columns: [
      { text: url, link: url, fontSize: 7.5, color: colours.accent, width: 'auto' },
      { ...muted(t('pdf.made', { date: format.date(today) }), 7.5), alignment: 'center', width: '*' },
      { ...muted('{page} / {pages}', 7.5), alignment: 'right', width: 40 },
    ],
  }
}

function descriptionPart({ dossier }: PassportSheet, { t, say }: Print): PdfPart[] {
  const texts = [say(dossier.identity.description), say(dossier.offeredFor.note)].filter(Boolean)
  if (texts.length === 0) return []
  return [heading(t('passport.description')), ...texts.map((text): PdfPart => ({ text, margin: [0, 0, 0, 4] }))]
}

function townPart({ town }: PassportSheet, { say }: Print): PdfPart[] {
  if (town.facts.length === 0) return []
  return [
    heading(say(town.name)),
    { ul: town.facts.map(({ text, source }) => ({ text: [text, muted(source === '' ? '' : `  ${source}`, 7.5)] })) },
  ]
}

function sourcesPart(sheet: PassportSheet, print: Print): PdfPart[] {
  const sources = sourcesOf(sheet, print)
  return [
    heading(print.t('pdf.sources')),
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: innerWidth, y2: 0, lineWidth: 0.6, lineColor: '#d9d4ca' }] },
    {
      ol: sources.map((text) => ({ ...muted(text, 8) })),
      ...{ markerColor: colours.muted, fontSize: 8, margin: [0, 6, 0, 0] },
    },
  ]
}
