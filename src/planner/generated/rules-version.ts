// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '62d804e245f090f0f46e0642daf93aed79b0c3bb63bb779469df5dfb529f3cfc';
