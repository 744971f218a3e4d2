// Made by npm run gen from the sources of src/planner. Change a rule, not this file.
/** SHA-256 over names and texts of the planner sources, 64 hexadecimal digits. */
export const RULES_VERSION = 'c265ba2b33b2812b9af753c69933ebfe06c91df34e8f42548458eb0edc64ba26';
