import type { Dossier } from '#app/domain/sites/model'
import type { FactBlock, FactRow } from './fact-block'
import type { HowToGetView, StepView } from './model'
import { isSilent, joined, named, startLarge, startSmall, type Said, type Voice } from './said'
import { saySource } from './say-field'
import type { PassportSource } from './source'

/** The steps as the akimat states them, after the inquiry that opens them; else the general ones of the tenure. */
export function viewHowToGet(source: PassportSource, voice: Voice): HowToGetView {
  const { steps } = source.dossier.rights
  const isStated = steps.length > 0
  return {
    steps: [inquiryStep(source, voice), ...(isStated ? statedSteps(source, voice) : generalSteps(source, voice))],
    isStated,
    note: article234Note(source, voice),
  }
}

function inquiryStep({ body }: PassportSource, { t, format, say }: Voice): StepView {
  return {
    title: body === null ? t('facts.step.inquiry') : joined([t('facts.step.inquiry_to'), say(body)], ' '),
    body: t('facts.step.inquiry_terms', { first: format.workingDays(2), decision: format.workingDays(15) }),
    link: null,
  }
}

function statedSteps({ dossier }: PassportSource, { t, format, say }: Voice): StepView[] {
  return dossier.rights.steps.map(({ who, paper, workingDays, costKzt, link }) => {
    const actor = t(`dossier.choice.step_actor.${who}`)
    const document = say(paper)
    return {
      title: isSilent(document) ? startLarge(actor) : document,
      body: joined([
        isSilent(document) ? '' : t('facts.step.who', { who: actor }),
        workingDays === null ? t('facts.step.no_term') : format.workingDays(workingDays),
        costKzt === null ? t('facts.step.no_cost') : costKzt === 0 ? t('facts.step.free') : format.moneyExact(costKzt),
      ]),
      link: outsideLink(link),
    }
  })
}

/** Only encrypted addresses leave the product, whatever is stored. */
function outsideLink(link: string): StepView['link'] {
  if (!link.startsWith('https://') || !URL.canParse(link)) return null
  const { href, hostname } = new URL(link)
  return { href, host: hostname }
}

/** What every site of these tenures asks for; nobody has said how long it takes and what it costs. */
function generalSteps({ dossier }: PassportSource, { t }: Voice): StepView[] {
  const { tenures } = dossier.rights
  const isTransferred = tenures.includes('art234_free_transfer')
  const ways = tenures
    .filter((tenure) => tenure !== 'art234_free_transfer')
    .map((tenure) => t(`sites.tenure.${tenure}`))
  const open = t('facts.step.ask_akimat')
  const how = ways.length === 0 && !isTransferred ? t('facts.step.contract_unknown') : startLarge(ways.join(', '))
  const contract: StepView = { title: t('facts.step.contract'), body: joined([how, open]), link: null }
  if (!isTransferred) return [contract]
  return [contract, { title: t('facts.step.transfer'), body: t('facts.step.transfer_terms'), link: null }]
}

function article234Note({ article234, dossier }: PassportSource, { t, format }: Voice): string | null {
  const { idleSince, tenures } = dossier.rights
  if (article234 !== 'yes' || idleSince === null) return null
  const isOffered = tenures.includes('art234_free_transfer')
  return t(isOffered ? 'facts.article234_offered' : 'facts.article234_possible', {
    since: format.month(`${idleSince}-01`),
  })
}

/** Ownership, forms of transfer, price, idle since, encumbrances: each right with its own source. */
export function viewRights({ dossier }: { dossier: Dossier }, voice: Voice, today: string): FactBlock {
  const { t, format } = voice
  const { rights, identity, notApplicable } = dossier
  const block: FactBlock = { rows: [], source: null, unknown: [], notApplicable: [] }
  const sourceOf = (name: keyof Dossier['rights']['provenance']) => saySource(rights.provenance[name], voice, today)
  const add = (label: string, value: Said | null, source: FactRow['source'] | null = null) => {
    if (value === null) block.unknown.push(startSmall(label))
    else block.rows.push(source ? { label, value, source } : { label, value })
  }
  add(
    t('sites.field.ownership'),
    rights.ownership === 'unknown' ? null : t(`sites.ownership.${rights.ownership}`),
    sourceOf('ownership'),
  )
  const ways = rights.tenures.map((tenure) => t(`sites.tenure.${tenure}`)).join(', ')
  add(t('sites.field.tenures'), ways === '' ? null : ways)
  add(t('sites.field.price'), sayPrice(dossier, voice), sourceOf('price'))
  const idle = t('sites.field.idleSince')
  if (notApplicable.includes('rights.idleSince')) block.notApplicable.push(startSmall(idle))
  else if (rights.idleSince === null) block.unknown.push(t('facts.idle'))
  else add(idle, format.month(`${rights.idleSince}-01`), sourceOf('idleSince'))
  add(
    t('sites.field.encumbrances'),
    rights.encumbranceState === 'unknown' ? null : t(`dossier.choice.encumbrance_state.${rights.encumbranceState}`),
    sourceOf('encumbrances'),
  )
  const { cadastralNumbers } = identity
  add(t('sites.field.cadastralNumbers'), cadastralNumbers.length === 0 ? null : named(cadastralNumbers.join(', ')))
  return block
}

/** `850 ₸ · rent for m² a month · negotiable`; null when there is neither a price nor the word that it is open. */
function sayPrice({ rights }: Dossier, { t, format }: Voice): Said | null {
  const { price, priceKind, priceNegotiable } = rights
  const parts = [
    price === null ? '' : format.moneyExact(price),
    price === null || priceKind === null ? '' : t(`sites.price_kind.${priceKind}`),
    priceNegotiable ? t('facts.negotiable') : '',
  ].filter(Boolean)
  return parts.length === 0 ? null : parts.join(' · ')
}

/** What lies on the site, by kind. */
export function viewEncumbrances({ rights }: Dossier, { t, say }: Voice): FactRow[] {
  return rights.encumbrances.map(({ kind, text }) => ({
    label: startLarge(t(`dossier.choice.encumbrance.${kind}`)),
    value: say(text),
  }))
}
