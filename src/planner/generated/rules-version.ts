// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '38faa745f3074240e876dff02696a21893db85c26fe5ca8b6b422e9aab0f2ea1';
