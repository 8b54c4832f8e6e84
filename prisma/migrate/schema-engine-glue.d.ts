import '@prisma/schema-engine-wasm/schema_engine_bg'

// Exported by the package's glue code and used by its own entry, but missing from its types.
declare module '@prisma/schema-engine-wasm/schema_engine_bg' {
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void
}
