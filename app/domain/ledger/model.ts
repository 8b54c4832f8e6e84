/** `view`: somebody with a role over the whole platform opened a page; its path stands as the key. */
export const operations = ['insert', 'update', 'delete', 'view'] as const
export type Operation = (typeof operations)[number]

/**
 * Tables whose writes are not recorded, each with the reason. Everything else is watched by a trigger of the database;
 * a test holds this list and the triggers together.
 */
export const unwatchedTables: Readonly<Record<string, string>> = {
  _prisma_migrations: 'kept by the migrations themselves',
  LedgerEntry: 'the ledger itself',
  LedgerHead: 'the ledger itself',
  verification: 'secrets of a sign-in that live for minutes',
  rateLimit: 'counters that live for minutes',
  Counter: 'the last number given; who got it is recorded',
  Change: 'signals to open pages that live for an hour',
  ChangeCursor: 'how far alerts have read',
  SeedRun: 'which reference data were loaded; what they changed is recorded',
  SearchAsk: 'sums of searches without persons',
  BriefAnswer: 'what the catalogue answered, made from the brief',
  WatchedSite: 'who was told of which site, made from watches and sites',
  ImportRow: 'lines of a workbook; what they changed is recorded',
  OutboxMessage: 'letters, made from what is recorded; they carry secret links',
  Notice: 'the bell, made from what is recorded',
  WebhookDelivery: 'deliveries, made from the events of cases',
}

/** What is written in cases is read by their bodies and the auditor; others see that it was written. */
export const caseTables: ReadonlySet<string> = new Set([
  ...['Inquiry', 'InquiryPart', 'InquiryEvent', 'InquiryMessage', 'InquiryAttachment', 'InquiryOutcome'],
  ...['InquiryRating', 'AkimatRequest', 'Visit'],
])

/** Who wrote, as a reader is told. */
type Author = { kind: AuthorKind; name: string }
export const authorKinds = ['person', 'visitor', 'job', 'command', 'system', 'database'] as const
export type AuthorKind = (typeof authorKinds)[number]

/** One column that a write set; null where there was or is nothing. */
export type FieldChange = { field: string; before: string | null; after: string | null }

export type LedgerLine = {
  id: string
  at: string
  author: Author
  /** The text that `?actor=` takes */
  actor: string
  behalf: string
  address: string
  requestId: string
  operation: Operation
  tableName: string
  rowKey: string
  changes: FieldChange[]
  /** The reader may know which fields of a case changed, not what they say. */
  isWithheld: boolean
  isErased: boolean
  /** Place in the chain; null while it is not chained */
  position: string | null
}

export type LedgerState = { position: string; hash: string; sealedAt: string | null; unsealed: number }
