/** What the upload form tells and checks before sending; the storage and the dossier's schema hold the same bounds. */
export const imageLimits = { bytes: 15_000_000, count: 30 } as const
