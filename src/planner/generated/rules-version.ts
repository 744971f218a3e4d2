// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '8cc606412632a18a7f32182a8433c1b0818456cd69c7a469f3815fe40e6d7a34';
