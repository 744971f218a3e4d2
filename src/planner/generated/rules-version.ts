// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '1ea960aa6afc1f708b04e300d805267c3974d44ad8da08fadca25066961a47a5';
