/*
 * Loaded before the C library (LD_PRELOAD): writes down, in their order, all writes, syncs and changes of names that a process makes
 * below one folder, so that what a disk holds after a power cut at any moment can be worked out. Linux alone.
 * RECORDED_FOLDER: what is written down. RECORD: where.
 * Copies made inside the kernel (copyFile) and shared memory are not seen; no shop at work stands on either.
 * A record: kind (1 byte), length of the path, offset, length of the data (8 bytes each, little endian), path, data.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITE = 'w', SYNC = 's', TRUNCATE = 't', CREATE = 'c', RENAME = 'r', UNLINK = 'u', MKDIR = 'm' };

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static const char *folder = NULL;
static size_t folder_length = 0;
static int record = -1;

__attribute__((constructor)) static void begin(void) {
  const char *to = getenv("RECORD");
  folder = getenv("RECORDED_FOLDER");
  if (!to || !folder) return;
  folder_length = strlen(folder);
  record = syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t n = syscall(SYS_write, record, at, length);
    if (n < 0) {
      if (errno == EINTR) continue;
      abort();
    }
    at += n;
    length -= n;
  }
}

static int is_ours(const char *path) { return record >= 0 && path && strncmp(path, folder, folder_length) == 0; }

static int path_of(int fd, char *path, size_t room) {
  char link[64];
  if (record < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, room - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return is_ours(path);
}

static void note(enum kind kind, const char *path, uint64_t offset, const void *data, uint64_t length) {
  uint64_t numbers[3] = {strlen(path), offset, length};
  char sign = kind;
  put(&sign, 1);
  put(numbers, sizeof numbers);
  put(path, numbers[0]);
  if (length > 0) put(data, length);
}

#define BEGIN int kept_errno; pthread_mutex_lock(&one_at_a_time)
#define END kept_errno = errno; pthread_mutex_unlock(&one_at_a_time); errno = kept_errno

static ssize_t written(int fd, const void *data, ssize_t n, off_t offset) {
  char path[4096];
  if (n > 0 && path_of(fd, path, sizeof path)) {
    int before = errno;
    if (offset < 0) offset = syscall(SYS_lseek, fd, 0, SEEK_CUR) - n;
    note(WRITE, path, offset, data, n);
    errno = before;
  }
  return n;
}

ssize_t write(int fd, const void *data, size_t length) {
  BEGIN;
  ssize_t n = written(fd, data, syscall(SYS_write, fd, data, length), -1);
  END;
  return n;
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  BEGIN;
  ssize_t n = written(fd, data, syscall(SYS_pwrite64, fd, data, length, offset), offset);
  END;
  return n;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }

/* Of several pieces one after the other; a caller goes on where fewer bytes were taken. */
ssize_t pwritev64(int fd, const struct iovec *pieces, int count, off64_t offset) {
  ssize_t all = 0;
  for (int i = 0; i < count; i++) {
    ssize_t n = offset < 0 ? write(fd, pieces[i].iov_base, pieces[i].iov_len)
                           : pwrite64(fd, pieces[i].iov_base, pieces[i].iov_len, offset + all);
    if (n < 0) return all > 0 ? all : n;
    all += n;
    if ((size_t)n < pieces[i].iov_len) break;
  }
  return all;
}
ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t offset) {
  return pwritev64(fd, pieces, count, offset);
}
ssize_t writev(int fd, const struct iovec *pieces, int count) {
  char path[4096];
  if (path_of(fd, path, sizeof path)) return pwritev64(fd, pieces, count, -1);
  return syscall(SYS_writev, fd, pieces, count);
}

static int synced(int fd, int result) {
  char path[4096];
  if (result == 0 && path_of(fd, path, sizeof path)) note(SYNC, path, 0, NULL, 0);
  return result;
}
/* The disk of the laptop that runs this need not hold anything: only what was asked for counts. */
int fsync(int fd) {
  BEGIN;
  int result = synced(fd, 0);
  END;
  return result;
}
int fdatasync(int fd) { return fsync(fd); }

int ftruncate64(int fd, off64_t length) {
  char path[4096];
  BEGIN;
  int result = syscall(SYS_ftruncate, fd, length);
  if (result == 0 && path_of(fd, path, sizeof path)) note(TRUNCATE, path, length, NULL, 0);
  END;
  return result;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int opened(int at, const char *path, int flags, mode_t mode) {
  struct stat before;
  BEGIN;
  int is_new = (flags & O_CREAT) && is_ours(path) && syscall(SYS_newfstatat, at, path, &before, 0) != 0;
  int fd = syscall(SYS_openat, at, path, flags, mode);
  if (fd >= 0 && is_new) note(CREATE, path, 0, NULL, 0);
  if (fd >= 0 && !is_new && (flags & O_TRUNC) && is_ours(path)) note(TRUNCATE, path, 0, NULL, 0);
  END;
  return fd;
}
#define MODE                                                                                                           \
  mode_t mode = 0;                                                                                                     \
  if (flags & (O_CREAT | O_TMPFILE)) {                                                                                 \
    va_list rest;                                                                                                      \
    va_start(rest, flags);                                                                                             \
    mode = va_arg(rest, mode_t);                                                                                       \
    va_end(rest);                                                                                                      \
  }
int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }

int rename(const char *from, const char *to) {
  BEGIN;
  int result = syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
  if (result == 0 && is_ours(from)) note(RENAME, from, 0, to, strlen(to));
  END;
  return result;
}
int unlink(const char *path) {
  BEGIN;
  int result = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (result == 0 && is_ours(path)) note(UNLINK, path, 0, NULL, 0);
  END;
  return result;
}
int remove(const char *path) {
  struct stat found;
  if (lstat(path, &found) != 0) return -1;
  return S_ISDIR(found.st_mode) ? rmdir(path) : unlink(path);
}
int unlinkat(int at, const char *name, int flags) {
  char path[8192];
  int is_below = at != AT_FDCWD && name[0] != '/' && path_of(at, path, 4096);
  if (is_below) snprintf(path + strlen(path), 4000, "/%s", name);
  else snprintf(path, sizeof path, "%s", name);
  BEGIN;
  int result = syscall(SYS_unlinkat, at, name, flags);
  if (result == 0 && is_ours(path)) note(UNLINK, path, 0, NULL, 0);
  END;
  return result;
}
int rmdir(const char *path) {
  BEGIN;
  int result = syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
  if (result == 0 && is_ours(path)) note(UNLINK, path, 0, NULL, 0);
  END;
  return result;
}
int mkdir(const char *path, mode_t mode) {
  BEGIN;
  int result = syscall(SYS_mkdirat, AT_FDCWD, path, mode);
  if (result == 0 && is_ours(path)) note(MKDIR, path, 0, NULL, 0);
  END;
  return result;
}
