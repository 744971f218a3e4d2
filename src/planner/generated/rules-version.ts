// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '1c02a98551fdafd685b0e5a84396c7c915b04e78c5b9ecda5adc9e0d331fe2a8';
