// Loaded into the measured process (--require, with --expose-gc): SIGUSR2 collects all garbage, so that what is left is held.
process.on('SIGUSR2', () => globalThis.gc())
