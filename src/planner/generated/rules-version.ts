// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '4b15bc3295e07842770634bb3367006ad270c1b3168cd2e788788c6454156014';
