// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = 'fe5c64080358daf6e4d2541bdec021ec42bb0cbd54e9663349449ea8cf1ecd46';
