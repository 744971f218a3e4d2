// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '383fca4987559a725515c1bc104516ed39e50a25acba148e1a60f16ee954e6c6';
