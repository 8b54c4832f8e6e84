import type { RelativesView, RelativeView } from './model'
import { isSilent, named, type Voice } from './said'
import type { PassportSource, Relative, Surroundings } from './source'
import { capacityToDraw, roundQuantity, wholeFloorAreaM2 } from '#app/domain/sites/rules'

type Figures = Pick<Relative, 'areaM2' | 'plotHa' | 'freeKw'>

/** The whole that a unit is cut from, the units of a whole, and the neighbours that can be had together with the site. */
export function viewRelatives({ dossier, surroundings, status }: PassportSource, voice: Voice): RelativesView {
  const { whole, parts, bundle } = surroundings
  const own: Figures = {
    areaM2: wholeFloorAreaM2(dossier.buildings),
    plotHa: dossier.land.plotHa,
    freeKw: capacityToDraw(dossier.utilities.electricity),
  }
  return {
    whole: whole && viewRelative(whole, voice),
    parts: parts.map((part) => viewRelative(part, voice)),
    // A preview shows the site as it will be offered.
    bundle: bundle && viewBundle(bundle, status === 'published' || status === 'draft' ? own : null, voice),
  }
}

/** `own`: null for a site that is not offered, with which nothing can be had together. */
function viewBundle({ name, sites }: NonNullable<Surroundings['bundle']>, own: Figures | null, voice: Voice) {
  const totals = own === null ? '' : sayFigures(totalsOf([own, ...sites.filter(isOffered)]), voice)
  return { name: voice.say(name), sites: sites.map((site) => viewRelative(site, voice)), totals }
}

/** Sums over several sites; null where one of them does not say: a part is not a total. */
export function totalsOf(sites: readonly Figures[]): Figures {
  const sum = (values: (number | null)[]) =>
    values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0)
  const round = (value: number | null) => value && roundQuantity(value)
  return {
    areaM2: round(sum(sites.map(({ areaM2 }) => areaM2))),
    plotHa: round(sum(sites.map(({ plotHa }) => plotHa))),
    freeKw: round(sum(sites.map(({ freeKw }) => freeKw))),
  }
}

function viewRelative(relative: Relative, voice: Voice): RelativeView {
  const { number, name, status } = relative
  const said = voice.say(name)
  return {
    ...{ number, isOffered: isOffered(relative) },
    name: isSilent(said) ? named(number) : said,
    figures: [sayFigures(relative, voice), status === 'published' ? '' : voice.t(`sites.status.${status}`)]
      .filter(Boolean)
      .join(' · '),
  }
}

function isOffered({ status }: Relative): boolean {
  return status === 'published'
}

function sayFigures({ areaM2, plotHa, freeKw }: Figures, { t, format }: Voice): string {
  return [
    areaM2 === null ? '' : format.quantity(areaM2, 'm2'),
    plotHa === null ? '' : t('facts.plot', { area: format.quantity(plotHa, 'ha') }),
    freeKw === null ? '' : t('facts.free_power', { power: format.quantity(freeKw, 'kW') }),
  ]
    .filter(Boolean)
    .join(' · ')
}
