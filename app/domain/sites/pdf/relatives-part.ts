import type { PassportData, RelativeView } from '#app/domain/sites/passport/model'
import { plain } from '#app/domain/sites/passport/said'
import type { PdfPart } from '#app/platform/pdf/model'
import { colours, heading, muted } from './blocks'
import type { Print } from './print'

/** The whole that the site is a part of, its own parts, and what can be had together with it. */
export function relativesPart({ relatives: { whole, parts, bundle } }: PassportData, { t }: Print): PdfPart[] {
  const together = bundle === null ? '' : plain(bundle.name)
  return [
    ...(whole === null ? [] : [heading(t('passport.whole')), linesOf([whole])]),
    ...(parts.length === 0 ? [] : [heading(t('passport.parts')), linesOf(parts)]),
    ...(bundle === null
      ? []
      : [
          heading(t('passport.bundle')),
          ...(together === '' ? [] : [{ text: together }]),
          ...(bundle.totals === ''
            ? []
            : [{ text: t('passport.bundle_total', { figures: bundle.totals }), bold: true }]),
          linesOf(bundle.sites),
        ]),
  ]
}

function linesOf(relatives: readonly RelativeView[]): PdfPart {
  return {
    ul: relatives.map(({ number, name, figures, isOffered }) => ({
      text: [
        { text: plain(name), color: isOffered ? colours.ink : colours.muted },
        muted(`   ${[number, figures].filter(Boolean).join(' · ')}`, 8.5),
      ],
    })),
  }
}
