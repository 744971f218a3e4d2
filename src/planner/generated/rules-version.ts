// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = '802de1e853e7604805c5f6b0b191665085fecbb6c38c3981228a23e8510b39dd';
