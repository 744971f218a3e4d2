// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = 'f7dfd4be3a5d89806cbcde7b7c9679ba0170c8c11e9fb230094f2073d86d8488';
