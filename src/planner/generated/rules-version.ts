// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = 'fee3898f301bc02c77a3bab01e249d08ed4ce0fba0f203cdbe227ea529dc422a';
