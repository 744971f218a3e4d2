/**
 * Goal: each rule of the family "nvram" speaks where it must and nowhere else.
 * Method: the tables of nvram/, one for each rule, in one module graph: loading the planner for each one anew
 * took more time and memory than all of their rows.
 */
import './nvram/boot-certificates-change.table.js';
import './nvram/custom-secure-boot-keys.table.js';
import './nvram/encrypt-after-unproven.table.js';
import './nvram/epoch-not-known.table.js';
import './nvram/leave-not-allowed.table.js';
import './nvram/left-behind.table.js';
import './nvram/secure-boot-keys-not-known.table.js';
import './nvram/vtpm-bound-secrets.table.js';
import './nvram/vtpm-duplicated.table.js';
import './nvram/vtpm-firmware-not-efi.table.js';
import './nvram/vtpm-firmware-not-known.table.js';
import './nvram/vtpm-hardware-not-known.table.js';
import './nvram/vtpm-hardware-too-old.table.js';
import './nvram/vtpm-home-not-encrypted.table.js';
import './nvram/vtpm-secrets-lost.table.js';
