// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '09abd1c7855c93bcc4253c1775d2c182e5540e8200cce5d079c55ac528529e40';
