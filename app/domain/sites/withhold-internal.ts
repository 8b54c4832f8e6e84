import type { Dossier } from './model'

/**
 * The dossier as everybody may have it: the owner, the consent and the responsible person are taken out. How often a
 * group is confirmed stays. It follows `isInternal` of the fields, which its test compares.
 */
export function withholdInternal(dossier: Dossier): Dossier {
  const { rights, responsible } = dossier
  return {
    ...dossier,
    rights: { ...rights, owner: '', consent: 'unknown' },
    responsible: { confirmEveryDays: responsible.confirmEveryDays, name: '', position: '', phone: '', email: '' },
  }
}
