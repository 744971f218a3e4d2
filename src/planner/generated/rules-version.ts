// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = 'c3fd667835063a41a4f71ff0d27046eb026ec9e297a71561f2e94986c0e5adc3';
