// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '64af1cd531c4dcb1466a73cd73a825dbd1cbb83e414056c0a1efbf6fef4e41cb';
