-- Two roles: `alan_owner` owns the schema and migrates it; `alan_app` is who the product connects as, and owns none of it.
-- Run as a superuser in the database of the product, with a password for each:
--   psql -d alan -v ON_ERROR_STOP=1 -v owner_password=… -v app_password=… -f docs/operations/roles.sql
-- Once more does no harm, and is needed after `npm run db:restore`, which makes the queue of jobs anew as the owner.
SELECT format('CREATE ROLE %I LOGIN', name) FROM (VALUES ('alan_owner'), ('alan_app')) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
ALTER ROLE alan_owner PASSWORD :'owner_password';
ALTER ROLE alan_app PASSWORD :'app_password';

-- CREATE on the database is for the schema of the queue (pgboss), which the product makes and keeps by itself.
SELECT format('ALTER DATABASE %I OWNER TO alan_owner', current_database()) \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()) \gexec
SELECT format('GRANT CONNECT, CREATE ON DATABASE %I TO alan_app', current_database()) \gexec
ALTER SCHEMA public OWNER TO alan_owner;
GRANT USAGE ON SCHEMA public TO alan_app;

-- What is there, and what later migrations add.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO alan_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO alan_app;
ALTER DEFAULT PRIVILEGES FOR ROLE alan_owner IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO alan_app;
ALTER DEFAULT PRIVILEGES FOR ROLE alan_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO alan_app;

-- The product makes a table for each kind of job, so the queue is its own.
SELECT format('ALTER SCHEMA pgboss OWNER TO alan_app') FROM pg_namespace WHERE nspname = 'pgboss'
UNION ALL
SELECT format('ALTER TABLE %s OWNER TO alan_app', oid::regclass) FROM pg_class
WHERE relnamespace = to_regnamespace('pgboss') AND relkind IN ('r', 'p')
UNION ALL
SELECT format('ALTER TYPE %s OWNER TO alan_app', oid::regtype) FROM pg_type
WHERE typnamespace = to_regnamespace('pgboss') AND typtype = 'e'
UNION ALL
SELECT format('ALTER FUNCTION %s OWNER TO alan_app', oid::regprocedure) FROM pg_proc
WHERE pronamespace = to_regnamespace('pgboss') \gexec
