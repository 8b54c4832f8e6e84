import type { LocalDate } from '#app/domain/kernel/local-date'
import type { PartRef } from '../model'
import type { AskTopic } from './model'

/** What the page for a question to an akimat shows. */
export type AskData = { ref: PartRef; topics: AskTopic[]; formKey: string; today: LocalDate; usualDue: LocalDate }
