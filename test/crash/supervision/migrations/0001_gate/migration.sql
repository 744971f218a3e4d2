-- The fencing of the supervision test: each executor process draws a token and claims the gate with it.
CREATE SEQUENCE spike_token;
CREATE TABLE spike_gate (id int PRIMARY KEY CHECK (id = 1), token bigint NOT NULL, pid int NOT NULL);
INSERT INTO spike_gate VALUES (1, 0, 0);
