// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '088eee68cff06622e48032a1abf72d4a2e53ab719494ac7fa9aafd254b89080e';
