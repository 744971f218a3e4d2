// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '058bbd43bfc43787a917182cd5f0c74c121ccf10e152709ba8200731455e7ee9';
