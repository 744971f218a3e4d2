// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '122f594b3547ac72bff205ad54f941291ac9cc75211b5375afc713d89c80f082';
