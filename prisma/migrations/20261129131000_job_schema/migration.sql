-- pg-boss fills its schema by itself, but breaks when several processes make it at the same moment.
CREATE SCHEMA IF NOT EXISTS pgboss;
