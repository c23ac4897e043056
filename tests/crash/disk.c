/* Writes down what a process does to its database on the disk, so that a test can tell what a power cut leaves of it.
 *
 * Loaded before the C library (LD_PRELOAD); it does nothing until disk_watch() names a file for the record. Each record
 * is a head and the bytes, and is made before the deed: of the last one a process that is killed may have done nothing,
 * or a part. Of a sync it says how long the record was when the sync began: what was written meanwhile by
 * another thread need not be on the disk. The sync itself is left out: a test that kills a process needs none.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

struct head { uint32_t kind, file; uint64_t offset, length; };
enum { WRITE, TRUNCATE, SYNC, UNLINK };

static const char *const NAMES[] = {"bashke.sqlite3", "bashke.sqlite3-wal", "bashke.sqlite3-journal"};
static pthread_mutex_t pen = PTHREAD_MUTEX_INITIALIZER;
static int out = -1;
static uint64_t written = 0;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int disk_watch(const char *record) {
    out = open(record, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    return out;
}

static int known(const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    for (int file = 0; file < 3; file++)
        if (!strcmp(name, NAMES[file])) return file;
    return -1;
}

static int file_of(int fd) {
    char link[32], path[4096];
    if (out < 0 || fd == out) return -1;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return -1;
    path[length] = 0;
    return known(path);
}

static void put(const void *bytes, size_t length) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = REAL(write);
    for (const char *at = bytes; length;) {
        ssize_t done = real(out, at, length);
        if (done <= 0) return;
        at += done, length -= done, written += done;
    }
}

static void note(int kind, int file, uint64_t offset, uint64_t length, const void *bytes) {
    struct head head = {kind, file, offset, length};
    put(&head, sizeof head);
    if (bytes) put(bytes, length);
}

#define WRITING(name, type)                                                     \
    ssize_t name(int fd, const void *bytes, size_t length, type offset) {       \
        static __typeof__(&name) real;                                          \
        if (!real) real = REAL(name);                                           \
        int file = file_of(fd);                                                 \
        if (file < 0) return real(fd, bytes, length, offset);                   \
        pthread_mutex_lock(&pen);                                               \
        note(WRITE, file, offset, length, bytes);                               \
        ssize_t done = real(fd, bytes, length, offset);                         \
        pthread_mutex_unlock(&pen);                                             \
        return done;                                                            \
    }
WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)

#define CUTTING(name, type)                                                     \
    int name(int fd, type length) {                                             \
        static __typeof__(&name) real;                                          \
        if (!real) real = REAL(name);                                           \
        int file = file_of(fd);                                                 \
        if (file < 0) return real(fd, length);                                  \
        pthread_mutex_lock(&pen);                                               \
        note(TRUNCATE, file, length, 0, NULL);                                  \
        int failed = real(fd, length);                                          \
        pthread_mutex_unlock(&pen);                                             \
        return failed;                                                          \
    }
CUTTING(ftruncate, off_t)
CUTTING(ftruncate64, off64_t)

#define SYNCING(name)                                                           \
    int name(int fd) {                                                          \
        static __typeof__(&name) real;                                          \
        if (!real) real = REAL(name);                                           \
        int file = file_of(fd);                                                 \
        if (file < 0) return real(fd);                                          \
        pthread_mutex_lock(&pen);                                               \
        note(SYNC, file, written, 0, NULL);                                     \
        pthread_mutex_unlock(&pen);                                             \
        return 0;                                                               \
    }
SYNCING(fsync)
SYNCING(fdatasync)

int unlink(const char *path) {
    static __typeof__(&unlink) real;
    if (!real) real = REAL(unlink);
    int file = out < 0 ? -1 : known(path);
    if (file < 0) return real(path);
    pthread_mutex_lock(&pen);
    note(UNLINK, file, 0, 0, NULL);
    int failed = real(path);
    pthread_mutex_unlock(&pen);
    return failed;
}
