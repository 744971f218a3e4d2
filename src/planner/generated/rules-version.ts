// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '9d7f43dd3605bcc098f74080c76419f1b3fc755e63da6b41d068049555af5c21';
