#!/usr/bin/env bash
# Gives each department a database and a user who may touch nothing else, and reads and writes rows there. Another user
# makes and changes the tables of all of them. The MySQL image runs this once, on an empty volume, as root over the local socket; after a
# failure, or to change a password, start over with `docker compose down --volumes`.

# The image sources this file where it is not executable: the subshell keeps the settings out of its shell.
(
  set -euo pipefail

  as_root() {
    mysql --defaults-extra-file=<(printf '[client]\npassword="%s"\n' "${MYSQL_ROOT_PASSWORD:-}") --user=root "$@"
  }

  # The password also stands in a URL.
  check_password() {
    local variable=$1
    if [[ ! ${!variable:-} =~ ^[A-Za-z0-9._~-]+$ ]]; then
      echo "$variable: expected letters, digits and . _ ~ - only. Then: docker compose down --volumes" >&2
      return 1
    fi
  }

  # In a grant, _ stands for any character unless it is escaped.
  create_database() {
    local name=$1 password=$2
    as_root << SQL
CREATE DATABASE \`$name\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER '$name'@'%' IDENTIFIED BY '$password';
GRANT SELECT, INSERT, UPDATE, DELETE ON \`${name//_/\\_}\`.* TO '$name'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES
  ON \`${name//_/\\_}\`.* TO 'an_sinh_migration'@'%';
SQL
  }

  check_password MIGRATION_DATABASE_PASSWORD
  for department in HOUSEHOLDS HOUSING_PROJECTS CREDIT_PROGRAMS MERITORIOUS_SERVICE; do
    check_password "${department}_DATABASE_PASSWORD"
  done
  as_root <<< "CREATE USER 'an_sinh_migration'@'%' IDENTIFIED BY '$MIGRATION_DATABASE_PASSWORD';"
  for department in HOUSEHOLDS HOUSING_PROJECTS CREDIT_PROGRAMS MERITORIOUS_SERVICE; do
    password_variable="${department}_DATABASE_PASSWORD"
    create_database "an_sinh_${department,,}" "${!password_variable}"
  done
)
