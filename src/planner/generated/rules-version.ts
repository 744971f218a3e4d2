// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '8b36e0287ad00b89c9fc2136640e82208919d580db7d085866dd8d2cd1ddbba2';
