// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '54b2a00cb0af566011ac0a3f16f807aa2c3c4c2ed2b4754706d8c4e30926f8dd';
