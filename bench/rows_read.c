/* Loaded before a program (LD_PRELOAD) that uses SQLite: at its end, says to standard error how many rows its statements
   gave and how many steps SQLite's virtual machine took for them. bench/growth.py compiles and uses it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>

static unsigned long long rows, steps;

int sqlite3_step(sqlite3_stmt* statement) {
  static int (*real)(sqlite3_stmt*);
  if (!real) real = (int (*)(sqlite3_stmt*))dlsym(RTLD_NEXT, "sqlite3_step");
  const int result = real(statement);
  const int taken = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
  __atomic_add_fetch(&steps, (unsigned long long)taken, __ATOMIC_RELAXED);
  if (result == SQLITE_ROW) __atomic_add_fetch(&rows, 1, __ATOMIC_RELAXED);
  return result;
}

__attribute__((destructor)) static void tell(void) { fprintf(stderr, "rows read %llu, steps %llu\n", rows, steps); }
