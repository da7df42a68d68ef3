// Lets a system call of a Java program fail, to be loaded by LD_PRELOAD. From the environment:
// CALLS_FOLDER, whose files alone are meant; CALLS_NAME, the call (open, read, write, sync, close,
// rename, map, truncate); CALLS_AT, the how-manieth of them, from 1; CALLS_WAY, the errno, or "short"
// for a read or write of one byte less, at that call and at each one after it; CALLS_FILE, which is
// made when a call was met.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096

static char watched[MOST_FILES];
static long calls;
static int active = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...)                              \
  static type (*real)(__VA_ARGS__);                        \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

// The launcher's own programs are left alone.
static int is_active(void) {
  if (active < 0) {
    active = strstr(program_invocation_short_name, "java") != NULL;
  }
  return active;
}

static int is_within(const char *path) {
  const char *folder = setting("CALLS_FOLDER");
  char whole[PATH_MAX];
  if (path[0] != '/' && getcwd(whole, sizeof whole)) {
    strncat(whole, "/", sizeof whole - strlen(whole) - 1);
    strncat(whole, path, sizeof whole - strlen(whole) - 1);
    path = whole;
  }
  return folder[0] && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_watched(int file) {
  return is_active() && file >= 0 && file < MOST_FILES && watched[file];
}

// Whether this call is to fail; counts it.
static int is_due(const char *name, int ongoing) {
  if (!is_active() || strcmp(setting("CALLS_NAME"), name) != 0) {
    return 0;
  }
  long at = atol(setting("CALLS_AT"));
  pthread_mutex_lock(&lock);
  long call = ++calls;
  pthread_mutex_unlock(&lock);
  int due = ongoing ? call >= at : call == at;
  if (due) {
    FILE *file = fopen(setting("CALLS_FILE"), "w");
    if (file) fclose(file);
  }
  return due;
}

static int is_short(void) {
  return strcmp(setting("CALLS_WAY"), "short") == 0;
}

static int fail(void) {
  errno = atoi(setting("CALLS_WAY"));
  return -1;
}

static int opened(int file, const char *path) {
  if (file >= 0 && file < MOST_FILES) watched[file] = is_active() && is_within(path);
  return file;
}

#define OPEN(function)                                                     \
  int function(const char *path, int flags, ...) {                         \
    va_list more;                                                          \
    va_start(more, flags);                                                 \
    int mode = va_arg(more, int);                                          \
    va_end(more);                                                          \
    REAL(int, #function, const char *, int, ...);                          \
    if (is_active() && is_within(path) && is_due("open", 0)) return fail(); \
    return opened(real(path, flags, mode), path);                          \
  }
OPEN(open)
OPEN(open64)

// Answers how much of a length to take; -1 where the call fails.
static ssize_t taken(const char *name, int file, size_t length) {
  if (!is_watched(file) || !is_due(name, is_short())) return (ssize_t)length;
  if (is_short()) return length > 1 ? (ssize_t)length - 1 : (ssize_t)length;
  return fail();
}

ssize_t read(int file, void *bytes, size_t length) {
  REAL(ssize_t, "read", int, void *, size_t);
  ssize_t some = taken("read", file, length);
  return some < 0 ? -1 : real(file, bytes, (size_t)some);
}

ssize_t write(int file, const void *bytes, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  ssize_t some = taken("write", file, length);
  return some < 0 ? -1 : real(file, bytes, (size_t)some);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  if (!is_watched(file)) return real(file, parts, count);
  return write(file, parts[0].iov_base, parts[0].iov_len);
}

#define PREAD(function, offset_type)                                     \
  ssize_t function(int file, void *bytes, size_t length, offset_type at) { \
    REAL(ssize_t, #function, int, void *, size_t, offset_type);          \
    ssize_t some = taken("read", file, length);                          \
    return some < 0 ? -1 : real(file, bytes, (size_t)some, at);          \
  }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

#define PWRITE(function, offset_type)                                          \
  ssize_t function(int file, const void *bytes, size_t length, offset_type at) { \
    REAL(ssize_t, #function, int, const void *, size_t, offset_type);          \
    ssize_t some = taken("write", file, length);                               \
    return some < 0 ? -1 : real(file, bytes, (size_t)some, at);                \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define ON_FILE(function, name)                                 \
  int function(int file) {                                      \
    REAL(int, #function, int);                                  \
    if (is_watched(file) && is_due(name, 0)) return fail();     \
    return real(file);                                          \
  }
ON_FILE(fsync, "sync")
ON_FILE(fdatasync, "sync")

int close(int file) {
  REAL(int, "close", int);
  int due = is_watched(file) && is_due("close", 0);
  if (file >= 0 && file < MOST_FILES) watched[file] = 0;
  int result = real(file);
  return due ? fail() : result;
}

int ftruncate64(int file, off64_t length) {
  REAL(int, "ftruncate64", int, off64_t);
  if (is_watched(file) && is_due("truncate", 0)) return fail();
  return real(file, length);
}

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  if (is_active() && is_within(to) && is_due("rename", 0)) return fail();
  return real(from, to);
}

#define MAP(function, offset_type)                                                     \
  void *function(void *at, size_t length, int protection, int flags, int file,         \
                 offset_type offset) {                                                 \
    REAL(void *, #function, void *, size_t, int, int, int, offset_type);               \
    if (is_watched(file) && is_due("map", 0)) {                                        \
      fail();                                                                          \
      return MAP_FAILED;                                                               \
    }                                                                                  \
    return real(at, length, protection, flags, file, offset);                          \
  }
MAP(mmap, off_t)
MAP(mmap64, off64_t)
