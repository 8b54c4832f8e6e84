import { unitOf, utilityKinds } from '#app/domain/kernel/quantity'
import type { Commitment, Dossier } from '#app/domain/sites/model'
import { commitmentState } from '#app/domain/sites/rules'
import type { CommitmentView } from './model'
import { joined, named, type Voice } from './said'
import { saySource } from './say-field'

/** What the authority has undertaken to bring, the missed ones first, then by date; those without a date last. */
export function viewCommitments(dossier: Dossier, voice: Voice, today: string): CommitmentView[] {
  const isMissed = (commitment: Commitment) => commitmentState(commitment, today) === 'missed'
  return dossier.commitments
    .toSorted(
      (one, other) =>
        Number(isMissed(other)) - Number(isMissed(one)) || (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'),
    )
    .map((commitment) => viewCommitment(commitment, voice, today))
}

function viewCommitment(commitment: Commitment, voice: Voice, today: string): CommitmentView {
  const { t, format, say } = voice
  const { id, work, added, note, dueOn, programme, budgetKzt, provenance } = commitment
  const utility = utilityKinds.find((kind) => kind === work)
  const state = commitmentState(commitment, today)
  const quantity = added === null || utility === undefined ? '' : `+${format.quantity(added, unitOf[utility])}`
  return {
    id,
    title: [t(`dossier.choice.commitment_work.${work}`), quantity].filter(Boolean).join(': '),
    state,
    stateWord: t(`dossier.choice.commitment_state.${state}`),
    facts: joined([
      dueOn === null ? t('facts.commitment.no_date') : t('facts.commitment.due', { date: format.date(dueOn) }),
      programme === '' ? t('facts.commitment.no_programme') : named(programme),
      budgetKzt === null ? t('facts.commitment.no_budget') : format.money(budgetKzt),
    ]),
    note: say(note),
    source: saySource(provenance, voice, today),
  }
}
