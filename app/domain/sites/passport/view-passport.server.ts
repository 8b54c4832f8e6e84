import type { Fact } from '#app/domain/towns/model'
import type { PassportData } from './model'
import { isSilent, joined, type Said, type Voice } from './said'
import type { PassportSource } from './source'
import { sayFreshness, viewConfirmed, viewFigures, viewStale, viewWarning } from './view-head'
import { viewCommitments } from './view-commitments'
import { viewBuildings, viewEnvironment, viewLand, viewTransport } from './view-property'
import { viewRelatives } from './view-relatives'
import { viewEncumbrances, viewHowToGet, viewRights } from './view-rights'
import { viewUtilities } from './view-utilities'

/** The passport in the language of the voice: everything its page shows, and nothing else of the dossier. */
export function viewPassport(source: PassportSource, voice: Voice): PassportData {
  const { number, kind, status, isDemo, freshness, dossier, today } = source
  const { papers, openLevels, hiddenPhotos, styleUrl } = source
  const { t, format, say } = voice
  const { identity, offeredFor } = dossier
  return {
    ...{ number, kind, status, isDemo, freshness },
    ...{ papers, openLevels, hiddenPhotos, styleUrl },
    name: say(identity.name),
    place: joined([joined([say(source.town.name), say(source.region)], ', '), t(`sites.kind.${kind}`), number]),
    freshnessText: sayFreshness(source, voice),
    completeness: t('facts.completeness', { share: format.percent(source.completeness / 100) }),
    warning: viewWarning(source, voice),
    sectors: offeredFor.sectors.map((sector) => t(`sites.sector.${sector}`)),
    photos: viewPhotos(source, voice),
    figures: viewFigures(kind, dossier, voice),
    texts: viewTexts(source, voice),
    utilities: viewUtilities(dossier, voice, today),
    howToGet: viewHowToGet(source, voice),
    rights: viewRights(source, voice, today),
    encumbrances: viewEncumbrances(dossier, voice),
    buildings: viewBuildings(dossier, voice, today),
    land: viewLand(dossier, voice, today),
    transport: viewTransport(dossier, voice, today),
    environment: viewEnvironment(dossier, voice, today),
    commitments: viewCommitments(dossier, voice, today),
    relatives: viewRelatives(source, voice),
    confirmed: viewConfirmed(source, voice),
    stale: viewStale(source, voice),
    address: say(identity.address),
    point: identity.point,
    town: { key: source.town.key, name: say(source.town.name), facts: townFacts(source, voice) },
    body: viewBody(source, voice),
  }
}

function viewPhotos({ photos }: PassportSource, { t, format, say }: Voice): PassportData['photos'] {
  return photos.map(({ fileId, alt, width, height, widths }, index) => {
    const words = say(alt)
    return {
      ...{ fileId, width, height, widths },
      alt: isSilent(words) ? t('facts.photo', { number: format.number(index + 1) }) : words,
    }
  })
}

/** What the akimat writes of the site, and for what activities it recommends it. */
function viewTexts({ dossier }: PassportSource, { t, say }: Voice): Said[] {
  const { description } = dossier.identity
  const { note, oked } = dossier.offeredFor
  const codes = oked.length === 0 ? '' : t('facts.oked', { codes: oked.join(', ') })
  return [say(description), say(note), codes].filter((text) => !isSilent(text))
}

/** The town in brief: people, employers, ways. */
function townFacts({ town, region }: PassportSource, { t, format, say }: Voice): Said[] {
  const { population, enterprises, rail, road } = town
  const words = (fact: Fact | null) => (fact === null ? '' : say(fact.words))
  const people =
    population === null
      ? ''
      : joined(
          [
            t('facts.population', { value: format.number(population.value) }),
            population.note === null ? '' : joined(['(', say(population.note), ')'], ''),
          ],
          ' ',
        )
  return [say(region), people, ...enterprises.slice(0, 3).map(words), words(rail), words(road)].filter(
    (text) => !isSilent(text),
  )
}

function viewBody(
  { body, firstAnswerDays, answersInTime }: PassportSource,
  { t, format, say }: Voice,
): PassportData['body'] {
  if (body === null) return null
  if (firstAnswerDays === null) return { name: say(body), usually: t('facts.few_answers') }
  const usually = t('facts.usually', { days: format.workingDays(firstAnswerDays) })
  const inTime = answersInTime === null ? '' : ` ${t('facts.in_time', { share: format.percent(answersInTime) })}`
  return { name: say(body), usually: usually + inTime }
}
