import type { Actor } from '#app/domain/accounts/model'
import { deskOf } from '#app/domain/accounts/rules'
import { chooseText, type Language } from '#app/domain/kernel/localized'

type Desk = 'akimat' | 'spk' | 'admin' | 'account'

/** What the frame of every page says about the person: name, organisation and the desks that are open to them. */
export function describePerson(actor: Actor, language: Language) {
  if (actor.kind !== 'person') return null
  const [membership] = actor.memberships
  const desk = deskOf(actor).slice(1) as Desk
  const kinds = new Set(actor.memberships.map(({ kind }) => (kind === 'platform' ? 'spk' : kind)))
  const desks = (['admin', 'akimat', 'spk'] as const).filter(
    (name) => name === desk || (name !== 'admin' && kinds.has(name)),
  )
  return {
    name: actor.name,
    organisation: membership ? chooseText(membership.name, language).text : null,
    desks: [...desks, 'account' as const],
  }
}
