export const operations = ['insert', 'update', 'delete'] as const
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
